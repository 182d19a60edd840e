import type { Lattice } from "../lattice.js";
import { type BoostedTrees, treeSumOf } from "./boosted-trees.js";
import { CONFIDENCE_FEATURES, ConfidenceDescriber, type Opinions } from "./confidence-features.js";

/** Candidates below this posterior are taken to be as probable as it says, which is: not. */
export const LEAST_POSTERIOR = 0.06;

/**
 * By candidate: the calibrated probability that it is the original: of those near 0.9, nine in ten are right. The
 * posterior is surer than it should be, and how much depends on where it comes from; boosted trees over both opinions,
 * the document's counts and the neighbourhood correct it (stacking; Wolpert 1992).
 */
export function confidenceOf(trees: BoostedTrees, lattice: Lattice, opinions: Opinions): Float64Array {
  const describer = new ConfidenceDescriber(lattice, opinions);
  const confidence = describer.pooled.slice();
  const sum = treeSumOf(trees);
  const row = new Float32Array(CONFIDENCE_FEATURES);
  for (let site = 0, described = -1; site < lattice.siteCount; site++) {
    for (let c = lattice.first[site]; c < lattice.first[site + 1]; c++) {
      if (describer.pooled[c] < LEAST_POSTERIOR) continue;
      if (described !== site) describer.describeSite(site, row);
      described = site;
      describer.describe(site, c, row);
      confidence[c] = 1 / (1 + Math.exp(-sum.of(row)));
    }
  }
  return confidence;
}
