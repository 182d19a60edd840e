import type { Edit, Restoration } from "../../src/types.js";
import { EditJudge } from "./edit-judge.js";
import type { RestorationResult } from "./restoration.js";
import { type DocumentScore, normalised, type Outcome } from "./scoring/score.js";
import type { SpunCase } from "./spun-sets.js";

/** What became of a swap, and why. */
export type ErrorClass =
  | "restored"
  | "wrong: its original is not in the dictionary"
  | "wrong: another of its originals, the right one an alternative"
  | "wrong: another of its originals"
  | "missed: not in the dictionary"
  | "missed: the text was taken for clean"
  | "missed: only proposed"
  | "missed: kept"
  | "left: fluent as it stands"
  | "harm: nothing was swapped there";

/** How a dictionary's swaps fared. */
export interface DomainFigures {
  readonly domain: string;
  readonly gold: number;
  readonly restored: number;
  readonly wrong: number;
  readonly missed: number;
  readonly silent: number;
  /** False edits by this dictionary's entries. */
  readonly harm: number;
}

/** A mistake and how often it was made. */
export interface Confusion {
  readonly mistake: string;
  readonly count: number;
}

/** What went wrong, sorted. */
export interface ErrorReport {
  readonly classes: ReadonlyMap<ErrorClass, number>;
  readonly domains: readonly DomainFigures[];
  readonly wrong: readonly Confusion[];
  readonly missed: readonly Confusion[];
  readonly harm: readonly Confusion[];
}

/** How many of the worst confusions are told. */
const WORST = 25;

/** Sorts the outcomes of restorations by what went wrong. */
export function classifyErrors(results: readonly RestorationResult[]): ErrorReport {
  const counts = new ErrorCounts();
  for (const { cases, restorations, scores } of results) {
    for (const [at, score] of scores.entries()) {
      counts.addSwaps(cases[at], restorations[at], score);
      counts.addHarm(restorations[at], score);
    }
  }
  return counts.report();
}

class ErrorCounts {
  readonly #classes = new Map<ErrorClass, number>();
  readonly #domains = new Map<string, { -readonly [Key in keyof DomainFigures]: DomainFigures[Key] }>();
  readonly #wrong = new Map<string, number>();
  readonly #missed = new Map<string, number>();
  readonly #harm = new Map<string, number>();

  /** What became of the swaps of a text. */
  addSwaps(given: SpunCase, { suggestions, detection, edits }: Restoration, score: DocumentScore): void {
    const judge = new EditJudge(given);
    for (const [index, outcome] of score.outcomes.entries()) {
      const { spun, original, known, domain, start, end } = given.gold[index];
      const proposes = (edit: Edit): boolean => edit.start < end && edit.end > start && judge.isRight(edit, edits);
      const offers = (edit: Edit): boolean =>
        edit.start === start && edit.alternatives.some(({ text }) => normalised(text) === normalised(original));
      const why = classOf(outcome, known, detection.spun, () =>
        outcome === "wrong" ? edits.some(offers) : suggestions.some(proposes),
      );
      add(this.#classes, why);
      const figures = this.#domainOf(domain);
      figures.gold++;
      if (outcome !== "kept") figures[outcome]++;
      const mistake = `${normalised(spun)} < ${normalised(original)}`;
      if (outcome === "wrong") add(this.#wrong, `${mistake}, not ${score.written[index]}`);
      if (outcome === "missed") add(this.#missed, mistake);
    }
  }

  /** What was changed in a text although nobody had swapped it. */
  addHarm({ edits }: Restoration, score: DocumentScore): void {
    for (const { start, end, before, after } of score.harm) {
      add(this.#classes, "harm: nothing was swapped there");
      add(this.#harm, `${normalised(before)} is right, not ${normalised(after)}`);
      const edit = edits.find((each) => each.start < Math.max(end, start + 1) && each.end > start);
      this.#domainOf(edit ? edit.entry.split(":")[0] : "unknown").harm++;
    }
  }

  report(): ErrorReport {
    return {
      classes: this.#classes,
      domains: [...this.#domains.values()].sort((a, b) => b.gold - a.gold),
      wrong: worst(this.#wrong),
      missed: worst(this.#missed),
      harm: worst(this.#harm),
    };
  }

  #domainOf(domain: string) {
    const known = this.#domains.get(domain) ?? {
      domain,
      gold: 0,
      restored: 0,
      wrong: 0,
      missed: 0,
      silent: 0,
      harm: 0,
    };
    this.#domains.set(domain, known);
    return known;
  }
}

/** @param isProposed whether the right original is a suggestion, or an alternative to what was written */
function classOf(outcome: Outcome, known: boolean, edited: boolean, isProposed: () => boolean): ErrorClass {
  if (outcome === "restored" || outcome === "kept") return "restored";
  if (outcome === "silent") return "left: fluent as it stands";
  if (outcome === "wrong") {
    if (!known) return "wrong: its original is not in the dictionary";
    return isProposed()
      ? "wrong: another of its originals, the right one an alternative"
      : "wrong: another of its originals";
  }
  if (!known) return "missed: not in the dictionary";
  if (!edited) return "missed: the text was taken for clean";
  return isProposed() ? "missed: only proposed" : "missed: kept";
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function worst(counts: ReadonlyMap<string, number>): Confusion[] {
  return [...counts]
    .map(([mistake, count]) => ({ mistake, count }))
    .sort((a, b) => b.count - a.count || (a.mistake < b.mistake ? -1 : 1))
    .slice(0, WORST);
}
