import type { Lattice } from "../lattice.js";
import type { Fluency } from "./fluency.js";

/**
 * What a candidate is worth before anything else is known of it: its first odds, in which its channel counts half. Those that
 * are worth less than this, or less by so much than the best of their site, are given up. In nats.
 */
const CHANNEL_WEIGHT = 0.5;
const LEAST = -5;
const BEHIND = 3.5;
/** Those that miss that by no more still count as rivals. */
const FAINT = 1.5;

/** A lattice, how fluent its candidates are in the text as it stands, and their first odds. */
export interface Weighed {
  readonly lattice: Lattice;
  readonly plain: Fluency;
  /** By candidate: log-odds against the form as it stands. */
  readonly odds: Float32Array;
}

/**
 * Gives up the candidates that fluency and channel speak against: more than half of them, among which are three in a thousand of
 * those that would be chosen in the end (beam pruning; Lowerre 1976). Sites that have none left are given up too.
 */
export function pruned({ lattice, plain, odds }: Weighed): Weighed {
  const { siteCount, first, channel } = lattice;
  const sites = new Int32Array(siteCount);
  const candidates = new Int32Array(lattice.candidateCount);
  const firstKept = new Int32Array(siteCount + 1);
  const rivals = new Int32Array(siteCount);
  const worth = odds.map((value, c) => value - CHANNEL_WEIGHT * channel[c]);
  let siteKept = 0;
  let kept = 0;
  for (let site = 0; site < siteCount; site++) {
    let least = LEAST;
    for (let c = first[site]; c < first[site + 1]; c++) least = Math.max(least, worth[c] - BEHIND);
    const before = kept;
    let faint = 0;
    for (let c = first[site]; c < first[site + 1]; c++) {
      if (worth[c] >= least) candidates[kept++] = c;
      else if (worth[c] >= least - FAINT) faint++;
    }
    if (kept === before) continue;
    rivals[siteKept] = kept - before + faint;
    sites[siteKept++] = site;
    firstKept[siteKept] = kept;
  }
  const ofSites = <Column extends Int32Array | Float32Array>(column: Column): Column => picked(column, sites, siteKept);
  const ofCandidates = <Column extends Int32Array | Float32Array | Uint8Array>(column: Column): Column =>
    picked(column, candidates, kept);
  return {
    lattice: {
      ...lattice,
      siteCount: siteKept,
      from: ofSites(lattice.from),
      to: ofSites(lattice.to),
      form: ofSites(lattice.form),
      first: firstKept.slice(0, siteKept + 1),
      rivals,
      candidateCount: kept,
      original: ofCandidates(lattice.original),
      channel: ofCandidates(lattice.channel),
      entry: ofCandidates(lattice.entry),
      proposedOnly: ofCandidates(lattice.proposedOnly),
      dialect: ofCandidates(lattice.dialect),
    },
    plain: { kept: ofSites(plain.kept), gain: ofCandidates(plain.gain) },
    odds: ofCandidates(odds),
  };
}

/** The values of a column at these places. */
function picked<Column extends Int32Array | Float32Array | Uint8Array>(
  column: Column,
  places: Int32Array,
  count: number,
): Column {
  const values = column.slice(0, count) as Column;
  for (let i = 0; i < count; i++) values[i] = column[places[i]];
  return values;
}
