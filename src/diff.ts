/**
 * Views of edits: a patch, a word diff for a terminal, HTML, plain data, and a page that stands by itself.
 *
 * @module
 */

export type { Replacement } from "./edits/apply.js";
export { type AnsiDiffOptions, ansiDiff } from "./edits/views/ansi.js";
export { type HtmlDiffOptions, htmlDiff } from "./edits/views/html.js";
export { type JsonDiff, type JsonDiffOptions, jsonDiff, type LocatedEdit } from "./edits/views/json.js";
export { type HtmlReportOptions, htmlReport } from "./edits/views/page.js";
export { type UnifiedDiffOptions, unifiedDiff } from "./edits/views/unified.js";
