import { CLASS_WORDS, CLITIC_WORD, END, type Lexicon, START } from "./lexicon.js";
import type { SphinxModel } from "./sphinx-reader.js";

/** What a word of the sphinx model becomes in our token stream. */
export const enum Form {
  /** Has no counterpart. */
  None,
  Plain,
  /** "company's": two words, "company" and the possessive. */
  Possessive,
  /** "parents'": its apostrophe is punctuation, which the token stream leaves out. */
  PluralPossessive,
}

/** The sphinx model's words in the terms of a lexicon. */
export interface SphinxWords {
  readonly form: Uint8Array;
  /** Id of the word, or of its stem, in the lexicon; -1 without one. */
  readonly target: Int32Array;
  /** The sphinx ids that make up a word of the lexicon; -1 where there is none. */
  readonly plain: Int32Array;
  readonly possessive: Int32Array;
  readonly plural: Int32Array;
}

/** As the tokeniser reads them, these are contractions, each one word. */
const CONTRACTIONS = new Set(
  "it he she that what there who here where how when why let one everyone everybody someone nobody somebody"
    .split(" ")
    .map((word) => `${word}'s`),
);
/** Written with a full stop in text, without one in the transcripts that the sphinx model was made of. */
const ABBREVIATED = new Set(
  "mr mrs ms dr prof st jr sr sen gov lt gen col sgt capt rev vs etc inc corp ltd".split(" "),
);

/** The word that `name` of the sphinx model is, or its stem, and its form. */
export function readForm(name: string): { readonly word: string; readonly form: Form } {
  if (name.endsWith("'s") && name.length > 2 && !CONTRACTIONS.has(name)) {
    return { word: name.slice(0, -2), form: Form.Possessive };
  }
  if (name.endsWith("s'") && name.length > 2) return { word: name.slice(0, -1), form: Form.PluralPossessive };
  return { word: ABBREVIATED.has(name) ? `${name}.` : name, form: Form.Plain };
}

/** The probabilities of our words in the sphinx model. */
export function sphinxUnigrams(model: SphinxModel): Map<string, number> {
  const shares = new Map<string, number>();
  const add = (word: string, share: number): void => {
    shares.set(word, (shares.get(word) ?? 0) + share);
  };
  model.words.forEach((name, i) => {
    if (CLASS_WORDS.includes(name)) return;
    const { word, form } = readForm(name);
    add(word, model.unigram[i]);
    if (form === Form.Possessive) add(CLITIC_WORD, model.unigram[i]);
  });
  return shares;
}

/** Relates the words of the sphinx model and those of a lexicon to each other. */
export function relateWords(model: SphinxModel, lexicon: Lexicon): SphinxWords {
  const form = new Uint8Array(model.words.length);
  const target = new Int32Array(model.words.length).fill(-1);
  const plain = new Int32Array(lexicon.words.length).fill(-1);
  const possessive = plain.slice();
  const plural = plain.slice();
  model.words.forEach((name, i) => {
    const read = readForm(name);
    const id = name === "<s>" ? START : name === "</s>" ? END : lexicon.idOf.get(read.word);
    if (id === undefined) return;
    const column = read.form === Form.Possessive ? possessive : read.form === Form.PluralPossessive ? plural : plain;
    if (column[id] >= 0) return;
    column[id] = i;
    form[i] = read.form;
    target[i] = id;
  });
  return { form, target, plain, possessive, plural };
}
