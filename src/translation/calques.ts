import type { Mend } from "../artefacts/mend.js";
import { FREQUENCIES } from "../dictionary/compile.js";
import { ConditionReader } from "../dictionary/condition.js";
import { step } from "../dictionary/trie.js";
import { spellingOf } from "../lattice.js";
import { copyCase } from "../text/case.js";
import type { Scan } from "../text/scan.js";
import { PARAGRAPH_START, TokenKind } from "../text/tokens.js";
import { wordIdOf } from "../text/vocabulary.js";
import { foreignDateNames, isDateName } from "./date-names.js";
import { dateWith, joinerBefore } from "./dates.js";
import { standsInEnglish } from "./english.js";
import { isProtected, type TranslatedText } from "./reader.js";
import { type Sign, type SignKind, translationMend } from "./sign.js";

/** By frequency mark: what an entry's form is a sign of, and how sure its original is. */
const STRENGTH: Readonly<Record<string, { readonly kind: SignKind | undefined; readonly probability: number }>> = {
  typical: { kind: "calque", probability: 0.92 },
  usual: { kind: "looseCalque", probability: 0.86 },
  rare: { kind: undefined, probability: 0.75 },
};

const CERTAIN_DATE = 0.95;

/** The forms of the domain's entries that stand in a text, the longest at each place. */
export function findCalques(text: TranslatedText): Sign[] {
  const { translation } = text;
  const view = numberedBy(text);
  const conditions = new ConditionReader(view);
  const { trie } = translation;
  const signs: Sign[] = [];
  for (let from = 0; from < view.count; ) {
    let found: { sign: Sign; to: number } | undefined;
    let node = view.word[from] < 0 ? 0 : (trie.roots[view.word[from]] ?? 0);
    for (let to = from + 1; node !== 0; to++) {
      const form = trie.phraseAt[node];
      const sign = form < 0 ? undefined : signAt(text, view, conditions, form, from, to);
      if (sign) found = { sign, to };
      if (trie.inner[node] === 0 || to >= view.count || view.word[to] < 0 || view.gap[to] & PARAGRAPH_START) break;
      node = step(trie, node, view.word[to]);
    }
    if (found) signs.push(found.sign);
    from = found ? found.to : from + 1;
  }
  return signs;
}

/** The text with its words numbered as the domain's entries number them. */
function numberedBy({ scan, model, translation }: TranslatedText): Scan {
  const known = model.vocabulary.size;
  const { vocabulary } = translation.phrases;
  const word = scan.word.slice(0, scan.count);
  for (let at = 0; at < word.length; at++) {
    if (word[at] >= 0 && word[at] < known) continue;
    if (scan.kind[at] > TokenKind.Clitic || scan.end[at] - scan.start[at] > 30) word[at] = -1;
    else word[at] = wordIdOf(vocabulary, scan.text.slice(scan.start[at], scan.end[at]));
  }
  return { ...scan, word };
}

function signAt(
  text: TranslatedText,
  view: Scan,
  conditions: ConditionReader,
  form: number,
  from: number,
  to: number,
): Sign | undefined {
  const { translation, model } = text;
  const names = foreignDateNames(translation);
  for (let e = translation.entryFirst[form]; e < translation.entryFirst[form + 1]; e++) {
    const condition = translation.conditions[translation.entryCondition[e]];
    if (condition && !conditions.holds(condition, from, to)) continue;
    const original = spellingOf(translation.phrases, translation.entryOriginal[e]);
    const isDate = isDateName(original);
    const date = isDate
      ? dateWith(view, translation.wordLists, from, (token) => names.has(view.word[token]))
      : { from, to };
    if (!date || isProtected(view, date.from, date.to)) return undefined;
    if (!standsInEnglish(model, view, date.from, date.to)) return undefined;
    const cased = copyCase(original, view.letterCase[from], view.letterCase[to - 1], to - from);
    const rule = `${view.text.slice(view.start[from], view.end[to - 1]).toLowerCase()} > ${original}`;
    if (isDate) return { kind: "date", mends: [dateMend(view, from, to, cased, rule)], odd: true };
    const { kind, probability } = STRENGTH[FREQUENCIES[translation.entryFrequency[e]]];
    return { kind, mends: [translationMend(view.start[from], view.end[to - 1], cased, probability, rule)] };
  }
  return undefined;
}

/** "5 de janvier": what joins the two goes as well. */
function dateMend(view: Scan, from: number, to: number, month: string, rule: string): Mend {
  const joiner = joinerBefore(view, from);
  if (joiner === from) return translationMend(view.start[from], view.end[to - 1], month, CERTAIN_DATE, rule);
  return translationMend(view.end[joiner - 1], view.end[to - 1], ` ${month}`, CERTAIN_DATE, rule);
}
