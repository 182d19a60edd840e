import { ansiDiff } from "../edits/views/ansi.js";
import { jsonDiff } from "../edits/views/json.js";
import { htmlReport } from "../edits/views/page.js";
import { unifiedDiff } from "../edits/views/unified.js";
import { makeLinesVisible } from "../edits/visible.js";
import type { Restoration } from "../types.js";
import type { Unspinner } from "../unspin.js";
import type { DiffFormat, Settings } from "./arguments.js";
import { type Io, nameOf, wantsColor } from "./io.js";
import { formatJson } from "./json.js";
import type { Output } from "./output.js";
import { listSuggestions } from "./suggestions.js";
import { type NamedText, type Tally, textsOf } from "./texts.js";

/** Writes what would change, in the format that was asked for. */
export async function showDiffs(
  settings: Settings,
  io: Io,
  output: Output,
  unspinner: Unspinner,
  tally: Tally,
): Promise<void> {
  const terminal = settings.output === undefined && io.stdout.isTTY === true;
  const format = settings.diff ?? (terminal ? "ansi" : "unified");
  const render = renderers(settings, io, terminal)[format];
  for await (const named of textsOf(settings, io, tally)) {
    const restoration = unspinner.unspin(named.text);
    await output.write(render(named, restoration));
    if (settings.suggestions && format === "unified")
      listSuggestions(io, named.file, named.text, restoration.suggestions);
  }
}

type Renderer = (named: NamedText, restoration: Restoration) => string;

function renderers(settings: Settings, io: Io, terminal: boolean): Record<DiffFormat, Renderer> {
  const color = settings.output === undefined ? wantsColor(settings.color, io) : settings.color === "always";
  const width = terminal ? io.stdout.columns : undefined;
  const several = settings.files.length > 1;
  return {
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
  };
}
