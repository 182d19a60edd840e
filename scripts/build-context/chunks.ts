import type { Random } from "../simulate/random.js";

/** Texts of about so many words, at paragraphs: what the library meets are articles. */
const LEAST = 120;
const MOST = 520;

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
