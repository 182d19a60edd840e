/**
 * Many documents over several threads.
 *
 * @module
 */

export { type BatchOptions, unspinAll } from "./pipeline/all.js";
export type { DocumentResult, FailedDocument, RestoredDocument } from "./pipeline/documents.js";
