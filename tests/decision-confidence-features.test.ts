import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fluency } from "../src/context/fluency.js";
import type { Findings } from "../src/context/ranker.js";
import {
  CONFIDENCE_FEATURES,
  ConfidenceDescriber,
  logit,
  type Opinion,
  type Opinions,
} from "../src/decision/confidence-features.js";
import { posteriorOf } from "../src/decision/posterior.js";
import { RATE_CLASSES, rateClassOf } from "../src/decision/rate-class.js";
import { DIALECTS, Dialect, type Lattice } from "../src/lattice.js";
import { evenRate, latticeOf, type Place } from "./lattice-harness.js";

const TEXT = [
  "# The old house",
  "They are greater than that, and a fast spherical of speak reveals that the old house by the river is greater.",
  "“The old workplace stood by the Beta river,” they said, and the workplace stood near an old river and a home.",
].join("\n\n");

const PLACES: readonly Place[] = [
  { form: "old", originals: ["aged", "former"] },
  { form: "old", nth: 1, originals: ["aged", "former"] },
  { form: "old", nth: 2, originals: ["aged", "former"], dialect: Dialect.Unobserved },
  { form: "greater", originals: ["more", "better"] },
  { form: "greater", nth: 1, originals: ["more", "better"], channel: -2 },
  { form: "greater than", originals: ["more than", "above"], channel: -0.5 },
  { form: "speak", originals: ["talk"] },
  { form: "speak reveals", originals: ["talk shows"] },
  { form: "reveals", originals: ["shows", "tells", "speak"], dialect: Dialect.Unobserved },
  { form: "workplace", originals: ["office"] },
  { form: "workplace", nth: 1, originals: ["office", "home"] },
  { form: "Beta", originals: ["Alpha"], dialect: Dialect.Science },
];

/** Not every word is one that a spinner has something for. */
const SWAPPABLE = ["old", "house", "greater", "speak", "reveals", "workplace", "river", "home", "Beta"];
const LATTICE = latticeOf(TEXT, PLACES, SWAPPABLE);
const { siteCount, candidateCount, first, from, to, form, original, phrases, scan, lists } = LATTICE;

/** Columns of numbers that differ from each other and from all other columns. */
function column(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => seed + i / 64);
}

function opinionOf(odds: readonly number[], share: number, seed: number): Opinion {
  const given = Float32Array.from(odds);
  const rate = { ...evenRate(LATTICE, share), evidence: seed };
  for (let k = 0; k < RATE_CLASSES; k++) rate.rates[k] = share / (k + 1);
  rate.segmentOf.fill(1, Math.floor(scan.count / 2));
  rate.spunSegments = Float64Array.of(0.875, 0.5);
  const fluency = (at: number) => ({ kept: column(siteCount, at), gain: column(candidateCount, at + 10) });
  const findings: Findings = {
    plain: fluency(seed + 100),
    drafted: fluency(seed + 200),
    support: {
      recurring: column(siteCount, seed + 300),
      behindOthers: column(candidateCount, seed + 310),
      behindSame: column(candidateCount, seed + 320),
      visible: column(candidateCount, seed + 330),
      standing: column(candidateCount, seed + 340),
    },
    topic: column(candidateCount, seed + 400),
    draft: { siteAt: new Int32Array(scan.count).fill(-1), candidateOf: new Int32Array(siteCount) },
  };
  return { odds: given, rate, posterior: posteriorOf(LATTICE, given, rate), findings };
}

const FIT: Fluency = {
  kept: column(siteCount, 500),
  gain: column(candidateCount, -0.25).map((value, c) => (c % 3) * value),
};

const oddsOf = fc.array(fc.double({ min: -12, max: 8, noNaN: true }), {
  minLength: candidateCount,
  maxLength: candidateCount,
});
const opinions: fc.Arbitrary<Opinions> = fc
  .tuple(oddsOf, oddsOf)
  .map(([firstly, lastly]) => ({ first: opinionOf(firstly, 0.3, 1), second: opinionOf(lastly, 0.2, 2), fit: FIT }));

