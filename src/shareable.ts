import { laidOut } from "./context/ngram-whole.js";
import { replaceResources } from "./load.js";
import type { Resources } from "./resources.js";
import { buildScreenTables } from "./screening/screen-tables.js";
import { inSharedMemory } from "./shared-memory.js";

/** Resources that threads can share: all columns lie in shared memory, the screen's among them. */
export function shareable(resources: Resources): Resources {
  const language = { ...resources.language, tables: laidOut(resources.language.tables) };
  const screening = resources.screening ?? buildScreenTables(resources);
  return inSharedMemory({ ...resources, language, screening });
}

let shared: Resources | undefined;

/**
 * The packed data that comes with the package, for threads to share; from here on it is what every call in this thread uses.
 *
 * @throws {ModelError} if a file is missing or damaged
 */
export function loadShareableResources(): Resources {
  shared ??= replaceResources(shareable);
  return shared;
}
