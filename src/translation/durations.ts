import { findAtTokens, isOneOf, type TranslatedText } from "./reader.js";
import { type Sign, translationMend } from "./sign.js";

/** Round numbers, and small ones, as they are counted with. */
export const COUNTS = "two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty".split(
  " ",
);
/** What durations are counted with besides. */
export const MORE_COUNTS = "eleven sixty hundred several many some".split(" ");
/** Units of time. */
export const UNITS = "minutes hours days weeks months years decades centuries generations".split(" ");
/** Those of which one lasts long. */
export const ONE_UNIT = "hour week month year decade century".split(" ");

const NUMERAL = `(?:\\d+|${[...COUNTS, ...MORE_COUNTS].join("|")}|a few|hundreds of|thousands of|a couple of)`;
const UNIT = `(?:${UNITS.join("|")})`;
const ONE = `an? (?:${ONE_UNIT.join("|")}|long while)`;
/** "since two years ago", "since ten years had passed", "since three days before" are English of a kind. */
const GOES_ON =
  "(?! (?:or|ago|later|old|of|before|after|earlier|prior|from|have|has|had|passed|pass|is|are|was|were|may|might|would|will|can|into|in the future))";
const SINCE = new RegExp(`([Ss])ince (?=(?:${NUMERAL} ${UNIT}|${ONE})\\b${GOES_ON})`, "y");
const BEFORE = new RegExp(`before (${NUMERAL} ${UNIT})(?=\\s*[.,;!?](?:\\s|$))`, "y");
const FOR_AGO = new RegExp(`for (?=${NUMERAL} ${UNIT} ago\\b)`, "y");

/** "since ten years", "before ten years" for what was ten years ago. */
export function findDurations(text: TranslatedText): Sign[] {
  const begins = isOneOf(text, ["since", "before", "for"]);
  return findAtTokens(text, begins, [SINCE, BEFORE, FOR_AGO]).map(({ match, start, end, pattern }): Sign => {
    if (pattern === SINCE) {
      const written = match[1] === "S" ? "For " : "for ";
      return { kind: "duration", mends: [translationMend(start, end, written, 0.92, "since > for")] };
    }
    const before = pattern === BEFORE;
    const written = before ? `${match[1]} ago` : "";
    const rule = before ? "before > ago" : "for ... ago";
    return { kind: undefined, mends: [translationMend(start, end, written, before ? 0.7 : 0.75, rule)] };
  });
}