/** Applies a check to every candidate of every description. */
function everywhere(check: (x: Float32Array, site: number, candidate: number, from: Opinions) => void): void {
  fc.assert(
    fc.property(opinions, (each) => {
      const describer = new ConfidenceDescriber(LATTICE, each);
      const x = new Float32Array(CONFIDENCE_FEATURES);
      for (let site = 0; site < siteCount; site++) {
        for (let c = first[site]; c < first[site + 1]; c++) {
          describer.describeSite(site, x);
          describer.describe(site, c, x);
          check(x, site, c, each);
        }
      }
    }),
    { numRuns: 25 },
  );
}

const range = (start: number, end: number): number[] => Array.from({ length: end - start }, (_, i) => start + i);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const SITES = range(0, siteCount);
const CANDIDATES = range(0, candidateCount);
const candidatesOf = (site: number): number[] => range(first[site], first[site + 1]);
const siteOf = (candidate: number): number => SITES.find((site) => candidate < first[site + 1]) ?? -1;

/** What a candidate comes to: its text in the place of the span's. */
function restored(candidate: number): string {
  const site = siteOf(candidate);
  const words = range(phrases.offsets[original[candidate]], phrases.offsets[original[candidate] + 1]);
  const ids = (start: number, end: number): number[] => [...scan.word.subarray(start, end)];
  return [...ids(0, from[site]), ...words.map((at) => phrases.words[at]), ...ids(to[site], scan.count)].join(" ");
}

const same = (candidate: number, worth: (c: number) => boolean): number[] =>
  worth(candidate) ? CANDIDATES.filter((c) => worth(c) && restored(c) === restored(candidate)) : [candidate];

/** How probable it is that a token was swapped, and whether it may have been. */
function swappedAt({ first: { posterior } }: Opinions, token: number): number {
  return Math.max(0, ...SITES.filter((s) => from[s] <= token && token < to[s]).map((s) => posterior.site[s]));
}

