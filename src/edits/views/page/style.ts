import { TOKENS } from "./tokens.js";

/** The report's style sheet. Its digest stands in the page's content security policy: see `STYLE_DIGEST`. */
export const STYLE = `${TOKENS}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: clamp(1.25rem, 4vw, 3rem) clamp(1rem, 3vw, 2.5rem); background: var(--paper);
  color: var(--ink); font: 0.9375rem/1.5 var(--sans); }
h1, h2, p { margin: 0; }
h1, h2, .lead strong { font-family: var(--serif); font-weight: 600; letter-spacing: -0.01em; }
h1 { font-size: clamp(1.5rem, 3vw, 2.1rem); line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.3rem; }
.maker { margin-bottom: 1.5rem; font-weight: 600; letter-spacing: -0.02em; color: var(--accent); }
.lead { margin-top: 0.75rem; font-size: 1.0625rem; }
.lead strong { font-size: 1.25em; }
.soft { color: var(--soft); }
.bad { color: var(--del); }
.good { color: var(--ins); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.wide { overflow-x: auto; padding: 0.35rem 1.1rem 0.75rem; }
.wide, .unspin-diff { background: var(--sheet); border: 1px solid var(--line); border-radius: var(--round); }
table { border-collapse: collapse; width: 100%; font-size: 0.8125rem; }
caption { padding: 0.6rem 0 0.35rem; text-align: start; color: var(--soft); }
th, td { padding: 0.5rem 1.25rem 0.5rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
tbody tr:last-child > * { border-bottom: 0; }
tbody th { font-weight: 500; }
.reason { min-width: 17rem; padding-inline-end: 0; }
.entry { min-width: 8rem; }
thead th, thead td { color: var(--soft); font-size: 0.75rem; font-weight: 600; white-space: nowrap; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
meter { width: 10rem; height: 0.375rem; vertical-align: middle; appearance: none; border-radius: 1rem; background: var(--well); overflow: hidden; }
meter::-webkit-meter-bar { height: 0.375rem; border: 0; border-radius: 1rem; background: var(--well); }
meter::-webkit-meter-optimum-value { border-radius: 1rem; background: var(--del-line); }
meter::-moz-meter-bar { border-radius: 1rem; background: var(--del-line); }
del, ins, mark { border-radius: 0.2rem; }
del { color: var(--del); text-decoration: line-through 1px; }
ins { color: var(--ins); background: var(--ins-paper); box-shadow: 0 1.5px 0 var(--ins-line); text-decoration: none; }
del + ins { margin-inline-start: 0.25em; }
table:not(.sides) ins { background: none; box-shadow: none; }
mark { color: inherit; background: none; text-decoration: underline dotted 2px var(--mark-line); text-underline-offset: 0.22em; }
fieldset { display: inline-flex; margin: 0 0 0.75rem; padding: 2px; border: 0; border-radius: 0.5rem; background: var(--well); }
legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
label { position: relative; cursor: pointer; }
label input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
label span { display: block; padding: 0.2rem 0.7rem; border-radius: 0.4rem; color: var(--soft); font-size: 0.8125rem; font-weight: 500; }
label input:checked + span { background: var(--sheet); box-shadow: 0 1px 2px rgb(0 0 0 / 0.14); color: var(--ink); }
label input:focus-visible + span { outline: 2px solid var(--accent); }
.unspin-diff, .sides td:not(.line) { font: 1.0625rem/1.65 var(--serif); white-space: pre-wrap; overflow-wrap: anywhere; }
.unspin-diff { padding: 1.1rem 1.25rem 1.5rem; }
.sides { table-layout: fixed; }
.sides td { padding: 0.2rem 1.5rem 0.2rem 0; border-bottom: 0; }
.sides .line { width: 3.5rem; }
.sides td.line { color: var(--soft); font-size: 0.75rem; line-height: 1.75rem; }
.sides del { background: var(--del-paper); box-shadow: 0 1.5px 0 var(--del-line); text-decoration: none; }
.sides .gap td { color: var(--soft); text-align: center; font: 0.8125rem/2 var(--sans); }
.text:has(#view-inline:checked) .sides-view, .text:has(#view-sides:checked) .unspin-diff { display: none; }
footer { margin-top: 2.5rem; max-width: 45rem; font-size: 0.8125rem; }
@media (max-width: 40rem) {
  th, td { padding-inline-end: 0.7rem; }
  thead th.number { white-space: normal; }
  meter { width: 3.5rem; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --sheet: #fff; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  .unspin-diff, .sides td:not(.line) { font-size: 11pt; }
  .wide, .unspin-diff { border: 0; padding: 0; overflow: visible; }
  ins, meter { print-color-adjust: exact; }
  fieldset { display: none; }
  h2 { break-after: avoid; }
  tr { break-inside: avoid; }
}
`;

/** Base64 of the SHA-256 digest of `STYLE`, for `style-src`; a test keeps it true. */
export const STYLE_DIGEST = "xgBb+QMfyD4idu0DxDOTgXgRvxnSLbuuwONAL38ptbA=";
