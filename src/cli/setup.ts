import { readFile } from "node:fs/promises";
import type { Ignore } from "../ignore.js";
import type { Unspinner, UnspinOptions } from "../unspin.js";
import type { Settings } from "./arguments.js";
import { decodeUtf8 } from "./decode.js";
import { UsageError } from "./exit-status.js";
import { reasonOf } from "./io.js";

/**
 * Sets the restorer up. The library is loaded here and not before: --help and --version do without it.
 *
 * @throws {UsageError} if a list cannot be used
 */
export async function setUp(settings: Settings): Promise<Unspinner> {
  const { preset, minConfidence } = settings;
  const ignore = (await Promise.all(settings.ignore.map(readIgnoreFile))).flat();
  const options: UnspinOptions = { preset, ignore, ...(minConfidence === undefined ? {} : { minConfidence }) };
  const library = await import("../unspin.js");
  return library.createUnspinner(options);
}

async function readIgnoreFile(file: string): Promise<Ignore[]> {
  return parseIgnoreList(await readList(file), file);
}

/**
 * Reads a list of what is to be left alone: a word or phrase a line, or a regular expression between slashes with its
 * flags; empty lines and lines that begin with "#" are left out.
 *
 * @throws {UsageError} naming file and line of a broken regular expression
 */
export function parseIgnoreList(source: string, file: string): Ignore[] {
  const items: Ignore[] = [];
  source.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return;
    const pattern = /^\/(.+)\/([a-z]*)$/u.exec(line);
    try {
      items.push(pattern ? new RegExp(pattern[1], pattern[2]) : line);
    } catch (error) {
      throw new UsageError(`${file}:${index + 1}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  return items;
}

async function readList(file: string): Promise<string> {
  try {
    const text = decodeUtf8(await readFile(file));
    return text.startsWith("\ufeff") ? text.slice(1) : text;
  } catch (error) {
    throw new UsageError(`${file}: ${reasonOf(error)}`);
  }
}
