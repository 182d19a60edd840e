import type { Edit } from "../../src/types.js";
import { EditJudge } from "./edit-judge.js";
import type { RestorationResult } from "./restoration.js";
import type { Outcome } from "./scoring/score.js";
import { normalised } from "./scoring/score.js";

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
  const classes = new Map<ErrorClass, number>();
  const domains = new Map<string, { -readonly [Key in keyof DomainFigures]: DomainFigures[Key] }>();
  const [wrong, missed, harm] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const domainOf = (domain: string) => {
    const known = domains.get(domain) ?? { domain, gold: 0, restored: 0, wrong: 0, missed: 0, silent: 0, harm: 0 };
    domains.set(domain, known);
    return known;
  };
  for (const { cases, restorations, scores } of results) {
    scores.forEach((score, at) => {
      const { gold } = cases[at];
      const judge = new EditJudge(cases[at]);
      const { suggestions, detection, edits } = restorations[at];
      score.outcomes.forEach((outcome, index) => {
        const { spun, original, known, domain, start, end } = gold[index];
        const proposes = (edit: Edit): boolean => edit.start < end && edit.end > start && judge.isRight(edit, edits);
        const offers = (edit: Edit): boolean =>
          edit.start === start && edit.alternatives.some(({ text }) => normalised(text) === normalised(original));
        const why = classOf(outcome, known, detection.spun, () =>
          outcome === "wrong" ? edits.some(offers) : suggestions.some(proposes),
        );
        add(classes, why);
        const figures = domainOf(domain);
        figures.gold++;
        if (outcome === "restored" || outcome === "wrong" || outcome === "missed" || outcome === "silent")
          figures[outcome]++;
        if (outcome === "wrong")
          add(wrong, `${normalised(spun)} < ${normalised(original)}, not ${score.written[index]}`);
        if (outcome === "missed") add(missed, `${normalised(spun)} < ${normalised(original)}`);
      });
      for (const { start, end, before, after } of score.harm) {
        add(classes, "harm: nothing was swapped there");
        add(harm, `${normalised(before)} is right, not ${normalised(after)}`);
        const edit = edits.find((each) => each.start < Math.max(end, start + 1) && each.end > start);
        domainOf(edit ? edit.entry.split(":")[0] : "unknown").harm++;
      }
    });
  }
  return {
    classes,
    domains: [...domains.values()].sort((a, b) => b.gold - a.gold),
    wrong: worst(wrong),
    missed: worst(missed),
    harm: worst(harm),
  };
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
