import type { Inflection } from "./entry.js";
import type { Irregular } from "./irregular.js";

/** A spun form and an original in the same inflected form. */
export interface FormPair {
  readonly spun: string;
  readonly original: string;
}

/**
 * All inflected forms of an entry, its two sides inflected together: workplace/office and workplaces/offices,
 * fulfil/meet, fulfils/meets, fulfilling/meeting, fulfilled/met. Where one side tells past and participle apart and
 * the other does not, both pairs are given. Pairs whose sides fall together are left out.
 */
export function inflectPair(spun: string, original: string, inflection: Inflection, irregular: Irregular): FormPair[] {
  const spunForms = formsOf(spun, inflection, irregular);
  const originalForms = formsOf(original, inflection, irregular);
  const pairs: FormPair[] = [];
  spunForms.forEach((form, index) => {
    const other = originalForms[index];
    if (other === undefined || form === "" || other === "" || form.toLowerCase() === other.toLowerCase()) return;
    if (pairs.some((pair) => pair.spun === form && pair.original === other)) return;
    pairs.push({ spun: form, original: other });
  });
  return pairs;
}

/** The forms of a word or phrase in a fixed order; "" for a form that it lacks. */
export function formsOf(phrase: string, inflection: Inflection, irregular: Irregular): string[] {
  switch (inflection) {
    case "n":
      return [phrase, pluralOf(phrase, irregular)];
    case "v":
      return verbForms(phrase, irregular);
    case "a":
      return adjectiveForms(phrase, irregular);
    default:
      return [phrase];
  }
}

/** Behind one of these, the words of a noun phrase are no longer its head: "loss of life". */
const PREPOSITION = /^(?:of|in|for|to|on|at|with|from|by|and)$/;

/** Puts the head of a noun phrase into the plural. */
function pluralOf(phrase: string, irregular: Irregular): string {
  const words = phrase.split(" ");
  const stop = words.findIndex((word, index) => index > 0 && PREPOSITION.test(word));
  const head = (stop < 0 ? words.length : stop) - 1;
  return words.map((word, index) => (index === head ? pluralOfNoun(word, irregular) : word)).join(" ");
}

function pluralOfNoun(noun: string, irregular: Irregular): string {
  const [, plural] = irregular.get(`n ${noun}`) ?? [];
  if (plural !== undefined) return plural;
  const compound = /^(.*?)(woman|man|child|wife|life|foot|tooth|person|half|shelf|craft)$/.exec(noun);
  if (compound?.[1] && !/(?:ger|ro|hu|sha)$/.test(compound[1]))
    return compound[1] + (irregular.get(`n ${compound[2]}`)?.[1] ?? `${compound[2]}`);
  return withS(noun);
}

/** Adds -s or -es as plurals of nouns and third persons of verbs do. */
function withS(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(word)) return /[^aeiou][aeiou]z$/.test(word) ? `${word}zes` : `${word}es`;
  return /^(?:hero|veto|potato|tomato|torpedo|(?:under|for)?go|(?:un|out|re)?do)$/.test(word)
    ? `${word}es`
    : `${word}s`;
}

function doubles(verb: string, irregular: Irregular): boolean {
  if (irregular.has(`d ${verb}`)) return true;
  return /^(?:[^aeiou]*|qu|squ)[aeiou][bdgklmnprtvz]$/.test(verb);
}

function ingOf(verb: string, irregular: Irregular): string {
  if (verb === "be") return "being";
  if (/ie$/.test(verb)) return `${verb.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(verb) && verb.length > 2) return `${verb.slice(0, -1)}ing`;
  return `${doubles(verb, irregular) ? verb + verb.slice(-1) : verb}ing`;
}

function edOf(verb: string, irregular: Irregular): string {
  if (/e$/.test(verb)) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${doubles(verb, irregular) ? verb + verb.slice(-1) : verb}ed`;
}

function thirdPersonOf(verb: string): string {
  if (verb === "be") return "is";
  if (verb === "have") return "has";
  return withS(verb);
}

/** Base, third person, -ing, past, participle; the rest of the phrase is kept: keep away from, kept away from. */
function verbForms(phrase: string, irregular: Irregular): string[] {
  const [head = "", ...rest] = phrase.split(" ");
  const tail = rest.length > 0 ? ` ${rest.join(" ")}` : "";
  const [past, participle] = pastOf(head, irregular);
  return [head, thirdPersonOf(head), ingOf(head, irregular), past, participle].map((form) => form + tail);
}

function pastOf(verb: string, irregular: Irregular): [past: string, participle: string] {
  const prefix = /^(?:re|un|over|under|out|mis|fore)/.exec(verb)?.[0] ?? "";
  const [, past = "", participle = ""] = irregular.get(`v ${verb}`) ?? [];
  if (past !== "") return [past, participle];
  const stem = prefix === "" ? undefined : irregular.get(`v ${verb.slice(prefix.length)}`);
  if (stem && verb.length - prefix.length > 2) return [prefix + (stem[1] ?? ""), prefix + (stem[2] ?? "")];
  return [edOf(verb, irregular), edOf(verb, irregular)];
}

function adjectiveForms(phrase: string, irregular: Irregular): string[] {
  const listed = irregular.get(`a ${phrase}`);
  if (listed) return [...listed];
  if (phrase.includes(" ") || !comparesByEnding(phrase)) return [phrase, `more ${phrase}`, `most ${phrase}`];
  let stem = phrase;
  if (/e$/.test(stem)) stem = stem.slice(0, -1);
  else if (/[^aeiou]y$/.test(stem)) stem = `${stem.slice(0, -1)}i`;
  else if (/^[^aeiou]*[aeiou][bdgmnprt]$/.test(stem)) stem += stem.slice(-1);
  return [phrase, `${stem}er`, `${stem}est`];
}

/** One syllable, or two with an ending that allows -er. */
function comparesByEnding(adjective: string): boolean {
  const syllables = (adjective.replace(/e$/, "").match(/[aeiouy]+/g) ?? []).length;
  return syllables <= 1 || (syllables === 2 && /(?:y|ow|le|er)$/.test(adjective) && !/ly$/.test(adjective));
}
