/**
 * Restores the words that an article spinner or bad machine translation swapped. In Node: the packed data is read at the
 * first call.
 *
 * @module
 */

export * from "./face.js";
export { createUnspinner, detect, unspin } from "./unspin.js";
