import { scan } from "../../src/text/scan.js";
import { buildVocabulary } from "../../src/text/vocabulary.js";
import { seededRandom } from "../simulate/random.js";
import { countWords } from "./texts.js";

const NO_WORDS = buildVocabulary([]);
/** Shorter paragraphs are headings and go with the one behind them. */
const LEAST_PARAGRAPH_WORDS = 12;

/** Whether the spinner is at work at an offset of the text. */
export type WorkPlan = (offset: number) => boolean;

/** The spinner works on every other paragraph. */
export function everyOtherParagraph(text: string): WorkPlan {
  const starts: number[] = [];
  let words = LEAST_PARAGRAPH_WORDS;
  for (const match of text.matchAll(/[^\n]+\n*/g)) {
    if (words >= LEAST_PARAGRAPH_WORDS) {
      starts.push(match.index);
      words = 0;
    }
    words += countWords(match[0]);
  }
  return (offset) => starts.filter((start) => start <= offset).length % 2 === 1;
}

/** The spinner works on each sentence with probability one half. */
export function halfOfSentences(text: string, seed: string): WorkPlan {
  const { count, start, sentenceStart } = scan(text, NO_WORDS);
  const random = seededRandom(seed);
  const spunFrom: { readonly offset: number; readonly works: boolean }[] = [];
  for (let i = 0; i < count; i++) {
    if (sentenceStart[i] === 1) spunFrom.push({ offset: start[i], works: random() < 0.5 });
  }
  return (offset) => spunFrom.findLast((each) => each.offset <= offset)?.works ?? false;
}
