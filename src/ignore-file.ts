import { InputError } from "./errors.js";
import type { Ignore } from "./ignore.js";

/** A regular expression between slashes, with its flags. Anything else with slashes is taken as written. */
const PATTERN = /^\/(.+)\/([dgimsuvy]*)$/u;

/**
 * Reads a list of what is to be left alone: a word or phrase a line, or a regular expression between slashes with its
 * flags. Empty lines and lines that begin with "#" are left out; "\#" begins a phrase with that character.
 *
 * @param name of the list, in messages
 * @throws {InputError} at the first broken regular expression, naming line and column
 */
export function readIgnoreFile(text: string, name = "ignore list"): Ignore[] {
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  return lines.flatMap((raw, index): Ignore[] => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return [];
    const pattern = PATTERN.exec(line);
    if (!pattern) return [line.replace(/^\\#/, "#")];
    const [, source = "", flags = ""] = pattern;
    try {
      return [new RegExp(source, flags)];
    } catch (error) {
      const column = raw.indexOf("/") + 1;
      const reason = error instanceof Error ? error.message : String(error);
      throw new InputError(`${name}:${index + 1}:${column}: ${reason}`);
    }
  });
}
