import type { Restoration } from "unspin/browser";

/** A text that the worker is to restore. */
export interface Task {
  readonly text: string;
  /** Least confidence of an edit that is applied, 0 to 1. */
  readonly minConfidence: number;
}

/** What the worker has to say. */
export type Report =
  /** Bytes of packed data that have come in; the total is unknown if the server does not tell. */
  | { readonly kind: "loading"; readonly loaded: number; readonly total: number | undefined }
  | { readonly kind: "ready" }
  | { readonly kind: "restored"; readonly restoration: Restoration }
  /** The data cannot be loaded, or a text not be restored. */
  | { readonly kind: "failed"; readonly message: string };
