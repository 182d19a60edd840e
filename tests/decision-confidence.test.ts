import { describe, expect, it } from "vitest";
import { fitTrees } from "../scripts/calibrate/boosting.js";
import { seededRandom } from "../scripts/simulate/random.js";
import { documentSupport } from "../src/context/support.js";
import { type BoostedTrees, sumOfTrees, TREE_DEPTH, TREE_LEAVES } from "../src/decision/boosted-trees.js";
import { confidenceOf, LEAST_POSTERIOR } from "../src/decision/confidence.js";
import {
  CONFIDENCE_FEATURES,
  ConfidenceDescriber,
  logit,
  type Opinion,
  type Opinions,
} from "../src/decision/confidence-features.js";
import { decodeConfidence, encodeConfidence } from "../src/decision/confidence-pack.js";
import { posteriorOf } from "../src/decision/posterior.js";
import { ModelError } from "../src/errors.js";
import type { Lattice } from "../src/lattice.js";
import { encodePacked } from "../src/packed-file.js";
import { evenRate, latticeOf } from "./lattice-harness.js";

const LATTICE = latticeOf("a fast spherical of speak reveals", [
  { form: "speak", originals: ["talk", "say"] },
  { form: "speak reveals", originals: ["talk shows"] },
  { form: "reveals", originals: ["shows"] },
]);

function opinionOf(lattice: Lattice, odds: readonly number[], rate: number): Opinion {
  const given = Float32Array.from(odds);
  const spinRate = evenRate(lattice, rate);
  const posterior = posteriorOf(lattice, given, spinRate);
  const fluency = { kept: new Float32Array(lattice.siteCount), gain: given };
  const nothing = new Float32Array(lattice.candidateCount);
  return {
    odds: given,
    rate: spinRate,
    posterior,
    findings: {
      plain: fluency,
      drafted: fluency,
      support: documentSupport(lattice, posterior.candidate),
      topic: nothing,
      draft: { siteAt: new Int32Array(lattice.scan.count).fill(-1), candidateOf: new Int32Array(lattice.siteCount) },
    },
  };
}

const OPINIONS: Opinions = {
  first: opinionOf(LATTICE, [1, -9, 3, 0.5], 0.3),
  second: opinionOf(LATTICE, [2, -9, 4, 0.5], 0.3),
  fit: { kept: new Float32Array(LATTICE.siteCount), gain: new Float32Array(LATTICE.candidateCount) },
};

/** One tree that asks one question again and again. */
function stump(feature: number, threshold: number, no: number, yes: number): BoostedTrees {
  return {
    bias: 0,
    feature: new Uint8Array(TREE_DEPTH).fill(feature),
    threshold: new Float32Array(TREE_DEPTH).fill(threshold),
    leaf: new Float32Array(TREE_LEAVES).fill(no).fill(yes, TREE_LEAVES - 1),
  };
}

