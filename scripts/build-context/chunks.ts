import { readDocuments } from "../build-model/corpus.js";
import { type Random, seededRandom, shuffle } from "../simulate/random.js";
import { TRAINING_SOURCES } from "./sources.js";

/** Texts of about so many words, at paragraphs: what the library meets are articles. */
const LEAST = 120;
const MOST = 520;

/**
 * The texts that the ranker and the glance are learnt from, in a random order.
 *
 * @param corpora the folder of the corpora
 * @param share of the words that `TRAINING_SOURCES` tells for each source, 0 to 1
 */
export function trainingTexts(corpora: string, share: number, random: Random): string[] {
  const texts = TRAINING_SOURCES.flatMap(({ name, words }) =>
    chunksOf(readDocuments(corpora, name), words * share, seededRandom(name)),
  );
  shuffle(texts, random);
  return texts;
}

/** Cuts documents into texts of various lengths until `words` words are taken; a random share of the documents. */
export function chunksOf(documents: readonly string[], words: number, random: Random): string[] {
  const total = documents.reduce((sum, text) => sum + wordCount(text), 0);
  const share = words / total;
  const chunks: string[] = [];
  for (const text of documents) {
    if (share < 1 && random() >= share) continue;
    let size = LEAST + random() * (MOST - LEAST);
    let paragraphs: string[] = [];
    let length = 0;
    for (const paragraph of text.split(/\n\s*\n/)) {
      paragraphs.push(paragraph);
      length += wordCount(paragraph);
      if (length < size) continue;
      chunks.push(paragraphs.join("\n\n"));
      paragraphs = [];
      length = 0;
      size = LEAST + random() * (MOST - LEAST);
    }
    if (length > 40) chunks.push(paragraphs.join("\n\n"));
  }
  return chunks;
}

function wordCount(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 0x20) count++;
  return count + 1;
}
