/**
 * The library for browsers: one `await` fetches the packed data.
 *
 * @module
 */

import { type DataSource, fetchPacked } from "./fetch-packed.js";
import { assembleResources } from "./resources.js";
import type { Detection, Restoration } from "./types.js";
import { assembleUnspinner, type Unspinner, type UnspinOptions } from "./unspin.js";

export * from "./face.js";
export type { DataSource } from "./fetch-packed.js";

/** The library with its data loaded: from here on everything is synchronous, as in Node. */
export interface LoadedUnspinner {
  /** Restores a text. @throws {InputError} if it is no string or an option is out of its range */
  unspin(text: string, options?: UnspinOptions): Restoration;
  /** Says whether a text was spun, how much of it and where. @throws {InputError} as `unspin` does */
  detect(text: string, options?: UnspinOptions): Detection;
  /** Sets a restorer up, to be used for many texts. @throws {InputError} for options out of their range */
  createUnspinner(options?: UnspinOptions): Unspinner;
}

/**
 * Loads the packed data (about 5 MB) and sets the library up. Decoding and restoring take tenths of a second of the
 * thread that they run on: a page that has to stay responsive does both in a web worker.
 *
 * @example const { unspin } = await loadUnspinner(); unspin("Macron’s workplace stated that ...").text
 * @throws {ModelError} if a file cannot be had or is damaged
 */
export async function loadUnspinner(source: DataSource = {}): Promise<LoadedUnspinner> {
  // A copy, so that all is decoded: what is damaged is found now.
  const resources = { ...assembleResources(await fetchPacked(source)) };
  const createUnspinner = (options?: UnspinOptions): Unspinner => assembleUnspinner(resources, options);
  return {
    createUnspinner,
    unspin: (text, options) => createUnspinner(options).unspin(text),
    detect: (text, options) => createUnspinner(options).detect(text),
  };
}
