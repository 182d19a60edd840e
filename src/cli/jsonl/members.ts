/** A member of a JSON object, by its place in the source. */
export interface Member {
  readonly name: string;
  /** Where its value begins and ends. */
  readonly start: number;
  readonly end: number;
}

/*
 * These read JSON that `JSON.parse` has accepted already: they only have to find their way in it. What they find is
 * replaced in place, so that numbers of any size, escapes, spacing, doubled and numeric names stay as they are.
 */

/** The members of the object that begins at `at`, in their order. */
export function* membersOf(json: string, at: number): Generator<Member> {
  let next = skipSpace(json, at + 1);
  while (json[next] === '"') {
    const nameEnd = valueEnd(json, next);
    const name = JSON.parse(json.slice(next, nameEnd)) as string;
    const start = skipSpace(json, skipSpace(json, nameEnd) + 1);
    const end = valueEnd(json, start);
    yield { name, start, end };
    next = skipSpace(json, end);
    if (json[next] === ",") next = skipSpace(json, next + 1);
  }
}

/** Where the next value or punctuation stands. */
export function skipSpace(json: string, at: number): number {
  let next = at;
  while (json[next] === " " || json[next] === "\t" || json[next] === "\r" || json[next] === "\n") next++;
  return next;
}

/** Behind the value that begins at `at`. */
function valueEnd(json: string, at: number): number {
  const first = json[at];
  if (first === '"') return stringEnd(json, at);
  if (first !== "{" && first !== "[") return wordEnd(json, at);
  let depth = 0;
  for (let next = at; next < json.length; next++) {
    const character = json[next];
    if (character === '"') next = stringEnd(json, next) - 1;
    else if (character === "{" || character === "[") depth++;
    else if ((character === "}" || character === "]") && --depth === 0) return next + 1;
  }
  return json.length;
}

function stringEnd(json: string, at: number): number {
  for (let quote = json.indexOf('"', at + 1); quote >= 0; quote = json.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (json[quote - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return quote + 1;
  }
  return json.length;
}

const WORD = /[^\s,\]}]*/y;

function wordEnd(json: string, at: number): number {
  WORD.lastIndex = at;
  return at + (WORD.exec(json)?.[0].length ?? 0);
}
