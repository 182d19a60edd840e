import type { Lattice } from "../lattice.js";
import { logAdd } from "./log-sum.js";
import { byFallingValue } from "./order.js";
import { RATE_CLASSES, RateClass, rateClassOf } from "./rate-class.js";
import { segmentsOf } from "./segments.js";

/** How much of a text was spun, where, and how sure that is. */
export interface SpinRate {
  /** By `RateClass`: the share of swappable words that were swapped where the spinner was at work, 0 to 1. */
  readonly rates: Float64Array;
  /** By token: the number of its segment. */
  readonly segmentOf: Int32Array;
  /** By segment: the probability that the spinner was at work in it. */
  readonly spunSegments: Float64Array;
  /**
   * log P(text | these rates) - log P(text | no swap at all), in nats: the document's evidence of spinning. Repeats of a
   * form count less each time, and the more segments there are, the more is taken off for what chance shows in one;
   * from that of short texts too.
   */
  readonly evidence: number;
  /** By `RateClass`: sites with evidence and how many of them are expected to be spun. */
  readonly sites: Float64Array;
  readonly expected: Float64Array;
}

/** A site's evidence is bounded, in nats, so that no single word can convict a document. */
const EVIDENCE_CAP = 6;
const ITERATIONS = 20;
/** Rates that change by less than this have settled. */
const SETTLED = 0.0005;
const START_RATE = 0.3;
const LOWEST = 0.002;
const HIGHEST = 0.97;
/** Pseudo-counts: how many unspun sites the body's estimate begins with, and of how much body rate a class's. */
const BODY_PRIOR = 1;
const CLASS_PRIOR = 2;
const CLASS_SHARE = 1 / 3;
/** How much of the logarithm of the number of segments is taken off the evidence. */
const CHANCE = 0.8;
/** A text of fewer words that might be swapped shows too little: up to so many nats are taken off. */
const SHORT = { words: 40, penalty: 3 };
/** Probability that the spinner starts or stops working between two segments. */
const SWITCH = 0.02;

interface Evidence {
  readonly count: number;
  /** By chosen site: rate class, segment, exp(evidence), weight (repeats), whether keeping it is evidence too. */
  readonly rateClass: Uint8Array;
  readonly segment: Int32Array;
  readonly odds: Float64Array;
  readonly weight: Float64Array;
  readonly swappable: Uint8Array;
  /** By segment and class: swappable words at which nothing could have been swapped in. */
  readonly unspun: Float64Array;
  readonly segments: number;
}

/**
 * Estimates the spin rates by expectation-maximisation (Dempster, Laird, Rubin 1977) over all sites of a text, with a
 * two-state hidden Markov model over its segments, so that one spun paragraph in clean text stands out.
 *
 * @param odds by candidate: log P(context | original) P(form | original) - log P(context | form), natural logarithm
 */
export function estimateSpinRate(lattice: Lattice, odds: Float32Array): SpinRate {
  const segmentOf = segmentsOf(lattice.scan);
  const evidence = gather(lattice, odds, segmentOf);
  const rates = new Float64Array(RATE_CLASSES).fill(START_RATE);
  const spunSegments = new Float64Array(evidence.segments).fill(1);
  const ratios = new Float64Array(evidence.segments);
  const sites = new Float64Array(RATE_CLASSES);
  const expected = new Float64Array(RATE_CLASSES);
  let total = 0;
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    segmentRatios(evidence, rates, ratios);
    total = forwardBackward(ratios, spunSegments);
    if (maximise(evidence, rates, spunSegments, sites, expected) < SETTLED) break;
  }
  const chance = CHANCE * Math.log(Math.max(1, evidence.segments)) + shortness(evidence);
  return { rates, segmentOf, spunSegments, evidence: total - chance, sites, expected };
}

/** What is taken off a short text's evidence. */
function shortness({ count, swappable, unspun }: Evidence): number {
  let words = unspun.reduce((sum, value) => sum + value, 0);
  for (let at = 0; at < count; at++) words += swappable[at];
  return SHORT.penalty * Math.max(0, 1 - words / SHORT.words);
}

