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
      <button
        type="button"
        class="quiet"
        disabled={empty}
        aria-label="Download JSON"
        onClick={give((now) => download("restored.json", "application/json", asJson(original, now)))}
      >
        JSON
      </button>
      <button
        type="button"
        class="quiet"
        disabled={empty}
        aria-label="Download HTML report"
        onClick={give((now) => download("restored.html", "text/html", htmlReport(original, now)))}
      >
        HTML
      </button>
    </div>
  );
}

function asJson(original: string, { text, edits, suggestions, rejected, detection }: Outcome): string {
  const diff = jsonDiff(original, edits, { suggestions });
  return `${JSON.stringify({ original, text, ...diff, rejected, detection }, undefined, 2)}\n`;
}
