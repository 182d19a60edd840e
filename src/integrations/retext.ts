import type { Unspinner } from "../unspin.js";
import { type EditMessage, messagesOf, type Place } from "./message.js";

/** A place in a text, as far as the plugin looks at it. */
export interface Offset {
  /** From 0; unist lets it be left out. */
  readonly offset?: number | undefined;
}

/** A node of a unist tree, as far as the plugin looks at it. */
export interface TextNode {
  /** "RootNode", "SentenceNode", "WordNode" and so on. */
  readonly type: string;
  /** Where it stands; a node that was made and not read stands nowhere. */
  readonly position?:
    | {
        /** Where it begins, in UTF-16 offsets. */
        readonly start: Offset;
        /** Where it ends, exclusive. */
        readonly end: Offset;
      }
    | undefined;
}

/** A vfile, as far as the plugin uses it. */
export interface MessageFile {
  /** The text. */
  toString(): string;
  /** Adds a warning. */
  message(reason: string, options: MessageOptions): object;
  /** Adds a hint. */
  info(reason: string, options: MessageOptions): object;
}

/** What a message is made with. */
export interface MessageOptions {
  /** Where the words stand. */
  place: Place;
  /** Who says it. */
  source: string;
  /** Which rule it is. */
  ruleId: string;
}

/** What the plugin is told. */
export interface RetextUnspinOptions {
  /** Made by `createUnspinner` or, in a browser, by what `loadUnspinner` gives. */
  readonly unspinner: Unspinner;
  /** Whether edits that are less sure than asked for are reported as well, as information. */
  readonly suggestions?: boolean;
  /** The page about a domain, by its name. */
  readonly urlOf?: (domain: string) => string;
}

/**
 * A plugin of unified that reports swapped words: a message for each, with `place`, `actual`, `expected`, `note`, and
 * the domain as `ruleId`. It reads the file's own text, so that places are right through remark and rehype as well, and
 * reports only what the tree has as prose.
 *
 * @example unified().use(retextEnglish).use(retextUnspin, { unspinner: createUnspinner() }).use(retextStringify)
 */
export default function retextUnspin({ unspinner, suggestions = false, urlOf }: RetextUnspinOptions) {
  return (tree: TextNode, file: MessageFile): void => {
    const text = String(file);
    const prose = proseOf(tree);
    for (const message of messagesOf(text, unspinner.unspin(text), { suggestions })) {
      if (prose.covers(message.place.start.offset)) add(file, message, urlOf);
    }
  };
}

function add(file: MessageFile, found: EditMessage, urlOf: ((domain: string) => string) | undefined): void {
  const { reason, ruleId, place, actual, expected, note, applied } = found;
  const options = { place, source: "unspin", ruleId };
  const report = applied ? file.message(reason, options) : file.info(reason, options);
  Object.assign(report, { actual, expected: [...expected], note, ...(urlOf ? { url: urlOf(ruleId) } : {}) });
}

/** The places of the sentences in a tree of natural language; source code and what the tree leaves out is none. */
function proseOf(tree: TextNode): { covers(offset: number): boolean } {
  const ranges: (readonly [start: number, end: number])[] = [];
  const visit = (node: TextNode): void => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (node.type === "SentenceNode") {
      if (start !== undefined && end !== undefined) ranges.push([start, end]);
    } else if ("children" in node && Array.isArray(node.children)) for (const child of node.children) visit(child);
  };
  visit(tree);
  let next = 0;
  return {
    covers: (offset) => {
      while (next < ranges.length && ranges[next][1] <= offset) next++;
      return next < ranges.length && ranges[next][0] <= offset;
    },
  };
}
