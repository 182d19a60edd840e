import { pruned } from "./context/beam.js";
import { modelLens, scoreFluency } from "./context/fluency.js";
import { bilinearFit } from "./context/log-bilinear.js";
import { batchOf } from "./context/ngram-batch.js";
import { evidenceOdds, firstOdds, mostPairOdds } from "./context/odds.js";
import { type SitePair, scorePairs } from "./context/pairs.js";
import { type Findings, rankCandidates } from "./context/ranker.js";
import { plainReading } from "./context/reading.js";
import { documentSupport } from "./context/support.js";
import { rarityOf, surpriseOf } from "./context/surprise.js";
import { termOddsOf } from "./context/term-strength.js";
import { topicFit } from "./context/topic.js";
import { confidenceOf } from "./decision/confidence.js";
import type { Opinion, Opinions } from "./decision/confidence-features.js";
import { weighDialects } from "./decision/dialects.js";
import { draftReading, pairHopes } from "./decision/draft.js";
import { type Posterior, posteriorOf } from "./decision/posterior.js";
import { estimateSpinRate, refineSpinRate, type SpinRate } from "./decision/spin-rate.js";
import { type TermEvidence, weighTerms } from "./decision/strong-terms.js";
import { type Grounds, groundsOf, LEAST_HOPE, spunOdds } from "./decision/verdict.js";
import { match } from "./dictionary/match.js";
import { InputError } from "./errors.js";
import type { Lattice } from "./lattice.js";
import type { Language, Resources } from "./resources.js";
import { scan } from "./text/scan.js";

/** A text as all stages up to the decision have read it. */
export interface Analysis {
  readonly lattice: Lattice;
  /** By candidate: log-odds against the form as it stands, by fluency and channel alone. */
  readonly first: Float32Array;
  readonly findings: Findings;
  /** By candidate: the ranker's. */
  readonly odds: Float32Array;
  /** By candidate: what its hashed features add to them. */
  readonly hashed: Float32Array;
  readonly rate: SpinRate;
  readonly terms: TermEvidence;
  /** What follows from odds and rate. */
  readonly posterior: Posterior;
  /** What two sites side by side may have been together. */
  readonly pairs: readonly SitePair[];
}

/** What a last look at a spun text gives. */
export interface LastLook {
  /** By candidate: the ranker's log-odds, read through what it thought of the text before. */
  readonly odds: Float32Array;
  readonly rate: SpinRate;
  /** By candidate: the probability that it is the original, calibrated. */
  readonly confidence: Float64Array;
}

/** A text, analysed, and whether it was spun. */
export interface Examination {
  readonly analysis: Analysis;
  /** Absent if the text was not worth it. */
  readonly last: LastLook | undefined;
  readonly grounds: Grounds;
}

/** What a first look at a text gives: its lattice, and a draft of what it was. */
export interface FirstLook {
  readonly lattice: Lattice;
  /** By candidate: log-odds against the form as it stands, by fluency and channel. */
  readonly first: Float32Array;
  readonly findings: Findings;
  /** What two sites side by side may have been together. */
  readonly pairs: readonly SitePair[];
  /** By site, see `surpriseOf`, and by candidate, see `rarityOf`. */
  readonly surprise: Float32Array;
  readonly rarity: Float32Array;
}

/**
 * Reads a text as it stands and drafts what it was.
 *
 * @param rateOf where the spin rate comes from; it is estimated unless told
 */
