import {
  applyEdits,
  createUnspinner,
  type Detection,
  defineDictionary,
  detect,
  type Edit,
  revertEdits,
  UnspinError,
  type Unspinner,
  type UnspinOptions,
  unspin,
} from "unspin";
import { type BatchOptions, unspinAll } from "unspin/batch";
import { ansiDiff, htmlReport, unifiedDiff } from "unspin/diff";
import retextUnspin, { type RetextUnspinOptions } from "unspin/retext";
import { type DocumentResult, unspinDocuments } from "unspin/stream";

const options: UnspinOptions = {
  preset: "eager",
  minConfidence: 0.5,
  ignore: ["Acme", /\bv\d+\b/, { start: 0, end: 4 }],
  dictionary: defineDictionary({ workplace: ["office"] }, { name: "mine" }),
};
const restorer: Unspinner = createUnspinner(options);
const restoration = restorer.unspin("");
const edits: readonly Edit[] = restoration.edits;
const verdict: Detection = detect("");
const rate: number = verdict.evidence.regions.quotation.rate;
const texts: string[] = [applyEdits("", edits), revertEdits("", edits), unspin("").text];
const views: string[] = [unifiedDiff("", edits), ansiDiff("", edits), htmlReport("", restoration)];

const batch: BatchOptions = { concurrency: 2, preset: "cautious" };
const results: Promise<readonly DocumentResult<string>[]> = unspinAll([], batch);
const stream: AsyncIterable<DocumentResult<{ readonly body: string }>> = unspinDocuments([{ body: "" }], {
  unspinner: restorer,
  textOf: ({ body }) => body,
});
const plugin: RetextUnspinOptions = { unspinner: restorer, suggestions: true };
export const parts: readonly unknown[] = [results, stream, retextUnspin(plugin)];

// @ts-expect-error a text is a string
unspin(0);
// @ts-expect-error there is no such preset
createUnspinner({ preset: "reckless" });
// @ts-expect-error edits cannot be written to
edits[0].after = "";

export const code: string = new UnspinError("input", [...texts, ...views, rate].join()).code;
