import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { InputError } from "../errors.js";
import type { Ignore } from "../ignore.js";
import { readIgnoreFile } from "../ignore-file.js";
import type { UnspinOptions } from "../unspin.js";
import type { Settings } from "./arguments.js";
import { decodeUtf8 } from "./decode.js";
import { UsageError } from "./exit-status.js";
import { reasonOf } from "./io.js";

/**
 * The library's options as the command line has them: lists and dictionaries are read here.
 *
 * @throws {UsageError} if a list or dictionary cannot be read or used
 * @throws {DictionaryError} if a dictionary breaks the format
 */
export async function restorerOptions(settings: Settings): Promise<UnspinOptions> {
  const { preset, minConfidence, thorough } = settings;
  const ignore = (await Promise.all(settings.ignore.map(readIgnore))).flat();
  const options: UnspinOptions = {
    preset,
    ignore,
    thorough,
    ...(minConfidence === undefined ? {} : { minConfidence }),
  };
  if (settings.dictionaries.length === 0) return options;
  const { defineDictionary } = await import("../index.js");
  const dictionary = await Promise.all(
    settings.dictionaries.map(async (file) => defineDictionary(await readList(file), { name: nameFrom(file) })),
  );
  return { ...options, dictionary };
}

function nameFrom(file: string): string {
  return basename(file, extname(file));
}

async function readIgnore(file: string): Promise<Ignore[]> {
  const source = await readList(file);
  try {
    return readIgnoreFile(source, file);
  } catch (error) {
    throw error instanceof InputError ? new UsageError(error.message) : error;
  }
}

async function readList(file: string): Promise<string> {
  try {
    const text = decodeUtf8(await readFile(file));
    return text.startsWith("\ufeff") ? text.slice(1) : text;
  } catch (error) {
    throw new UsageError(`${file}: ${reasonOf(error)}`);
  }
}
