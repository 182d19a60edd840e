import { BREAK, COMMA, type EncodedSource } from "./corpus.js";
import { END, START } from "./lexicon.js";
import { bigramKey, trigramKey } from "./ngram-keys.js";

/** Distinct n-grams, ascending by key, how often each was seen, and how much those sightings weigh together. */
export interface Counts {
  readonly keys: Float64Array;
  readonly sightings: Uint32Array;
  readonly weights: Float64Array;
}

/** The counts of all three orders. */
export interface CorpusCounts {
  readonly unigrams: Float64Array;
  readonly bigrams: Counts;
  readonly trigrams: Counts;
}

/** A source's tokens, each a word of the lexicon; a sentence is preceded by `START` and followed by `END`. */
function toStream(source: EncodedSource, read: (token: number) => number, comma: number): Uint16Array {
  const { tokens } = source;
  const stream = new Uint16Array(tokens.length * 2 + 1);
  let count = 0;
  stream[count++] = START;
  for (const token of tokens) {
    if (token === BREAK) {
      stream[count++] = END;
      stream[count++] = START;
    } else if (token === COMMA) {
      if (comma >= 0) stream[count++] = comma;
    } else stream[count++] = read(token);
  }
  return stream.slice(0, count - 1);
}

/**
 * Counts the n-grams of sources that weigh the same together, then adds up the groups.
 *
 * @param read the lexicon's id of an encoded word
 * @param comma the lexicon's id of the comma, -1 to leave commas out
 */
export function countSources(
  groups: ReadonlyMap<number, readonly EncodedSource[]>,
  read: (token: number) => number,
  lexiconSize: number,
  comma: number,
): CorpusCounts {
  const unigrams = new Float64Array(lexiconSize);
  const bigramGroups: Counts[] = [];
  const trigramGroups: Counts[] = [];
  for (const [weight, sources] of groups) {
    const streams = sources.map((source) => toStream(source, read, comma));
    for (const stream of streams) for (const word of stream) if (word !== START) unigrams[word] += weight;
    bigramGroups.push(tally(keysOf(streams, 2), weight));
    trigramGroups.push(tally(keysOf(streams, 3), weight));
  }
  return { unigrams, bigrams: addUp(bigramGroups), trigrams: addUp(trigramGroups) };
}

/** The keys of all n-grams that do not cross the border of a sentence, sorted. */
function keysOf(streams: readonly Uint16Array[], order: 2 | 3): Float64Array {
  const keys = new Float64Array(streams.reduce((sum, stream) => sum + stream.length, 0));
  let count = 0;
  for (const stream of streams) {
    for (let i = order - 1; i < stream.length; i++) {
      if (stream[i] === START || stream[i - 1] === END) continue;
      if (order === 2) keys[count++] = bigramKey(stream[i - 1], stream[i]);
      else if (stream[i - 1] !== START) keys[count++] = trigramKey(stream[i - 2], stream[i - 1], stream[i]);
    }
  }
  return keys.slice(0, count).sort();
}

function tally(sorted: Float64Array, weight: number): Counts {
  let distinct = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) distinct++;
  const keys = new Float64Array(distinct);
  const sightings = new Uint32Array(distinct);
  let row = -1;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) keys[++row] = sorted[i];
    sightings[row]++;
  }
  return { keys, sightings, weights: Float64Array.from(sightings, (count) => count * weight) };
}

function addUp(groups: readonly Counts[]): Counts {
  return groups.reduce((left, right) => {
    const keys = new Float64Array(left.keys.length + right.keys.length);
    const sightings = new Uint32Array(keys.length);
    const weights = new Float64Array(keys.length);
    let count = 0;
    let i = 0;
    let j = 0;
    while (i < left.keys.length || j < right.keys.length) {
      const first = i < left.keys.length ? left.keys[i] : Number.POSITIVE_INFINITY;
      const second = j < right.keys.length ? right.keys[j] : Number.POSITIVE_INFINITY;
      keys[count] = Math.min(first, second);
      if (first <= second) {
        sightings[count] += left.sightings[i];
        weights[count] += left.weights[i++];
      }
      if (second <= first) {
        sightings[count] += right.sightings[j];
        weights[count] += right.weights[j++];
      }
      count++;
    }
    return {
      keys: keys.slice(0, count),
      sightings: sightings.slice(0, count),
      weights: weights.slice(0, count),
    };
  });
}
