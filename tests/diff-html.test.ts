import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlDiff, htmlReport } from "../src/diff.js";
import { applyEdits } from "../src/edits/apply.js";
import { formatConfidence } from "../src/edits/views/html.js";
import { STYLE, STYLE_DIGEST } from "../src/edits/views/page/style.js";
import { makeLinesVisible } from "../src/edits/visible.js";
import type { Detection, Edit, Restoration } from "../src/types.js";
import { anyEdits, EDIT_CASES, editOf } from "./edit-cases.js";

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'" };

/** The text that a browser shows of HTML without the elements of one name. */
function textWithout(html: string, element: string): string {
  return html
    .replace(new RegExp(`<${element}\\b[^>]*>[^<]*</${element}>`, "g"), "")
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => ENTITIES[name] ?? "");
}

const region = { rate: 0.25, spun: 5.5, sites: 22 };
const none = { rate: 0.01, spun: 0, sites: 0 };
const detection: Detection = {
  spun: true,
  probability: 0.99999,
  rate: 0.2,
  evidence: {
    logLikelihoodRatio: 42,
    regions: { body: region, quotation: region, capitalised: none, sentenceStart: none, heading: none },
    segments: [],
  },
};

function restorationOf(text: string, edits: readonly Edit[], suggestions: readonly Edit[] = []): Restoration {
  return { text: applyEdits(text, edits), edits, suggestions, detection };
}

describe("htmlDiff", () => {
  it("marks both sides, with confidence and reason", () => {
    const text = "He stated it.";
    const html = htmlDiff(text, [editOf(text, "stated", "said", 0, { confidence: 0.987 })]);
    const attributes =
      'dir="auto" data-confidence="0.99" data-kind="word" data-entry="test: stated &gt; said"' +
      ' title="fits its context 40 times better"';
    expect(html).toBe(
      `<div class="unspin-diff">He <del ${attributes}>stated</del><ins ${attributes}>said</ins> it.</div>`,
    );
  });

  it("shows insertions and deletions without the side that they lack", () => {
    const text = "one two";
    const added = htmlDiff(text, [{ ...editOf(text, "one", "zero "), end: 0, before: "" }]);
    expect(added.match(/<\/?(del|ins|div)\b/g)).toEqual(["<div", "<ins", "</ins", "</div"]);
    const removed = htmlDiff(text, [editOf(text, " two", "")]);
    expect(removed.match(/<\/?(del|ins|div)\b/g)).toEqual(["<div", "<del", "</del", "</div"]);
    expect(removed).toMatch(/^<div class="unspin-diff">one<del [^>]*> two<\/del><\/div>$/);
  });

  it("marks suggestions", () => {
    const text = "He stated it.";
    const html = htmlDiff(text, [], { suggestions: [editOf(text, "stated", "<said>")] });
    expect(html).toContain('title="perhaps “&lt;said&gt;”: fits its context 40 times better">stated</mark>');
  });

  it("never claims certainty", () => {
    expect(htmlDiff("a", [editOf("a", "a", "b", 0, { confidence: 1 })])).toContain('data-confidence="0.99"');
    expect(formatConfidence(1, 3)).toBe("0.999");
    expect(formatConfidence(0.5)).toBe("0.50");
  });

  it("shows the original without <ins>, the restored text without <del>, whatever they hold", () => {
    const check = (text: string, edits: readonly Edit[]): void => {
      const html = htmlDiff(text, edits);
      expect(textWithout(html, "ins").replaceAll("\n", "")).toBe(visiblePieces(text, edits, "before"));
      expect(textWithout(html, "del").replaceAll("\n", "")).toBe(visiblePieces(text, edits, "after"));
    };
    for (const { text, edits } of EDIT_CASES) check(text, edits);
    fc.assert(fc.property(anyEdits, ({ text, edits }) => check(text, edits)));
  });

  it("escapes all that it is given", () => {
    const sly = `</div><script>alert("1")</script>'&amp;`;
    const edit = editOf(sly, "alert", "<img onerror=x>", 0, { entry: `"><b>`, reason: `"'><script>` });
    const html = htmlDiff(sly, [edit]);
    expect(html.match(/<[a-z]+/g)).toEqual(["<div", "<del", "<ins"]);
    expect(html).toContain("&amp;amp;");
  });
});

/** The visible text of each piece, end to end. */
function visiblePieces(text: string, edits: readonly Edit[], side: "before" | "after"): string {
  let at = 0;
  let shown = "";
  for (const edit of edits) {
    shown += makeLinesVisible(text.slice(at, edit.start)) + makeLinesVisible(edit[side]);
    at = edit.end;
  }
  return (shown + makeLinesVisible(text.slice(at))).replaceAll("\n", "");
}

describe("htmlReport", () => {
  const text = `The workplace stated "so" <b>.\n\nLast line, where it ends`;
  const edits = [
    editOf(text, "workplace", "office", 0, { alternatives: [{ text: "<job>", confidence: 0.04 }] }),
    editOf(text, "stated", "said"),
  ];
  const page = (): string =>
    htmlReport(text, restorationOf(text, edits, [editOf(text, "where", "when")]), { title: "<x>.txt" });

  it("loads nothing, runs nothing and allows only its own style", () => {
    const html = page();
    expect(createHash("sha256").update(STYLE).digest("base64")).toBe(STYLE_DIGEST);
    expect(html).toContain(`<style>${STYLE}</style>`);
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; base-uri 'none'`);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:|\ssrc=|\sstyle=|\son\w+=/i);
  });

  it("gives verdict, rates, both views, edits and suggestions", () => {
    const html = page();
    expect(html).toContain("<title>Restored: &lt;x&gt;.txt</title>");
    expect(html).toContain(
      '<strong class="bad">Spun.</strong> About 20.0 % of its swappable words were swapped (probability 0.999',
    );
    expect(html).toContain("2 edits, 1 suggestion.");
    expect(html.match(/<meter /g)).toHaveLength(2);
    expect(html).toContain("<bdi>&lt;job&gt;</bdi>");
    const sides = /<table class="sides">.*?<\/table>/s.exec(html)?.[0] ?? "";
    const rows = [
      ...sides.matchAll(
        /<tr><td class="line number">(\d+)<\/td><td dir="auto">(.*?)<\/td><td dir="auto">(.*?)<\/td><\/tr>/gs,
      ),
    ];
    expect(rows.map(([, line, left, right]) => [line, textWithout(left, "none"), textWithout(right, "none")])).toEqual([
      ["1", 'The workplace stated "so" <b>.', 'The office said "so" <b>.'],
      ["2", "", ""],
      ["3", "Last line, where it ends", "Last line, where it ends"],
    ]);
  });

  it("counts long stretches of unchanged lines instead of showing them", () => {
    const long = `${"same\n".repeat(20)}stated\n${"same\n".repeat(7)}`;
    const page = htmlReport(long, restorationOf(long, [editOf(long, "stated", "said")]));
    expect(page).toContain("20 unchanged lines");
    expect(page).toContain('<td class="line number">21</td>');
    expect(page).toContain("7 unchanged lines");
  });

  it.each(EDIT_CASES)("does not stumble: $name", ({ text: given, edits: fitting }) => {
    const page = htmlReport(given, restorationOf(given, fitting));
    expect(page).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}|\p{Bidi_Control}/u);
    expect(page.endsWith("</html>\n")).toBe(true);
  });
});
