/* What the library has for Node and for browsers alike. */

export {
  type DictionaryOptions,
  type DictionarySource,
  defineDictionary,
  type EntrySource,
  type UserDictionary,
} from "./dictionary/define.js";
export type { Entry, Frequency, Inflection } from "./dictionary/entry.js";
export { applyEdits, revertEdits } from "./edits/apply.js";
export { DictionaryError, EditError, InputError, ModelError, UnspinError, type UnspinErrorCode } from "./errors.js";
export type { Ignore, Span } from "./ignore.js";
export { readIgnoreFile } from "./ignore-file.js";
export type { OpenText } from "./long-text/restore.js";
export type { Preset } from "./options.js";
export type {
  Alternative,
  Detection,
  Edit,
  EditKind,
  Evidence,
  RegionName,
  RegionRate,
  Restoration,
  Segment,
} from "./types.js";
export type { Unspinner, UnspinOptions } from "./unspin.js";
