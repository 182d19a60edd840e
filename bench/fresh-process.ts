import { execFileSync } from "node:child_process";
import { median } from "./duel.js";
import { DIST, ENTRY } from "./library.js";

/** What a fresh Node process needed. */
export interface FreshFigures {
  readonly name: string;
  /** The import, in milliseconds of processor time. */
  readonly load: number;
  /** The first call after it. */
  readonly firstCall: number;
  /** The second one. */
  readonly secondCall: number;
  /** By how much the resident memory had grown after them, in megabytes (10^6 bytes). */
  readonly memory: number;
  /** What of the heap and of array buffers was in use after a garbage collection, in megabytes. */
  readonly live: number;
}

const ROUNDS = 5;
const CLEAN =
  "The council said on Monday that the new bridge will open in June, two months later than planned. ".repeat(12);
const SPUN =
  "The office stated that a ceasefire withinside the japanese a part of the united states of america become viable, and officers delivered that the talks could cross on withinside the capital. ".repeat(
    6,
  );

const call = (source: string): string => `
const now = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e3; };
const [before, start] = [process.memoryUsage.rss(), now()];
${source}
const loaded = now();
await use();
const first = now();
await use();
const second = now();
const memory = process.memoryUsage.rss() - before;
gc();
gc();
const { heapUsed, arrayBuffers } = process.memoryUsage();
console.log(JSON.stringify([loaded - start, first - loaded, second - first, memory / 1e6, (heapUsed + arrayBuffers) / 1e6]));
`;

const ours = (text: string): string =>
  call(`const { unspin } = await import(${JSON.stringify(ENTRY.href)});
const text = ${JSON.stringify(text)};
const use = () => unspin(text);`);

const SCRIPTS: readonly (readonly [name: string, source: string])[] = [
  ["nothing at all", call("const use = () => 0;")],
  ["unspin, clean text", ours(CLEAN)],
  ["unspin, spun text", ours(SPUN)],
  [
    "unspin/diff alone",
    call(`const { jsonDiff } = await import(${JSON.stringify(new URL("diff.js", DIST).href)});
const use = () => jsonDiff("a", []);`),
  ],
  [
    "wink-nlp + part of speech",
    call(`const { default: wink } = await import("wink-nlp");
const { default: model } = await import("wink-eng-lite-web-model");
const text = ${JSON.stringify(CLEAN)};
let nlp;
const use = () => (nlp ??= wink(model)).readDoc(text).tokens().out();`),
  ],
  [
    "compromise",
    call(`const { default: nlp } = await import("compromise");
const use = () => nlp(${JSON.stringify(CLEAN)}).json();`),
  ],
];

/** Loads the library and its peers in processes of their own; medians of several. */
export function measureFreshProcesses(): FreshFigures[] {
  return SCRIPTS.map(([name, source]) => {
    const runs = Array.from({ length: ROUNDS }, () => runOnce(source));
    const [load, firstCall, secondCall, memory, live] = [0, 1, 2, 3, 4].map((at) => median(runs.map((run) => run[at])));
    return { name, load, firstCall, secondCall, memory, live };
  });
}

function runOnce(source: string): number[] {
  const output = execFileSync(process.execPath, ["--expose-gc", "--input-type=module", "--eval", source], {
    cwd: new URL("..", import.meta.url),
    encoding: "utf8",
  });
  return JSON.parse(output) as number[];
}
