import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { readEntries } from "../scripts/dictionary/sources.js";
import { goldCaseOf, type WrittenCase } from "../scripts/eval/scoring/gold.js";
import { type DocumentScore, scoreDocument } from "../scripts/eval/scoring/score.js";
import { totalsOf } from "../scripts/eval/scoring/totals.js";
import { readCommitted, readShared } from "../scripts/eval/texts.js";
import { seededRandom } from "../scripts/simulate/random.js";
import { type SpunText, spin } from "../scripts/simulate/spin.js";
import { OTHER_DIALECTS, pairsOfEntries } from "../scripts/simulate/spin-pairs.js";
import { buildSpinner } from "../scripts/simulate/spinner.js";

interface Expected {
  readonly P: number;
  readonly R: number;
  readonly F05: number;
  readonly tp: number;
  readonly wrong: number;
  readonly harm: number;
  readonly fn: number;
  readonly silent_kept: number;
}

const fixture = JSON.parse(readFileSync(new URL("fixtures/eval/scored.json", import.meta.url), "utf8")) as {
  readonly total: Expected;
  readonly rows: readonly { readonly case: WrittenCase; readonly output: string; readonly expected: Expected }[];
};

/** Our figures under the names and with the digits of score.py. */
function named(scores: readonly DocumentScore[]): Expected {
  const totals = totalsOf(scores);
  const rounded = (value: number): number => Number(value.toFixed(4));
  return {
    P: rounded(totals.precision),
    R: rounded(totals.recall),
    F05: rounded(totals.f05),
    tp: totals.restored,
    wrong: totals.wrong,
    harm: totals.harm,
    fn: totals.missed,
    silent_kept: totals.silentKept,
  };
}

describe("the scorer", () => {
  it.each(fixture.rows)("scores as score.py did: $case.id", (row) => {
    expect(row.expected).toMatchObject(named([scoreDocument(goldCaseOf(row.case), row.output)]));
  });

  it("adds documents up as score.py did", () => {
    const scores = fixture.rows.map((row) => scoreDocument(goldCaseOf(row.case), row.output));
    expect(fixture.total).toMatchObject(named(scores));
  });
});

const SCORE_PY = new URL("../../shared/score/score.py", import.meta.url);
const directory = mkdtempSync(join(tmpdir(), "unspin-score-"));
afterAll(() => rmSync(directory, { recursive: true }));

/** A restorer that is sometimes right: it keeps, restores, spoils and drops at random. */
function careless(spun: SpunText, seed: string): string {
  const random = seededRandom(seed);
  let output = "";
  let at = 0;
  for (const { start, end, original } of spun.gold) {
    let between = spun.text.slice(at, start);
    if (random() < 0.2) between = between.replace(/\b(?:and|with|people) /, random() < 0.5 ? "" : "moreover ");
    const choice = random();
    const form = choice < 0.5 ? original : choice < 0.8 ? spun.text.slice(start, end) : choice < 0.9 ? "odd word" : "";
    output += between + form;
    at = end;
  }
  return output + spun.text.slice(at);
}

describe.skipIf(!existsSync(SCORE_PY))("the scorer beside score.py", () => {
  const spinner = buildSpinner(pairsOfEntries(readEntries().filter((entry) => !OTHER_DIALECTS.has(entry.domain))));

  it.each([0.15, 0.5, "list-size"] as const)("agrees on spun articles, rate %s", (rate) => {
    const texts = [...readCommitted().map((text) => text.text), readShared("seed/article.txt") ?? ""];
    const rows = texts.map((text, index) => {
      const spun = spin(spinner, text, { rate, choice: "weighted", protect: index % 2 === 0 }, index);
      const gold = spun.gold.map((each, at) => ({
        ...each,
        accept: at % 7 === 0 ? [each.spun] : [],
        silent: at % 5 === 0,
      }));
      const written: WrittenCase =
        index % 3 === 0
          ? { id: `${index}`, text: spun.text, reference: text }
          : { id: `${index}`, text: spun.text, gold };
      return { written, output: careless(spun, `${index} ${rate}`) };
    });
    const cases = join(directory, `cases-${rate}.jsonl`);
    const outputs = join(directory, `outputs-${rate}.jsonl`);
    writeFileSync(cases, rows.map((row) => JSON.stringify(row.written)).join("\n"));
    writeFileSync(outputs, rows.map((row) => JSON.stringify({ id: row.written.id, text: row.output })).join("\n"));
    const printed = execFileSync("python3", ["-B", fileURLToPath(SCORE_PY), cases, outputs], { encoding: "utf8" });
    const ours = named(rows.map((row) => scoreDocument(goldCaseOf(row.written), row.output)));
    expect(ours.tp).toBeGreaterThan(100);
    expect(JSON.parse(printed)).toMatchObject(ours);
  });
});