/**
 * The same text's rates by other odds, where the spinner was at work staying as it is: whether a text was spun is for
 * cautious odds to say, how much of it for those that decide.
 */
export function refineSpinRate(lattice: Lattice, odds: Float32Array, rate: SpinRate): SpinRate {
  const evidence = gather(lattice, odds, rate.segmentOf);
  const rates = rate.rates.slice();
  const sites = new Float64Array(RATE_CLASSES);
  const expected = new Float64Array(RATE_CLASSES);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    if (maximise(evidence, rates, rate.spunSegments, sites, expected) < SETTLED) break;
  }
  return { ...rate, rates, sites, expected };
}

/** The rate at a token: its class's, where the spinner was at work. */
export function rateAt(rate: SpinRate, lattice: Lattice, token: number): number {
  return rate.rates[rateClassOf(lattice.scan, token)] * rate.spunSegments[rate.segmentOf[token]];
}

/** Chooses sites that do not overlap, the strongest first, and lays out what they and the unspun words say. */
function gather(lattice: Lattice, odds: Float32Array, segmentOf: Int32Array): Evidence {
  const { scan, siteCount, from, to, first, form, swappable } = lattice;
  const strength = new Float64Array(siteCount);
  for (let site = 0; site < siteCount; site++) {
    let sum = 0;
    for (let c = first[site]; c < first[site + 1]; c++) sum += Math.exp(Math.min(EVIDENCE_CAP, odds[c]));
    strength[site] = Math.min(sum, Math.exp(EVIDENCE_CAP));
  }
  const order = byFallingValue(strength);
  const taken = new Uint8Array(scan.count);
  const segments = scan.count === 0 ? 0 : segmentOf[scan.count - 1] + 1;
  const evidence = {
    count: 0,
    rateClass: new Uint8Array(siteCount),
    segment: new Int32Array(siteCount),
    odds: new Float64Array(siteCount),
    weight: new Float64Array(siteCount),
    swappable: new Uint8Array(siteCount),
    unspun: new Float64Array(segments * RATE_CLASSES),
    segments,
  };
  const repeats = new Map<number, number>();
  for (const site of order) {
    if (overlaps(taken, from[site], to[site])) continue;
    taken.fill(1, from[site], to[site]);
    const repeat = (repeats.get(form[site]) ?? 0) + 1;
    if (form[site] >= 0) repeats.set(form[site], repeat);
    const at = evidence.count++;
    evidence.rateClass[at] = rateClassOf(scan, from[site]);
    evidence.segment[at] = segmentOf[from[site]];
    evidence.odds[at] = strength[site];
    evidence.weight[at] = repeatWeight(repeat);
    evidence.swappable[at] = swappable[from[site]];
  }
  for (let i = 0; i < scan.count; i++) {
    if (swappable[i] === 1 && taken[i] === 0) evidence.unspun[segmentOf[i] * RATE_CLASSES + rateClassOf(scan, i)]++;
  }
  return evidence;
}

function overlaps(taken: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (taken[i] === 1) return true;
  return false;
}

/** The k-th time a form is seen, it is less of a surprise: what it counts for, 0 to 1. */
export function repeatWeight(repeat: number): number {
  return 1 / (Math.sqrt(repeat) * (repeat > 2 ? 2 : 1));
}

/** Products of ratios within these bounds are far from where numbers end: any further ratio can be multiplied in. */
const LARGEST = 1e250;
const SMALLEST = 1e-250;

