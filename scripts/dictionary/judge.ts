import { firstLook } from "../../src/analysis.js";
import { rankCandidates } from "../../src/context/ranker.js";
import { toChanges } from "../../src/decision/change.js";
import { type Choice, chooseCandidates } from "../../src/decision/choose.js";
import { weighDialects } from "../../src/decision/dialects.js";
import { posteriorOf } from "../../src/decision/posterior.js";
import { RATE_CLASSES } from "../../src/decision/rate-class.js";
import type { SpinRate } from "../../src/decision/spin-rate.js";
import type { Lattice } from "../../src/lattice.js";
import type { Resources } from "../../src/resources.js";

/** The share of swapped words in a text that is known to be spun; typical of real pages. */
export const KNOWN_RATE = 0.35;

const MORE_LIKELY_THAN_NOT = 0.5;

/** What the library makes of a text that is known to be spun. */
export interface Judgement {
  readonly lattice: Lattice;
  /** By candidate: how much better the language model likes it than the form, natural logarithm. */
  readonly gain: Float32Array;
  /** By candidate: log-odds against the form as it stands. */
  readonly odds: Float32Array;
  /** By candidate: its probability at the known rate, 0 to 1. */
  readonly probability: Float64Array;
  readonly choices: readonly Choice[];
  /** By choice: what is written. */
  readonly written: readonly string[];
}

/** Decides a text as the library would if the spin rate needed no estimate. */
export function judge(resources: Resources, text: string, share: number = KNOWN_RATE): Judgement {
  const { ranker, symbols } = resources;
  const { lattice, findings } = firstLook(resources, text, (drawn) => knownRate(drawn, share));
  const rate = knownRate(lattice, share);
  const odds = weighDialects(lattice, rankCandidates(ranker, symbols, lattice, findings).odds);
  const probability = posteriorOf(lattice, odds, rate).candidate;
  const nothing = new Uint8Array(lattice.scan.count);
  const choices = chooseCandidates(lattice, probability, MORE_LIKELY_THAN_NOT, nothing, true);
  const changes = toChanges(lattice, choices, probability);
  const written = choices.map(({ candidate }) => changes.find((change) => change.candidate === candidate)?.text ?? "");
  return { lattice, gain: findings.plain.gain, odds, probability, choices, written };
}

function knownRate(lattice: Lattice, share: number): SpinRate {
  return {
    rates: new Float64Array(RATE_CLASSES).fill(share),
    segmentOf: new Int32Array(lattice.scan.count),
    spunSegments: Float64Array.of(1),
    evidence: 0,
    sites: new Float64Array(RATE_CLASSES),
    expected: new Float64Array(RATE_CLASSES),
  };
}
