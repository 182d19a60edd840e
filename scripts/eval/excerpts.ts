import { hashOf } from "../simulate/random.js";
import type { CleanText } from "./texts.js";
import { countWords } from "./texts.js";

/** A paragraph this much shorter than a line of prose is a heading, a label or a cell of a table. */
const LEAST_SENTENCE_WORDS = 4;

/**
 * Cuts documents between paragraphs into excerpts of about an article's length. What is left at a document's end is
 * dropped if it is too short, and so are excerpts that are hardly prose.
 *
 * @param least number of words
 * @param most number of words; a paragraph longer than that is left out
 */
export function excerptsOf(texts: readonly CleanText[], least: number, most: number): CleanText[] {
  return texts.flatMap((text) => {
    const excerpts: CleanText[] = [];
    let parts: string[] = [];
    let words = 0;
    const close = (): void => {
      const excerpt = parts.join("").trim();
      if (words >= least && isProse(excerpt)) {
        excerpts.push({ source: text.source, id: `${text.id}#${excerpts.length}`, text: excerpt });
      }
      parts = [];
      words = 0;
    };
    // Each paragraph with the line breaks behind it.
    for (const paragraph of text.text.match(/[^\n]+\n*/g) ?? []) {
      const size = countWords(paragraph);
      if (size > most) {
        close();
        continue;
      }
      if (words + size > most) close();
      parts.push(paragraph);
      words += size;
      // Not every excerpt as long as may be: lengths spread between the bounds.
      const wanted = least + (hashOf(`${text.id} ${excerpts.length}`) / 2 ** 32) * (most - least);
      if (words >= Math.max(least, wanted * 0.8)) close();
    }
    close();
    return excerpts;
  });
}

function isProse(text: string): boolean {
  const stops = text.match(/[a-z)”"’'][.!?](?=\s|["”’]|$)/g)?.length ?? 0;
  const words = countWords(text);
  return stops > 0 && words / stops >= LEAST_SENTENCE_WORDS && words / stops <= 60;
}

/** Draws `count` items, the same ones whatever order they come in, the same share of each source as far as it goes. */
export function sample(texts: readonly CleanText[], count: number, seed: string): CleanText[] {
  const bySource = new Map<string, { readonly text: CleanText; readonly rank: number }[]>();
  for (const text of texts) {
    const list = bySource.get(text.source) ?? [];
    bySource.set(text.source, list);
    list.push({ text, rank: hashOf(`${seed} ${text.id}`) });
  }
  const queues = [...bySource.values()].map((list) => list.sort((a, b) => a.rank - b.rank));
  const drawn: CleanText[] = [];
  for (let round = 0; drawn.length < count && queues.some((queue) => round < queue.length); round++) {
    for (const queue of queues) if (round < queue.length && drawn.length < count) drawn.push(queue[round].text);
  }
  return drawn;
}
