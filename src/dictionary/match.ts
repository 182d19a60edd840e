import { Dialect, type Lattice, LatticeBuilder } from "../lattice.js";
import { isAcronym, LetterCase } from "../text/case.js";
import { Region } from "../text/region.js";
import type { Scan } from "../text/scan.js";
import { PARAGRAPH_START, TokenKind } from "../text/tokens.js";
import { termsByAcronym } from "./acronyms.js";
import type { Dictionary } from "./compile.js";
import { TermComposer } from "./composer.js";
import { ConditionReader } from "./condition.js";
import type { Run } from "./pieces.js";
import { FormMark } from "./settled.js";
import { Shields } from "./shields.js";
import { step } from "./trie.js";
import { NO_VARIANT, VariantFinder } from "./variants.js";

/** Room for sites is made beforehand: these and so many for every word. Few texts need more. */
const LEAST_SITES = 64;
const SITES_OF_A_WORD = 0.6;

/**
 * Draws the lattice of a text: every spun form of the dictionary that stands in it, overlapping ones included, with the
 * originals whose conditions hold. Forms do not cross paragraphs, and code, links and markup are left out.
 */
export function match(dictionary: Dictionary, scan: Scan): Lattice {
  const { count, word, kind, region } = scan;
  const lattice = new LatticeBuilder(LEAST_SITES + Math.ceil(SITES_OF_A_WORD * count));
  const drawing: Drawing = {
    dictionary,
    scan,
    lattice,
    conditions: new ConditionReader(scan),
    shields: new Shields(dictionary.phrases),
    ends: [],
  };
  const variants = new VariantFinder(dictionary, scan);
  const run = runOf(scan);
  const spelled = termsByAcronym(dictionary.composition, scan, run);
  const composer = new TermComposer(dictionary.composition, dictionary.trie, run, spelled);
  for (let from = 0; from < count; from++) {
    if (kind[from] > TokenKind.Clitic || region[from] === Region.Protected || isName(scan, from)) continue;
    if (word[from] < 0) {
      const variant = variants.formAt(from);
      if (variant !== NO_VARIANT) addSite(drawing, from, from + 1, variant);
    } else addForms(drawing, from);
    composer.composeAt(from, drawing.shields, lattice);
  }
  return lattice.build(scan, dictionary.phrases, swappableTokens(dictionary, scan), dictionary.lists);
}

/** A text’s words in a row, up to paragraphs and to what no edit may touch. */
export function runOf({ text, count, word, start, end, gap, region }: Scan): Run {
  return {
    count,
    word,
    isApart: (token) => (gap[token] & PARAGRAPH_START) !== 0 || region[token] === Region.Protected,
    written: (token) => text.slice(start[token], end[token]),
  };
}

/** A lattice that is being drawn. */
interface Drawing {
  readonly dictionary: Dictionary;
  readonly scan: Scan;
  readonly lattice: LatticeBuilder;
  readonly conditions: ConditionReader;
  readonly shields: Shields;
  /** Room for the ends and the forms of the sites that begin at one token. */
  readonly ends: number[];
}

/** Adds the sites of the spun forms that begin at a token; first those are shielded that may not be taken apart. */
function addForms(drawing: Drawing, from: number): void {
  const { scan, ends, dictionary } = drawing;
  const { trie } = dictionary;
  const { count, word, gap, region } = scan;
  let found = 0;
  let node = trie.roots[word[from]];
  for (let to = from + 1; node !== 0; to++) {
    const form = trie.phraseAt[node];
    if (form >= 0) {
      if ((dictionary.settled.forms[form] & FormMark.Guarded) !== 0) raiseShields(drawing, from, to, form);
      ends[found++] = to;
      ends[found++] = form;
    }
    if (trie.inner[node] === 0 || to >= count || word[to] < 0 || gap[to] & PARAGRAPH_START) break;
    node = region[to] === Region.Protected ? 0 : step(trie, node, word[to]);
  }
  for (let at = 0; at < found; at += 2) addSite(drawing, from, ends[at], ends[at + 1]);
}

function raiseShields({ dictionary, conditions, shields }: Drawing, from: number, to: number, form: number): void {
  const { entryFirst, entryCondition, entryDialect, entryOriginal } = dictionary;
  for (let e = entryFirst[form]; e < entryFirst[form + 1]; e++) {
    const condition = dictionary.conditions[entryCondition[e]];
    if (!condition || entryDialect[e] !== Dialect.Science || conditions.holds(condition, from, to)) continue;
    shields.raise(from, to, entryOriginal[e]);
  }
}

function addSite({ dictionary, lattice, conditions, shields }: Drawing, from: number, to: number, form: number): void {
  const { entryFirst, entryOriginal, entryChannel, entryCondition, entryDialect, entrySuggests, composes } = dictionary;
  lattice.site(from, to, form);
  for (let e = entryFirst[form]; e < entryFirst[form + 1]; e++) {
    if (composes[e] === 1) continue;
    const condition = dictionary.conditions[entryCondition[e]];
    if (condition && !conditions.holds(condition, from, to)) continue;
    if (shields.cover(from, to, entryOriginal[e])) continue;
    lattice.candidate(entryOriginal[e], entryChannel[e], e, entryDialect[e], entrySuggests[e]);
  }
  lattice.dropEmpty();
}

/** Acronyms and words of mixed case are names. */
function isName({ letterCase }: Scan, index: number): boolean {
  return letterCase[index] === LetterCase.Mixed || isAcronym(letterCase, index);
}

function swappableTokens(dictionary: Dictionary, scan: Scan): Uint8Array {
  const { count, word, region } = scan;
  const swappable = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    if (word[i] >= 0 && region[i] !== Region.Protected) swappable[i] = dictionary.swappable[word[i]];
  }
  return swappable;
}