/** By segment: log P(segment | spun at these rates) - log P(segment | not spun). */
function segmentRatios(evidence: Evidence, rates: Float64Array, ratios: Float64Array): void {
  const { weight, rateClass, swappable, odds, segment } = evidence;
  ratios.fill(0);
  // Most weights are 1: the logarithm of a product is as good as many logarithms.
  const products = new Float64Array(ratios.length).fill(1);
  for (let at = 0; at < evidence.count; at++) {
    const rate = rates[rateClass[at]];
    const ratio = (swappable[at] === 1 ? 1 - rate : 1) + rate * odds[at];
    const s = segment[at];
    if (weight[at] !== 1) {
      ratios[s] += weight[at] * Math.log(ratio);
      continue;
    }
    products[s] *= ratio;
    if (products[s] < LARGEST && products[s] > SMALLEST) continue;
    ratios[s] += Math.log(products[s]);
    products[s] = 1;
  }
  const kept = rates.map((rate) => Math.log(1 - rate));
  for (let s = 0; s < evidence.segments; s++) {
    ratios[s] += Math.log(products[s]);
    for (let k = 0; k < RATE_CLASSES; k++) ratios[s] += evidence.unspun[s * RATE_CLASSES + k] * kept[k];
  }
}

/**
 * Posterior of the spun state of each segment (Rabiner 1989); gives the log-likelihood ratio of the whole chain against
 * "never at work".
 */
function forwardBackward(ratios: Float64Array, spun: Float64Array): number {
  const n = ratios.length;
  if (n === 0) return 0;
  const stay = Math.log(1 - SWITCH);
  const change = Math.log(SWITCH);
  const half = Math.log(0.5);
  const clean = new Float64Array(n);
  const busy = new Float64Array(n);
  for (let s = 0; s < n; s++) {
    clean[s] = s === 0 ? half : logAdd(clean[s - 1] + stay, busy[s - 1] + change);
    busy[s] = (s === 0 ? half : logAdd(clean[s - 1] + change, busy[s - 1] + stay)) + ratios[s];
  }
  let cleanAfter = 0;
  let busyAfter = 0;
  for (let s = n - 1; s >= 0; s--) {
    const c = clean[s] + cleanAfter;
    const b = busy[s] + busyAfter;
    spun[s] = 1 / (1 + Math.exp(Math.min(700, c - b)));
    const cleanHere = cleanAfter;
    const busyHere = busyAfter + ratios[s];
    cleanAfter = logAdd(stay + cleanHere, change + busyHere);
    busyAfter = logAdd(change + cleanHere, stay + busyHere);
  }
  return logAdd(clean[n - 1], busy[n - 1]);
}

/** Sets the rates to their expectation given the segments' states. @returns the most that one of them changed by */
function maximise(
  evidence: Evidence,
  rates: Float64Array,
  spun: Float64Array,
  sites: Float64Array,
  expected: Float64Array,
): number {
  sites.fill(0);
  expected.fill(0);
  for (let at = 0; at < evidence.count; at++) {
    const k = evidence.rateClass[at];
    const share = spun[evidence.segment[at]];
    const keep = evidence.swappable[at] === 1 ? 1 - rates[k] : 1;
    const swapped = (rates[k] * evidence.odds[at]) / (rates[k] * evidence.odds[at] + keep);
    expected[k] += share * swapped;
    sites[k] += share * (evidence.swappable[at] === 1 ? 1 : swapped);
  }
  for (let segment = 0; segment < evidence.segments; segment++) {
    for (let k = 0; k < RATE_CLASSES; k++) sites[k] += spun[segment] * evidence.unspun[segment * RATE_CLASSES + k];
  }
  const body = bounded((expected[RateClass.Body] + 0.05 * BODY_PRIOR) / (sites[RateClass.Body] + BODY_PRIOR));
  const prior = body * CLASS_SHARE * CLASS_PRIOR;
  let change = 0;
  for (let k = 0; k < RATE_CLASSES; k++) {
    const before = rates[k];
    rates[k] = k === RateClass.Body ? body : bounded((expected[k] + prior) / (sites[k] + CLASS_PRIOR));
    change = Math.max(change, Math.abs(rates[k] - before));
  }
  return change;
}

function bounded(rate: number): number {
  return Math.min(HIGHEST, Math.max(LOWEST, rate));
}
