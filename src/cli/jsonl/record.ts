import type { Unspinner } from "../../unspin.js";
import { formatJson } from "../json.js";
import { formatAttributes } from "./attributes.js";
import { type Member, membersOf, skipSpace } from "./members.js";
import { type Counts, countEdits, type Statistics } from "./tally.js";

/** The member that edits, suggestions and verdict are written to. */
export const RESULT_FIELD = "unspin";

/** A record that cannot be worked on. Its message says why, without the record. */
export class RecordError extends Error {
  override readonly name = "RecordError";
}

/** What a record's text is given to. */
export type Restorer = Pick<Unspinner, "unspin" | "detect">;

/** What is done to records. Plain data: it is sent to worker threads. */
export interface RecordTask {
  /** Path of the text's field. */
  readonly field: readonly string[];
  /** Path of the field with the record's id, for attributes. */
  readonly idField: readonly string[];
  /** Only the verdict is added, the text stays. */
  readonly detectOnly: boolean;
  /** Records that were not spun are left out. */
  readonly onlySpun: boolean;
  /** Spans and scores are written in place of the records. */
  readonly attributes: boolean;
  /** Whether edits are counted. */
  readonly statistics: boolean;
}

/** What became of a record. */
export interface RecordOutcome {
  /** `undefined` for a record that is left out. */
  readonly line: string | undefined;
  readonly counts: Counts;
}

/**
 * Restores the text of a JSON record. Only the field's value changes, and "unspin" is added, or replaced if the record
 * went through before; every other character of the record stays.
 *
 * @throws {RecordError} if this is no JSON object or has no such text
 */
export function restoreRecord(
  line: string,
  task: RecordTask,
  unspinner: Restorer,
  statistics?: Statistics,
): RecordOutcome {
  requireObject(line);
  const id = task.attributes ? locate(line, task.idField) : undefined;
  const text = locateText(line, task.field);
  const value = JSON.parse(line.slice(text.start, text.end)) as string;
  if (task.detectOnly) {
    const detection = unspinner.detect(value);
    const counts = { documents: 1, spun: detection.spun ? 1 : 0, edits: 0, suggestions: 0, rejected: 0 };
    return { line: task.onlySpun && !detection.spun ? undefined : withResult(line, { detection }), counts };
  }
  const restoration = unspinner.unspin(value);
  const { text: restored, edits, suggestions, detection } = restoration;
  if (statistics) countEdits(statistics, restoration);
  const spun = detection.spun ? 1 : 0;
  const counts = { documents: 1, spun, edits: edits.length, suggestions: suggestions.length, rejected: 0 };
  if (task.onlySpun && !detection.spun) return { line: undefined, counts };
  if (id) return { line: formatAttributes(line.slice(id.start, id.end), value, restoration), counts };
  const replaced =
    edits.length === 0 ? line : line.slice(0, text.start) + JSON.stringify(restored) + line.slice(text.end);
  return { line: withResult(replaced, { edits, suggestions, detection }), counts };
}

/** @throws {RecordError} if the line is no JSON object */
function requireObject(line: string): void {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch (error) {
    throw new RecordError(`not JSON: ${complaintOf(error)}`);
  }
  if (kindOf(record) !== "an object") throw new RecordError(`${kindOf(record)}, not an object`);
}

function locateText(line: string, field: readonly string[]): Member {
  const found = locate(line, field);
  if (line[found.start] === '"') return found;
  const kind = kindOf(JSON.parse(line.slice(found.start, found.end)));
  throw new RecordError(`field ${JSON.stringify(field.join("."))} is ${kind}, not a string`);
}

/** @throws {RecordError} if there is no such field */
function locate(line: string, field: readonly string[]): Member {
  let found: Member = { name: "", start: skipSpace(line, 0), end: line.length };
  field.forEach((name, depth) => {
    const path = field.slice(0, depth + 1).join(".");
    const member = line[found.start] === "{" ? lastMember(line, found.start, name) : undefined;
    if (member === undefined) throw new RecordError(`no field ${JSON.stringify(path)}`);
    found = member;
  });
  return found;
}

/** Of members with the same name the last one counts, as for `JSON.parse`. */
function lastMember(line: string, at: number, name: string): Member | undefined {
  let last: Member | undefined;
  for (const member of membersOf(line, at)) if (member.name === name) last = member;
  return last;
}

function withResult(line: string, result: object): string {
  const at = skipSpace(line, 0);
  const earlier = lastMember(line, at, RESULT_FIELD);
  if (earlier) return line.slice(0, earlier.start) + formatJson(result) + line.slice(earlier.end);
  const close = line.lastIndexOf("}");
  return `${line.slice(0, close)},"${RESULT_FIELD}":${formatJson(result)}${line.slice(close)}`;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** The parser's complaint without the piece of input that it quotes, which may be long or private. */
function complaintOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!message.endsWith(" is not valid JSON")) return message;
  const quoted = message.search(/, (?:\.{3})?"/);
  return quoted < 0 ? "Unexpected word" : message.slice(0, quoted);
}
