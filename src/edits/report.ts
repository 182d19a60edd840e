import type { Change } from "../decision/change.js";
import type { Scan } from "../text/scan.js";
import type { Edit, EditKind } from "../types.js";

/** What is said of a change in its edit. */
export interface Account {
  readonly entry: string;
  readonly reason: string;
  /** Whether the change was put together from several swaps. */
  readonly composed: boolean;
}

/** Puts changes of tokens into edits of the caller's string. @param account what there is to say of each */
export function toEdits(scan: Scan, changes: readonly Change[], account: (change: Change) => Account): Edit[] {
  return changes.map((change) => toEdit(scan, change, account(change)));
}

function toEdit(scan: Scan, change: Change, account: Account): Edit {
  const { start, end, before, after, prefix, suffix } = trimmed(scan, change);
  const alternatives = change.alternatives.flatMap(({ text, probability }) => {
    const fits = text.length > prefix.length + suffix.length && text.startsWith(prefix) && text.endsWith(suffix);
    return fits ? [{ text: text.slice(prefix.length, text.length - suffix.length), confidence: probability }] : [];
  });
  return {
    start,
    end,
    before,
    after,
    confidence: change.probability,
    kind: kindOf(change, account, before, after),
    entry: account.entry,
    reason: account.reason,
    alternatives,
  };
}

function kindOf(change: Change, account: Account, before: string, after: string): EditKind {
  if (change.candidate < 0) return "article";
  if (account.composed) return "term";
  return before.includes(" ") || after.includes(" ") ? "phrase" : "word";
}

interface Trimmed {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  /** What was cut off both sides. */
  readonly prefix: string;
  readonly suffix: string;
}

/** Leaves words out that the two sides begin or end with: an edit shows what changes, and no more. */
function trimmed(scan: Scan, change: Change): Trimmed {
  let start = scan.start[change.from];
  let end = scan.end[change.to - 1];
  let before = scan.text.slice(start, end);
  let after = change.text;
  let prefix = "";
  let suffix = "";
  for (;;) {
    const cut = commonWord(before, after, /^\S+ /);
    if (cut === "") break;
    prefix += cut;
    start += cut.length;
    before = before.slice(cut.length);
    after = after.slice(cut.length);
  }
  for (;;) {
    const cut = commonWord(before, after, / \S+$/);
    if (cut === "") break;
    suffix = cut + suffix;
    end -= cut.length;
    before = before.slice(0, -cut.length);
    after = after.slice(0, -cut.length);
  }
  return { start, end, before, after, prefix, suffix };
}

/** The first or last word of both, with its space; "" if they differ there or a side would be left empty. */
function commonWord(before: string, after: string, word: RegExp): string {
  const found = word.exec(before)?.[0] ?? "";
  return found !== "" && word.exec(after)?.[0] === found ? found : "";
}
