/** The report's style sheet. Its digest stands in the page's content security policy: see `STYLE_DIGEST`. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1f; --soft: #5c5c66; --line: #d5d5dc; --panel: #f5f5f8;
  --del: #9b1c1c; --del-paper: #fde8e8; --ins: #14532d; --ins-paper: #dcfce7; --mark: #713f12; --mark-paper: #fef3c7; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16161a; --ink: #e8e8ec; --soft: #a5a5b0; --line: #3a3a44; --panel: #202027;
    --del: #fca5a5; --del-paper: #451a1a; --ins: #86efac; --ins-paper: #12351f; --mark: #fde68a; --mark-paper: #40300b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 75rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 0.25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.75rem; }
p { margin: 0.5rem 0; }
.lead { font-size: 1.1rem; }
.soft { color: var(--soft); }
a { color: inherit; }
:focus-visible { outline: 3px solid #2563eb; outline-offset: 2px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.925rem; }
caption { text-align: start; color: var(--soft); padding-bottom: 0.35rem; }
th, td { border-bottom: 1px solid var(--line); padding: 0.4rem 0.6rem; text-align: start; vertical-align: top; }
thead th, thead td { background: var(--panel); }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
meter { width: 6rem; }
del, ins, mark { border-radius: 0.2rem; padding: 0 0.15rem; }
del { color: var(--del); background: var(--del-paper); text-decoration: line-through; }
ins { color: var(--ins); background: var(--ins-paper); text-decoration: underline; }
mark { color: var(--mark); background: var(--mark-paper); text-decoration: underline dotted; }
fieldset { border: 0; margin: 0 0 0.75rem; padding: 0; }
legend { float: left; padding: 0; margin-inline-end: 1rem; color: var(--soft); }
label { margin-inline-end: 1rem; cursor: pointer; }
.unspin-diff, .sides td { white-space: pre-wrap; overflow-wrap: anywhere; }
.unspin-diff { border: 1px solid var(--line); border-radius: 0.4rem; padding: 1rem; }
.sides { table-layout: fixed; }
.sides .line { width: 4rem; color: var(--soft); }
.sides .gap td { color: var(--soft); text-align: center; background: var(--panel); }
.text:has(#view-inline:checked) .sides-view, .text:has(#view-sides:checked) .unspin-diff { display: none; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 0.75rem; font-size: 0.9rem; }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --line: #999; --panel: #eee; --del: #7f1d1d; --del-paper: #fff;
    --ins: #14532d; --ins-paper: #fff; --mark: #713f12; --mark-paper: #fff; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  fieldset { display: none; }
  tr { break-inside: avoid; }
}
`;

/** Base64 of the SHA-256 digest of `STYLE`, for `style-src`; a test keeps it true. */
export const STYLE_DIGEST = "s9uY4HcftDIHXz42gDz17Hus4GoPWKgjMy+VVepGO8U=";
