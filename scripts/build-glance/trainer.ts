import { ALONE, featureOf, type GlanceWeights, MOST_LEVEL } from "../../src/screening/glance-weights.js";
import { NO_HASH } from "../../src/screening/quick-reader.js";
import type { LabelledWords } from "./labelled-words.js";

/** Learning rate and the first sum of squares of AdaGrad (Duchi, Hazan, Singer 2011). */
const RATE = 0.1;
const FIRST_SQUARES = 0.01;
const BIAS_RATE = 0.0003;
/** What a word counts for that a spinner left alone; one of a clean text counts 1. */
const LEFT_ALONE = 0.05;
/** In nats. */
const STEP = 0.25;
/** Weights nearer to 0 are dropped: they say little, and zeros are short. In nats. */
const LEAST = 0.3;

/** Learns weights by stochastic gradient descent on the log-likelihood of which words were swapped in. */
export class GlanceTrainer {
  readonly #weights: Float32Array;
  readonly #squares: Float32Array;
  readonly #mask: number;
  #bias = 0;
  /** How much the words of clean texts and those swapped in counted for. */
  readonly #amounts = [0, 0];
  #loss = 0;

  constructor(bits: number) {
    this.#weights = new Float32Array(1 << bits);
    this.#squares = new Float32Array(1 << bits).fill(FIRST_SQUARES);
    this.#mask = (1 << bits) - 1;
  }

  /** Learns from a text. @param spun whether a spinner was at work */
  learn({ hash, swapped }: LabelledWords, spun: boolean): void {
    const before = (at: number): number => (at > 0 ? hash[at - 1] : NO_HASH);
    const behind = (at: number): number => (at + 1 < hash.length ? hash[at + 1] : NO_HASH);
    for (let at = 0; at < hash.length; at++) {
      if (hash[at] === NO_HASH) continue;
      const counts = spun && swapped[at] === 0 ? LEFT_ALONE : 1;
      this.#step(before(at), hash[at], behind(at), swapped[at], counts);
    }
  }

  #step(before: number, hash: number, behind: number, truth: number, counts: number): void {
    const weights = this.#weights;
    const word = featureOf(hash, ALONE, this.#mask);
    const left = featureOf(hash, before, this.#mask);
    const right = featureOf(hash, ~behind, this.#mask);
    const odds = this.#bias + weights[word] + weights[left] + weights[right];
    const probability = 1 / (1 + Math.exp(-odds));
    const gradient = counts * (probability - truth);
    this.#amounts[truth] += counts;
    this.#loss -= counts * Math.log(Math.max(1e-9, truth === 1 ? probability : 1 - probability));
    this.#bias -= BIAS_RATE * gradient;
    this.#move(word, gradient);
    this.#move(left, gradient);
    this.#move(right, gradient);
  }

  #move(feature: number, gradient: number): void {
    this.#squares[feature] += gradient * gradient;
    this.#weights[feature] -= (RATE * gradient) / Math.sqrt(this.#squares[feature]);
  }

  /** The mean loss of a word so far, in nats. */
  get loss(): number {
    return this.#loss / (this.#amounts[0] + this.#amounts[1]);
  }

  /** The weights in whole steps. How many words of the training texts were swapped in is not in them. */
  quantised(): GlanceWeights {
    const levels = Int8Array.from(this.#weights, (weight) =>
      Math.abs(weight) < LEAST ? 0 : Math.max(-MOST_LEVEL, Math.min(MOST_LEVEL, Math.round(weight / STEP))),
    );
    const [clean, swapped] = this.#amounts;
    return { levels, step: STEP, bias: Number((this.#bias - Math.log(swapped / clean)).toFixed(3)) };
  }
}
