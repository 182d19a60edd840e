import { formatConfidence } from "../edits/views/html.js";
import { REGION_LABELS } from "../edits/views/labels.js";
import type { Detection, RegionName } from "../types.js";

/** A verdict in a line: "spun, probability 0.999, 11.3 % of swappable words swapped (body 25.9 %, quotations 0.2 %)". */
export function verdictLine({ spun, probability, rate, evidence }: Detection): string {
  const verdict = `${spun ? "spun" : "not spun"}, probability ${formatConfidence(probability, 3)}`;
  if (!spun) return verdict;
  const regions = Object.entries(REGION_LABELS)
    .map(([name, label]) => ({ label, region: evidence.regions[name as RegionName] }))
    .filter(({ region }) => region.sites >= 1)
    .map(({ label, region }) => `${label.toLowerCase()} ${formatPercent(region.rate)}`);
  return `${verdict}, ${formatPercent(rate)} of swappable words swapped (${regions.join(", ")})`;
}

/** A share as a percentage with one digit behind the point. */
export function formatPercent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
