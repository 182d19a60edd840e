import type { Change } from "./decision/change.js";
import { rateAt, type SpinRate } from "./decision/spin-rate.js";
import type { Dictionary } from "./dictionary/compile.js";
import { COMPOSED } from "./dictionary/composition.js";
import type { Account } from "./edits/report.js";
import { type Lattice, spellingOf } from "./lattice.js";

/** What there is to say of a change: its dictionary entry, and why it was made. */
export function accountFor(
  dictionary: Dictionary,
  lattice: Lattice,
  odds: Float32Array,
  rate: SpinRate,
  change: Change,
): Account {
  const { scan } = lattice;
  if (change.candidate < 0) return { entry: "article", reason: `agrees with the restored word`, composed: false };
  const entry = lattice.entry[change.candidate];
  const composed = entry === COMPOSED;
  const domain = composed ? "science" : dictionary.domains[dictionary.entryDomain[entry]];
  const spun = scan.text.slice(scan.start[change.from], scan.end[change.to - 1]).toLowerCase();
  const original = spellingOf(lattice.phrases, lattice.original[change.candidate]);
  const share = Math.round(100 * rateAt(rate, lattice, change.from));
  return {
    entry: `${domain}: ${spun} > ${original}`,
    reason: `${comparison(odds[change.candidate])}; about ${share} % of the swappable words around it were swapped`,
    composed,
  };
}

function comparison(odds: number): string {
  if (odds > Math.log(1000)) return "fits its context more than 1,000 times better";
  if (odds > Math.log(2)) return `fits its context ${Math.round(Math.exp(odds))} times better`;
  if (odds > Math.log(0.5)) return "fits its context about as well";
  return "fits its context less well, but nearly everything here was swapped";
}