export function firstLook(
  { language, dictionary, modelWords, vectors }: Language,
  text: string,
  rateOf: (lattice: Lattice, odds: Float32Array) => SpinRate = estimateSpinRate,
): FirstLook {
  const all = match(dictionary, scan(text, dictionary.phrases.vocabulary));
  const lens = modelLens(language, modelWords, all.scan);
  const batch = batchOf(language);
  const fluency = scoreFluency(batch, lens, all, plainReading(all));
  const weighed = weighDialects(all, firstOdds(all, fluency));
  const { lattice, plain, odds: first } = pruned({ lattice: all, plain: fluency, odds: weighed });
  const asItStands = plainReading(lattice);
  const rate = rateOf(lattice, first);
  const hasHope = pairHopes(lattice, rate);
  const isHopeless = (left: number, right: number): boolean =>
    !hasHope(left, right, mostPairOdds(lattice, plain, left, right));
  const pairs = scorePairs(batch, lens, lattice, asItStands, first, isHopeless);
  const draft = draftReading(lattice, first, rate, pairs);
  const drafted = scoreFluency(batch, lens, lattice, draft, { reading: asItStands, fluency: plain });
  const support = documentSupport(lattice, posteriorOf(lattice, first, rate).candidate);
  const topic = topicFit(vectors, lattice);
  const surprise = surpriseOf(language, lens, lattice);
  const rarity = rarityOf(language, lens, lattice);
  return { lattice, first, findings: { plain, drafted, support, topic, draft }, pairs, surprise, rarity };
}

/**
 * Reads a text twice: as it stands, for a draft of what it was, and then through that draft, since spun words stand next
 * to spun words.
 *
 * @throws {InputError} if it is no string
 */
export function analyse(resources: Resources, text: string): Analysis {
  if (typeof text !== "string") throw new InputError(`the text must be a string, not ${typeof text}`);
  const { lattice, first, findings, pairs, surprise, rarity } = firstLook(resources, text);
  const { odds: ranked, hashed } = rankCandidates(resources.ranker, resources.symbols, lattice, findings);
  const odds = weighDialects(lattice, ranked);
  const rate = estimateSpinRate(lattice, evidenceOdds(first, odds));
  const terms = weighTerms(lattice, termOddsOf(lattice, { surprise, rarity, first, odds, topic: findings.topic }));
  const refined = refineSpinRate(lattice, odds, rate);
  const seen = { ...refined, evidence: refined.evidence + terms.bonus };
  const posterior = posteriorOf(lattice, odds, seen);
  return { lattice, first, findings, odds, hashed, rate: seen, terms, posterior, pairs };
}

/** Analyses a text, and looks again if it may have been spun. @throws {InputError} as `analyse` does */
export function examine(resources: Resources, text: string): Examination {
  const analysis = analyse(resources, text);
  const last = mayBeSpun(analysis) ? lookAgain(resources, analysis) : undefined;
  return { analysis, last, grounds: groundsOf(analysis.lattice, analysis.rate, last?.confidence) };
}

/** Whether a text is worth a last look. */
export function mayBeSpun({ lattice, rate, terms, posterior }: Analysis): boolean {
  return spunOdds(groundsOf(lattice, rate, posterior.candidate)) + terms.bonus >= LEAST_HOPE;
}

/** Reads a text once more, through the ranker's own draft, and weighs both of its opinions. */
export function lookAgain(resources: Resources, analysis: Analysis): LastLook {
  const opinions = secondOpinion(resources, analysis);
  const { odds, rate } = opinions.second;
  return {
    odds,
    rate,
    confidence: confidenceOf(resources.confidence, analysis.lattice, opinions),
  };
}

/** What the ranker thinks of a text at first, and through the draft that follows from that. */
export function secondOpinion(resources: Resources, analysis: Analysis): Opinions {
  const { lattice, findings, odds, hashed, rate, posterior: firstly } = analysis;
  const { language, modelWords, ranker, symbols, bilinear } = resources;
  const first: Opinion = { odds, rate, posterior: firstly, findings };
  const draft = draftReading(lattice, odds, rate, analysis.pairs);
  const lens = modelLens(language, modelWords, lattice.scan);
  const drafted = scoreFluency(batchOf(language), lens, lattice, draft, {
    reading: findings.draft,
    fluency: findings.drafted,
  });
  const support = documentSupport(lattice, firstly.candidate);
  const again = { ...findings, draft, drafted, support };
  const ranking = rankCandidates(ranker, symbols, lattice, again, { draft: findings.draft, hashed });
  const fit = bilinearFit(bilinear, lens, lattice, draft);
  const secondOdds = weighDialects(lattice, ranking.odds);
  const secondRate = refineSpinRate(lattice, secondOdds, rate);
  const posterior = posteriorOf(lattice, secondOdds, secondRate);
  return { first, second: { odds: secondOdds, rate: secondRate, posterior, findings: again }, fit };
}
