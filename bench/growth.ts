import type { Spinner } from "../scripts/simulate/spinner.js";
import { median, processorTime } from "./duel.js";
import type { Library } from "./library.js";
import { oneDocument, spunText } from "./texts.js";
import { worstCases } from "./worst-cases.js";

/** How long one document of a length took. */
export interface GrowthStep {
  readonly characters: number;
  readonly seconds: number;
  /** Edits made. */
  readonly edits: number;
}

/** How the time grows with one thing. */
export interface Growth {
  readonly name: string;
  readonly steps: readonly GrowthStep[];
}

/** Short documents are timed over so many characters in all, and in so many rounds. */
const WORK = 1_000_000;
const ROUNDS = 5;

/** One clean and one spun document of 10,000 characters, twice as long, and so on. */
export function growthInLength(
  library: Library,
  clean: readonly string[],
  spun: readonly string[],
  most: number,
): Growth[] {
  const lengths: number[] = [];
  for (let length = 10_000; length <= most; length *= 2) lengths.push(length);
  return [
    { name: "clean", documents: clean },
    { name: "spun", documents: spun },
  ].map(({ name, documents }) => ({
    name,
    steps: lengths.map((length) => timed(library, oneDocument(documents, length))),
  }));
}

/** Documents of one length of which more and more was spun. */
export function growthInHits(library: Library, clean: readonly string[], spinner: Spinner): Growth {
  const text = oneDocument(clean, 200_000);
  const steps = [0, 0.125, 0.25, 0.5, 1].map((share) =>
    timed(
      library,
      spunText(spinner, text, (offset) => (offset % 4096) / 4096 < share),
    ),
  );
  return { name: "hits", steps };
}

/** Each worst case at a length and at twice that. */
export function worstGrowth(library: Library, characters: number): Growth[] {
  return worstCases().map(({ name, make }) => ({
    name,
    steps: [characters, 2 * characters].map((length) => timed(library, make(length))),
  }));
}

function timed({ unspin }: Library, text: string): GrowthStep {
  const repeats = Math.max(1, Math.floor(WORK / text.length));
  const rounds = text.length > WORK * 4 ? 1 : ROUNDS;
  let edits = 0;
  const seconds = Array.from({ length: rounds }, () => {
    const start = processorTime();
    for (let repeat = 0; repeat < repeats; repeat++) edits = unspin(text).edits.length;
    return (processorTime() - start) / repeats;
  });
  return { characters: text.length, seconds: median(seconds), edits };
}
