import { ansiDiff } from "../edits/views/ansi.js";
import { jsonDiff } from "../edits/views/json.js";
import { htmlReport } from "../edits/views/page.js";
import { unifiedDiff } from "../edits/views/unified.js";
import { makeLinesVisible } from "../edits/visible.js";
import { sarifLog } from "../integrations/sarif.js";
import { vfileReport } from "../integrations/vfile-report.js";
import type { Restoration } from "../types.js";
import type { DiffFormat, Settings } from "./arguments.js";
import { type Io, nameOf, wantsColor } from "./io.js";
import type { Job } from "./job.js";
import { formatJson } from "./json.js";
import type { Output } from "./output.js";
import { listSuggestions } from "./suggestions.js";
import { type NamedText, textsOf } from "./texts.js";
import { VERSION } from "./version.js";

/** Writes what would change, in the format that was asked for. */
export async function showDiffs(job: Job): Promise<void> {
  const { settings, io, output } = job;
  const restored = restoredTexts(job);
  const format = diffFormat(settings, io);
  if (format === "sarif") return writeSarif(settings, output, restored);
  const render = diffRenderer(settings, io, format);
  for await (const { named, restoration } of restored) {
    await output.write(render(named, restoration));
    if (settings.suggestions && format === "unified")
      listSuggestions(io, named.file, named.text, restoration.suggestions);
  }
}

/** The format that was asked for, or the one that suits where it goes. */
export function diffFormat(settings: Settings, io: Io): DiffFormat {
  return settings.diff ?? (isOnTerminal(settings, io) ? "ansi" : "unified");
}

interface RestoredText {
  readonly named: NamedText;
  readonly restoration: Restoration;
}

async function* restoredTexts(job: Job): AsyncGenerator<RestoredText> {
  for await (const named of textsOf(job)) {
    const restoration = job.unspinner.unspin(named.text);
    if (!job.settings.onlySpun || restoration.detection.spun) yield { named, restoration };
  }
}

/** One log holds all files, so they are all in memory. */
async function writeSarif(settings: Settings, output: Output, restored: AsyncIterable<RestoredText>): Promise<void> {
  const inputs: { path: string; text: string; restoration: Restoration }[] = [];
  for await (const { named, restoration } of restored) {
    inputs.push({ path: named.file === "-" ? "stdin" : named.file, text: named.text, restoration });
  }
  await output.write(`${JSON.stringify(sarifLog(inputs, VERSION, settings.suggestions), undefined, 2)}\n`);
}

type Renderer = (named: NamedText, restoration: Restoration) => string;

function isOnTerminal(settings: Settings, io: Io): boolean {
  return settings.output === undefined && io.stdout.isTTY === true;
}

/** How a restoration is shown. */
export function diffRenderer(settings: Settings, io: Io, format: Exclude<DiffFormat, "sarif">): Renderer {
  const terminal = isOnTerminal(settings, io);
  const color = settings.output === undefined ? wantsColor(settings.color, io) : settings.color === "always";
  const width = terminal ? io.stdout.columns : undefined;
  const several = settings.files.length > 1;
  const renderers: Record<Exclude<DiffFormat, "sarif">, Renderer> = {
    unified: ({ file, text }, { edits }) => {
      const name = file === "-" ? "stdin" : file.replace(/^\/+/, "");
      const patch = unifiedDiff(text, edits, { oldName: `a/${name}`, newName: `b/${name}` });
      // A patch has to be exact; what a terminal shows must not act on it.
      return terminal ? makeLinesVisible(patch) : patch;
    },
    ansi: ({ file, text }, { edits, suggestions }) => {
      const options = { color, ...(width ? { width } : {}), ...(settings.suggestions ? { suggestions } : {}) };
      const diff = ansiDiff(text, edits, options);
      return several && diff !== "" ? `${nameOf(file)}:\n${diff}` : diff;
    },
    html: ({ file, text }, restoration) => htmlReport(text, restoration, { title: nameOf(file) }),
    json: ({ file, text }, { edits, suggestions, detection }) =>
      `${formatJson({ file, ...jsonDiff(text, edits, { suggestions }), detection })}\n`,
    vfile: ({ file, text }, restoration) =>
      `${JSON.stringify(vfileReport(file === "-" ? "stdin" : file, text, restoration, settings.suggestions))}\n`,
  };
  return renderers[format];
}
