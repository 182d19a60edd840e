import { onceFor } from "../deferred.js";
import { anyOf, type WordLists } from "../dictionary/word-lists.js";
import { findAtTokens, isOneOf, type TranslatedText } from "./reader.js";
import { type Sign, translationMend } from "./sign.js";

/** "since two years ago", "since ten years had passed", "since three days before" are English of a kind. */
const GOES_ON =
  "(?! (?:or|ago|later|old|of|before|after|earlier|prior|from|have|has|had|passed|pass|is|are|was|were|may|might|would|will|can|into|in the future))";
const patternsOf = onceFor((lists: WordLists) => {
  const numeral = `(?:\\d+|${anyOf(lists, "counts")}|${anyOf(lists, "moreCounts")}|a few|hundreds of|thousands of|a couple of)`;
  const span = `${numeral} (?:${anyOf(lists, "units")})`;
  const one = `an? (?:${anyOf(lists, "oneUnit")}|long while)`;
  return {
    since: new RegExp(`([Ss])ince (?=(?:${span}|${one})\\b${GOES_ON})`, "y"),
    before: new RegExp(`before (${span})(?=\\s*[.,;!?](?:\\s|$))`, "y"),
    forAgo: new RegExp(`for (?=${span} ago\\b)`, "y"),
  };
});

/** "since ten years", "before ten years" for what was ten years ago. */
export function findDurations(text: TranslatedText): Sign[] {
  const { since, before, forAgo } = patternsOf(text.translation.wordLists);
  const begins = isOneOf(text, ["since", "before", "for"]);
  return findAtTokens(text, begins, [since, before, forAgo]).map(({ match, start, end, pattern }): Sign => {
    if (pattern === since) {
      const written = match[1] === "S" ? "For " : "for ";
      return { kind: "duration", mends: [translationMend(start, end, written, 0.92, "since > for")] };
    }
    const isBefore = pattern === before;
    const written = isBefore ? `${match[1]} ago` : "";
    const rule = isBefore ? "before > ago" : "for ... ago";
    return { kind: undefined, mends: [translationMend(start, end, written, isBefore ? 0.7 : 0.75, rule)] };
  });
}