describe("what a candidate's confidence is computed from", () => {
  it("has what both opinions say of it", () => {
    everywhere((x, site, c, { first: early, second: late, fit }) => {
      const given = [
        late.odds[c],
        early.odds[c],
        fit.gain[c],
        late.findings.drafted.gain[c],
        early.findings.drafted.gain[c],
        fit.kept[site],
        late.findings.drafted.kept[site],
        LATTICE.channel[c],
      ];
      expect([...x.subarray(6, 14)]).toEqual(given);
      expect(x[2]).toBeCloseTo(logit(late.posterior.site[site]), 4);
      expect(x[3]).toBeCloseTo(logit(early.posterior.site[site]), 4);
    });
  });

  it("has the probability of what it comes to, by whichever candidate", () => {
    everywhere((x, _, c, { first: early, second: late }) => {
      const worth = (each: number): boolean =>
        early.posterior.candidate[each] > 0.002 || late.posterior.candidate[each] > 0.002;
      const pooled = ({ posterior }: Opinion): number =>
        Math.min(1, sum(same(c, worth).map((each) => posterior.candidate[each])));
      expect(x[0]).toBeCloseTo(logit(pooled(late)), 3);
      expect(x[1]).toBeCloseTo(logit(pooled(early)), 3);
    });
  });

  it("has the strongest rival at the site, and over it", () => {
    everywhere((x, site, c, { first: early, second: late }) => {
      const { posterior } = late;
      const others = candidatesOf(site).filter((each) => each !== c);
      expect(x[4]).toBeCloseTo(logit(Math.max(0, ...others.map((each) => posterior.candidate[each]))), 4);
      const worth = (each: number): boolean =>
        early.posterior.candidate[each] > 0.002 || posterior.candidate[each] > 0.002;
      const equal = same(c, worth);
      const rivals = SITES.filter((other) => other !== site && from[other] < to[site] && from[site] < to[other]).map(
        (other) =>
          posterior.site[other] -
          sum(candidatesOf(other).flatMap((each) => (equal.includes(each) ? posterior.candidate[each] : []))),
      );
      expect(x[5]).toBeCloseTo(logit(Math.max(0, ...rivals)), 3);
    });
  });

  it("has what the rest of the document says", () => {
    everywhere((x, site, c, { first: early, second: late }) => {
      const others = SITES.filter((other) => other !== site && form[other] === form[site]);
      expect(x[14]).toBeCloseTo(Math.log(1 + others.length), 5);
      const mean = sum(others.map((other) => early.posterior.site[other])) / others.length;
      expect(x[15]).toBeCloseTo(others.length > 0 ? mean : -1, 5);
      const { support, topic } = late.findings;
      expect([...x.subarray(16, 22)]).toEqual([
        support.behindOthers[c],
        support.behindSame[c],
        x[18],
        support.visible[c],
        support.standing[c],
        topic[c],
      ]);
      expect(x[22]).toBeCloseTo(Math.log(early.rate.rates[0]), 5);
      expect(x[23]).toBe(early.rate.evidence);
      expect(x[24]).toBeCloseTo(Math.log(1 + scan.count), 5);
    });
  });

  it("has what kind of place and candidate it is", () => {
    everywhere((x, site, c, { second: { rate } }) => {
      const kind = rateClassOf(scan, from[site]);
      expect(x[25]).toBeCloseTo(Math.log(rate.rates[kind]), 5);
      expect(x[26]).toBe(rate.spunSegments[rate.segmentOf[from[site]]]);
      const length = phrases.offsets[original[c] + 1] - phrases.offsets[original[c]];
      expect([...x.subarray(27, 33)]).toEqual([
        kind,
        to[site] - from[site],
        length,
        candidatesOf(site).length,
        LATTICE.dialect[c],
        LATTICE.swappable[from[site]],
      ]);
    });
  });

  it("has the share of the words around that were swapped, of those that may have been", () => {
    everywhere((x, site, _, each) => {
      const around = range(Math.max(0, from[site] - 12), Math.min(scan.count, to[site] + 12)).filter(
        (token) => token < from[site] || token >= to[site],
      );
      const swapped = around.map((token) => swappedAt(each, token));
      const may = around.filter((token) => swappedAt(each, token) > 0.01 || LATTICE.swappable[token] === 1);
      expect(x[33]).toBeCloseTo(sum(swapped) / Math.max(1, may.length), 5);
    });
  });

  it("has how many forms the form and the original have, by dialect", () => {
    everywhere((x, site, c) => {
      const size = (phrase: number, dialect: Dialect): number =>
        Math.log(1 + lists.ofPhrase[phrase * DIALECTS + dialect]);
      const sizes = [form[site], original[c]].flatMap((phrase) => [
        size(phrase, Dialect.General),
        size(phrase, Dialect.Unobserved),
      ]);
      for (const [i, expected] of sizes.entries()) expect(x[34 + i]).toBeCloseTo(expected, 5);
    });
  });

  it("has how well it fits between its neighbours against all that may stand there", () => {
    everywhere((x, site, c, { fit: { gain } }) => {
      const all = [0, ...candidatesOf(site).map((each) => gain[each])];
      expect(x[18]).toBeCloseTo(gain[c] - Math.log(sum(all.map(Math.exp))), 5);
    });
  });

  it("knows nothing of lists for a form that is no phrase of its own", () => {
    const nameless: Lattice = { ...LATTICE, form: LATTICE.form.map(() => -1) };
    const odds = CANDIDATES.map(() => 1);
    const both = { first: opinionOf(odds, 0.3, 1), second: opinionOf(odds, 0.3, 2), fit: FIT };
    const x = new Float32Array(CONFIDENCE_FEATURES);
    new ConfidenceDescriber(nameless, both).describe(0, 0, x);
    expect([x[34], x[35]]).toEqual([0, 0]);
  });
});