describe("boosted trees", () => {
  it("go to the leaf that their questions lead to, and are added up", () => {
    const leaf = Float32Array.from({ length: 2 * TREE_LEAVES }, (_, k) => k);
    const feature = Uint8Array.from([0, 1, 2, 3, 4, 0, 0, 0, 0, 0]);
    const threshold = Float32Array.from([0, 0, 0, 0, 0, 5, 5, 5, 5, 0.5]);
    const trees: BoostedTrees = { bias: 0.25, feature, threshold, leaf };
    // Yes, no, yes, no, yes is leaf 21; four times no and yes is the last but fifteen of the second tree.
    expect(sumOfTrees(trees, [1, 0, 1, -1, 1])).toBe(0.25 + 21 + TREE_LEAVES + 16);
  });

  it("learn what no sum of features says", () => {
    const random = seededRandom("either, not both");
    const left = Float32Array.from({ length: 4000 }, () => random() - 0.5);
    const right = Float32Array.from({ length: 4000 }, () => random() - 0.5);
    const noise = Float32Array.from({ length: 4000 }, () => random());
    const truth = Uint8Array.from(left, (value, row) => (value > 0 !== right[row] > 0 ? 1 : 0));
    const trees = fitTrees({ rows: truth.length, columns: [left, right, noise], truth });
    for (const [a, b] of [
      [0.3, 0.3],
      [0.3, -0.3],
      [-0.3, 0.3],
      [-0.3, -0.3],
    ])
      expect(sumOfTrees(trees, [a, b, 0.5]) > 0).toBe(a > 0 !== b > 0);
  });

  it("come out of their file as they went in", () => {
    const trees: BoostedTrees = { ...stump(3, 0.125, -1.5, 2.25), bias: -0.75 };
    expect(decodeConfidence(encodeConfidence(trees, 0.25))).toEqual(trees);
  });

  it("are packed in steps of any size, to the nearest", () => {
    const trees: BoostedTrees = { ...stump(1, 0, -1.4, 2.6), bias: 0.5 };
    expect([...new Set(decodeConfidence(encodeConfidence(trees, 0.5)).leaf)]).toEqual([-1.5, 2.5]);
  });

  it("are refused over features that there are not", () => {
    for (const feature of [CONFIDENCE_FEATURES, 255]) {
      const trees = stump(0, 0, 0, 0);
      trees.feature[TREE_DEPTH - 1] = feature;
      expect(() => decodeConfidence(encodeConfidence(trees, 1))).toThrow(ModelError);
      expect(() => decodeConfidence(encodeConfidence(trees, 1))).toThrow(`${CONFIDENCE_FEATURES} features`);
    }
    const last = stump(CONFIDENCE_FEATURES - 1, 0, 0, 0);
    expect(decodeConfidence(encodeConfidence(last, 1))).toEqual(last);
  });

  const whole = { features: TREE_DEPTH, thresholds: 4 * TREE_DEPTH, leaves: 2 * TREE_LEAVES };
  it.each(Object.keys(whole))("are refused with %s of another length", (section) => {
    for (const change of [-1, 1, 4 * TREE_LEAVES]) {
      const sections = new Map(
        Object.entries(whole).map(([name, length]) => [
          name,
          new Uint8Array(Math.max(0, name === section ? length + change : length)),
        ]),
      );
      const bytes = encodePacked("confidence", { bias: 0, step: 1, trees: 1 }, sections);
      expect(() => decodeConfidence(bytes)).toThrow(ModelError);
      expect(() => decodeConfidence(bytes)).toThrow("sections of other lengths");
    }
  });
});

describe("confidence", () => {
  const { candidate } = OPINIONS.second.posterior;

  it("is what the trees say of likely candidates, and the posterior of the others", () => {
    const confidence = confidenceOf(stump(0, -100, -4, 1.5), LATTICE, OPINIONS);
    expect([...confidence.keys()].filter((c) => candidate[c] < LEAST_POSTERIOR)).toEqual([1]);
    confidence.forEach((value, c) => {
      expect(value).toBeCloseTo(candidate[c] < LEAST_POSTERIOR ? candidate[c] : 1 / (1 + Math.exp(-1.5)), 9);
    });
  });

  it("is computed from both opinions, the site's rivals and the neighbourhood", () => {
    const x = new Float32Array(CONFIDENCE_FEATURES);
    new ConfidenceDescriber(LATTICE, OPINIONS).describe(1, 2, x);
    expect(x[0]).toBeCloseTo(logit(candidate[2]), 4);
    expect(x[1]).toBeCloseTo(logit(OPINIONS.first.posterior.candidate[2]), 4);
    // No other candidate at this site; the site of "speak" is its strongest rival.
    expect(x[4]).toBeCloseTo(logit(0), 4);
    expect(x[5]).toBeCloseTo(logit(OPINIONS.second.posterior.site[0]), 4);
    // Nothing but the span itself may have been swapped.
    expect(x[33]).toBe(0);
    expect(x.every(Number.isFinite)).toBe(true);
  });

  it("is shared by candidates that come to the same text", () => {
    const lattice = latticeOf("they are greater than that", [
      { form: "greater", originals: ["more", "better"] },
      { form: "greater than", originals: ["more than", "above"] },
    ]);
    const opinion = opinionOf(lattice, [1, 0, 1.5, 0], 0.3);
    const { pooled } = new ConfidenceDescriber(lattice, { first: opinion, second: opinion, fit: OPINIONS.fit });
    const { candidate } = opinion.posterior;
    for (const same of [0, 2]) expect(pooled[same]).toBeCloseTo(candidate[0] + candidate[2], 9);
    for (const alone of [1, 3]) expect(pooled[alone]).toBe(candidate[alone]);
  });

  it("is computed from logits that stay finite", () => {
    expect(logit(0.5)).toBe(0);
    expect(logit(0.9)).toBeCloseTo(-logit(0.1), 9);
    for (const edge of [0, 1]) expect(Number.isFinite(logit(edge))).toBe(true);
  });
});
