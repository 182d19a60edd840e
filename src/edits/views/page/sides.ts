import type { Edit } from "../../../types.js";
import { changedBlocks } from "../../blocks.js";
import { escapeHtml } from "../../escape.js";
import { lineEnd } from "../../lines.js";
import { type Change, piecesOf } from "../../pieces.js";
import { changeHtml, type Side } from "../html.js";

/** Unchanged lines at a stretch beyond which they are only counted. */
const LONGEST_STRETCH = 6;

/** The original and the restored text next to each other, a row for each line or for the lines that an edit joins. */
export function sideBySide(text: string, changes: readonly Change<Edit>[]): string {
  const rows: string[] = [];
  let at = 0;
  let line = 0;
  const keepUntil = (end: number, upTo: number): void => {
    if (upTo - line > LONGEST_STRETCH) {
      rows.push(`<tr class="gap"><td colspan="3">${upTo - line} unchanged lines</td></tr>`);
    } else {
      for (; at < end; at = lineEnd(text, at)) rows.push(row(++line, keptCell(text, at), keptCell(text, at)));
    }
    at = end;
    line = upTo;
  };
  for (const { start, end, line: first, changes: own } of changedBlocks(text, changes)) {
    keepUntil(start, first);
    rows.push(
      row(first + 1, changedCell(text, own, start, end, "original"), changedCell(text, own, start, end, "restored")),
    );
    at = end;
    line = first + countBreaks(text, start, end);
  }
  keepUntil(
    text.length,
    line + countBreaks(text, at, text.length) + (text.endsWith("\n") || at === text.length ? 0 : 1),
  );
  return (
    '<div class="sides-view wide"><table class="sides"><thead><tr><th scope="col" class="line">Line</th>' +
    `<th scope="col">Original</th><th scope="col">Restored</th></tr></thead>\n<tbody>${rows.join("\n")}</tbody></table></div>`
  );
}

function row(line: number, original: string, restored: string): string {
  return `<tr><td class="line number">${line}</td><td dir="auto">${original}</td><td dir="auto">${restored}</td></tr>`;
}

function keptCell(text: string, start: number): string {
  return cell(text.slice(start, lineEnd(text, start)));
}

function changedCell(text: string, changes: readonly Change<Edit>[], start: number, end: number, side: Side): string {
  let html = "";
  for (const piece of piecesOf(text, changes, start, end)) {
    if (typeof piece !== "string") html += changeHtml(piece, side);
    else html += escapeHtml(piece);
  }
  return html.replace(/\n$/, "");
}

function cell(line: string): string {
  return escapeHtml(line).replace(/\n$/, "");
}

function countBreaks(text: string, start: number, end: number): number {
  let breaks = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) breaks++;
  return breaks;
}
