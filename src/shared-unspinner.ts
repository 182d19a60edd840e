import { type Resources, withDictionaries } from "./resources.js";
import { loadShareableResources, shareable } from "./shareable.js";
import { canShare } from "./shared-memory.js";
import { assembleUnspinner, createUnspinner, type Unspinner, type UnspinOptions } from "./unspin.js";

/** What a thread sets its restorer up with: can be sent to it, and all of it that is large is then in use by both. */
export interface SharedUnspinner {
  /** The caller's dictionaries are in it. Absent where memory cannot be shared: every thread then loads its own. */
  readonly resources?: Resources;
  readonly options: UnspinOptions;
}

/**
 * Loads what a restorer needs into memory that threads share.
 *
 * @throws {InputError} if a dictionary was not made by `defineDictionary`
 * @throws {ModelError} if the packed data is missing or damaged
 */
export function shareUnspinner(options: UnspinOptions): SharedUnspinner {
  if (!canShare()) return { options };
  const { dictionary = [], ...rest } = options;
  const resources = loadShareableResources();
  const extended = withDictionaries(resources, [dictionary].flat());
  return { resources: extended === resources ? resources : shareable(extended), options: rest };
}

/** Sets a restorer up with what another thread has loaded. @throws as `createUnspinner` does */
export function receiveUnspinner({ resources, options }: SharedUnspinner): Unspinner {
  return resources ? assembleUnspinner(resources, options) : createUnspinner(options);
}
