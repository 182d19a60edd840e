/**
 * Documents and texts as they come in, one after the other, in bounded memory.
 *
 * @module
 */

export type { RestoredPart } from "./long-text/join.js";
export {
  type DocumentResult,
  type DocumentStreamOptions,
  documentTransform,
  type FailedDocument,
  type RestoredDocument,
  unspinDocuments,
} from "./pipeline/documents.js";
export type { Source } from "./pipeline/source.js";
export { type TextStreamOptions, textTransform, unspinText } from "./pipeline/text.js";
