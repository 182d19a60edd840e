import { type Cluster, clustersOf } from "./clusters.js";
import type { GoldCase, GoldEdit } from "./gold.js";
import { rewritten, type TokenEdit, tokenEdits } from "./token-edits.js";

/** What became of a gold edit. */
export type Outcome =
  /** Reads as the original or as what is as good. */
  | "restored"
  /** Changed, but into something else. */
  | "wrong"
  /** Left as it stands. */
  | "missed"
  /** Left as it stands, and fluent there. */
  | "silent"
  /** Left as it stands, which is as good. */
  | "kept";

/** A document's score. */
export interface DocumentScore {
  readonly id: string;
  readonly words: number;
  readonly gold: readonly GoldEdit[];
  /** By gold edit. */
  readonly outcomes: readonly Outcome[];
  /** By gold edit: what was written there instead, for those that came out wrong. */
  readonly written: readonly string[];
  /** Edits where nothing was to be done. */
  readonly harm: readonly TokenEdit[];
}

/** More choices than this at one place are not tried together. */
const MOST_TOGETHER = 5;
const MOST_FORMS = 6;

/** Scores what a restorer printed for a case; whatever list of edits it gave is not looked at. */
export function scoreDocument({ id, text, gold }: GoldCase, output: string): DocumentScore {
  const outcomes: Outcome[] = gold.map(() => "missed");
  const written = gold.map(() => "");
  const harm: TokenEdit[] = [];
  for (const cluster of clustersOf(gold, tokenEdits(text, output))) {
    if (cluster.gold.length === 0) {
      harm.push(...cluster.edits.filter((edit) => normalised(edit.before) !== normalised(edit.after)));
    } else if (cluster.edits.length === 0) {
      for (const index of cluster.gold) outcomes[index] = outcomeOfKept(gold[index]);
    } else if (restoresAll(text, cluster, gold)) {
      for (const index of cluster.gold) outcomes[index] = "restored";
    } else {
      for (const index of cluster.gold) scoreApart(text, cluster, gold, index, outcomes, written);
    }
  }
  return { id, words: text.split(/\s+/).filter((word) => word !== "").length, gold, outcomes, written, harm };
}

/** Lower case, single spaces, straight apostrophes: what counts as the same. */
export function normalised(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase().replaceAll("’", "'");
}

function formsOf({ original, accept }: GoldEdit): string[] {
  return [original, ...accept];
}

function outcomeOfKept(gold: GoldEdit): Outcome {
  if (formsOf(gold).some((form) => normalised(form) === normalised(gold.spun))) return "kept";
  return gold.silent ? "silent" : "missed";
}

/** Whether some choice of accepted forms, all taken together, gives what was printed. */
function restoresAll(text: string, cluster: Cluster, gold: readonly GoldEdit[]): boolean {
  if (cluster.gold.length > MOST_TOGETHER) return false;
  const { start, end } = cluster;
  const printed = normalised(rewritten(text, start, end, cluster.edits));
  const choose = (at: number, chosen: TokenEdit[]): boolean => {
    if (at === cluster.gold.length) return normalised(rewritten(text, start, end, chosen)) === printed;
    const each = gold[cluster.gold[at]];
    return formsOf(each)
      .slice(0, MOST_FORMS)
      .some((form) =>
        choose(at + 1, [...chosen, { start: each.start, end: each.end, before: each.spun, after: form }]),
      );
  };
  return choose(0, []);
}

/** Scores one gold edit of a cluster by what was done to its own span. */
function scoreApart(
  text: string,
  cluster: Cluster,
  gold: readonly GoldEdit[],
  index: number,
  outcomes: Outcome[],
  written: string[],
): void {
  const each = gold[index];
  const touching = cluster.edits.filter(
    (edit) => (edit.start < each.end && edit.end > each.start) || edit.start === each.start,
  );
  const start = Math.min(each.start, ...touching.map((edit) => edit.start));
  const end = Math.max(each.end, ...touching.map((edit) => edit.end));
  const printed = touching.length > 0 ? normalised(rewritten(text, start, end, touching)) : normalised(each.spun);
  if (formsOf(each).some((form) => normalised(form) === printed)) outcomes[index] = "restored";
  else if (touching.length === 0) outcomes[index] = each.silent ? "silent" : "missed";
  else {
    outcomes[index] = "wrong";
    written[index] = printed;
  }
}
