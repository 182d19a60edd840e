import type { Restoration } from "../../types.js";
import { formatJson } from "../json.js";

/**
 * What corpus tool-kits keep beside a document: a line with its id and, by attribute, spans with a score. Their offsets
 * count characters (code points), not UTF-16 code units.
 *
 * @param id the document's id as JSON
 */
export function formatAttributes(id: string, text: string, { edits, detection }: Restoration): string {
  const counter = new CharacterCounter(text);
  const spans = edits.map(({ start, end, confidence }) => [counter.upTo(start), counter.upTo(end), confidence]);
  const whole = [[0, counter.upTo(text.length), detection.probability]];
  return `{"id":${id},"attributes":${formatJson({ unspin_edits: spans, unspin_spun: whole })}}`;
}

/** Counts the characters before offsets that rise. */
class CharacterCounter {
  readonly #text: string;
  #at = 0;
  #count = 0;

  constructor(text: string) {
    this.#text = text;
  }

  upTo(offset: number): number {
    while (this.#at < offset) {
      const code = this.#text.codePointAt(this.#at) ?? 0;
      this.#at += code > 0xffff ? 2 : 1;
      this.#count++;
    }
    return this.#count;
  }
}
