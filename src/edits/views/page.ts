import type { Detection, Restoration } from "../../types.js";
import { escapeHtml } from "../escape.js";
import { mergeChanges } from "../pieces.js";
import { formatConfidence, htmlDiff } from "./html.js";
import { jsonDiff } from "./json.js";
import { sideBySide } from "./page/sides.js";
import { STYLE, STYLE_DIGEST } from "./page/style.js";
import { editTable, regionTable } from "./page/tables.js";

/** What an HTML report is headed with. */
export interface HtmlReportOptions {
  /** The text's name: a file, a headline. */
  readonly title?: string;
}

/** Nothing is loaded, run or sent: the only thing allowed is the page's own style sheet. */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'`;

/**
 * A page that shows a restoration: verdict, spin rate by place, the text inline and side by side, and every edit with
 * confidence, alternatives and dictionary entry. Self-contained, without scripts; light and dark; fit for printing.
 *
 * @param text the original
 * @param restoration what `unspin` gave for it
 * @throws {EditError} if the restoration is that of another text
 */
export function htmlReport(text: string, restoration: Restoration, options: HtmlReportOptions = {}): string {
  const { edits, suggestions, detection } = restoration;
  const title = escapeHtml(options.title ?? "text");
  const located = jsonDiff(text, edits, { suggestions });
  return `${head(title)}
<body>
<header>
<p class="maker">unspin</p>
<h1>Restored: <bdi>${title}</bdi></h1>
<p class="lead">${verdict(detection)}</p>
<p class="soft">${count(edits.length, "edit")}, ${count(suggestions.length, "suggestion")}.</p>
</header>
<main>
<section aria-labelledby="rates">
<h2 id="rates">Spin rate by place</h2>
${regionTable(detection.evidence.regions)}
</section>
${bothViews(text, restoration)}
<section aria-labelledby="edits">
<h2 id="edits">Edits</h2>
${edits.length === 0 ? "<p>Nothing was changed.</p>" : editTable("Edits, in the order of the text.", located.edits)}
</section>
<section aria-labelledby="suggestions">
<h2 id="suggestions">Suggestions</h2>
${suggestions.length === 0 ? "<p>None.</p>" : editTable("Not applied: less sure than asked for.", located.suggestions)}
</section>
</main>
<footer class="soft">
<p>Confidence is the probability that an edit is right: of the edits given at 0.90, nine in ten are. The verdict is about
the words, not about who wrote them.</p>
</footer>
</body>
</html>
`;
}

function head(title: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Restored: ${title}</title>
<style>${STYLE}</style>
</head>`;
}

function bothViews(text: string, { edits, suggestions }: Restoration): string {
  return `<section class="text" aria-labelledby="text">
<h2 id="text">The text</h2>
<fieldset>
<legend>View</legend>
<label><input type="radio" name="view" id="view-inline" checked><span>inline</span></label>
<label><input type="radio" name="view" id="view-sides"><span>side by side</span></label>
</fieldset>
${htmlDiff(text, edits, { suggestions })}
${sideBySide(text, mergeChanges(text, edits, suggestions))}
</section>`;
}

function verdict({ spun, probability, rate, evidence }: Detection): string {
  const numbers = `probability ${formatConfidence(probability, 3)}, evidence ${evidence.logLikelihoodRatio.toFixed(1)} nats`;
  return spun
    ? `<strong class="bad">Spun.</strong> About ${(100 * rate).toFixed(1)} % of its swappable words were swapped (${numbers}).`
    : `<strong class="good">Not spun</strong>, as far as the words tell (${numbers}).`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
