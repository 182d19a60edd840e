import { readFile } from "node:fs/promises";
import { UsageError } from "./exit-status.js";
import { reasonOf } from "./io.js";
import { OPTIONS, type OptionValues } from "./options.js";

/** Options that make no sense in a file. */
const NOT_IN_FILES: ReadonlySet<string> = new Set(["config", "help", "version", "dry-run", "resume"]);

/**
 * Reads a configuration file: a JSON object with the names of options, without their dashes.
 *
 * @example { "jsonl": true, "field": "body.text", "preset": "cautious", "ignore": ["names.txt"] }
 * @throws {UsageError} if it cannot be read or holds something else
 */
export async function readConfig(file: string): Promise<OptionValues> {
  const fail = (message: string): never => {
    throw new UsageError(`${file}: ${message}`);
  };
  const source = await readFile(file, "utf8").catch((error: unknown) => fail(reasonOf(error)));
  let config: unknown;
  try {
    config = JSON.parse(source.replace(/^\ufeff/, ""));
  } catch (error) {
    return fail(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof config !== "object" || config === null || Array.isArray(config)) return fail("not a JSON object");
  const entries = Object.entries(config).map(([name, value]): [string, unknown] => {
    if (!Object.hasOwn(OPTIONS, name) || NOT_IN_FILES.has(name)) fail(`unknown option ${JSON.stringify(name)}`);
    return [name, readValue(name as keyof typeof OPTIONS, value, fail)];
  });
  return Object.fromEntries(entries) as OptionValues;
}

function readValue(name: keyof typeof OPTIONS, value: unknown, fail: (message: string) => never): unknown {
  const option: { readonly type: string; readonly multiple?: boolean } = OPTIONS[name];
  if (option.multiple) {
    const list = Array.isArray(value) ? value : [value];
    return list.every((item) => typeof item === "string") ? list : fail(`${name} must be a list of strings`);
  }
  if (option.type === "boolean") return typeof value === "boolean" ? value : fail(`${name} must be true or false`);
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value : fail(`${name} must be a string`);
}
