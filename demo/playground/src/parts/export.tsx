import { useEffect, useState } from "preact/hooks";
import { htmlReport, jsonDiff } from "unspin/diff";
import type { Outcome } from "../review/outcome.js";
import { copyText, download } from "./hand-over.js";

interface Props {
  readonly original: string;
  /** The text as the reader has it now. */
  outcome(): Outcome | undefined;
}

/** Milliseconds for which it says that the text was copied. */
const THANKS = 1800;

/** What can be downloaded. */
const FILES: readonly {
  readonly label: string;
  readonly name: string;
  readonly type: string;
  contents(original: string, outcome: Outcome): string;
}[] = [
  { label: "JSON", name: "restored.json", type: "application/json", contents: asJson },
  { label: "HTML report", name: "restored.html", type: "text/html", contents: htmlReport },
];

/** Takes the result out of the page. */
export function Export({ original, outcome }: Props) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), THANKS);
    return () => clearTimeout(timer);
  }, [copied]);
  const give = (use: (outcome: Outcome) => void) => () => {
    const now = outcome();
    if (now) use(now);
  };
  const empty = original === "";
  return (
    <div class="actions">
      <button
        type="button"
        class="quiet strong"
        disabled={empty}
        onClick={give(({ text }) => void copyText(text).then(setCopied))}
      >
        <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
      </button>
      {FILES.map(({ label, name, type, contents }) => (
        <button
          key={name}
          type="button"
          class="quiet"
          disabled={empty}
          aria-label={`Download ${label}`}
          onClick={give((now) => download(name, type, contents(original, now)))}
        >
          {label.split(" ")[0]}
        </button>
      ))}
    </div>
  );
}

function asJson(original: string, { text, edits, suggestions, rejected, detection }: Outcome): string {
  const diff = jsonDiff(original, edits, { suggestions });
  return `${JSON.stringify({ original, text, ...diff, rejected, detection }, undefined, 2)}\n`;
}
