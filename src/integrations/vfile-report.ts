import type { Restoration } from "../types.js";
import { messagesOf } from "./message.js";

/**
 * A file's findings as reporters of vfile messages write them: `{ path, messages }` with `source`, `ruleId`, `place`,
 * `actual`, `expected`, `note`. Edits have `fatal: false` (a warning), suggestions `fatal: null` (information).
 */
export function vfileReport(path: string, text: string, restoration: Restoration, suggestions: boolean): object {
  const messages = messagesOf(text, restoration, { suggestions }).map((message) => {
    const { reason, ruleId, place, actual, expected, note, applied } = message;
    const { line, column } = place.start;
    const fatal = applied ? false : null;
    return { reason, line, column, place, source: "unspin", ruleId, fatal, actual, expected, note };
  });
  return { path, messages };
}
