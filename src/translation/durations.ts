import { findInEnglish, type TranslatedText } from "./reader.js";
import { type Sign, translationMend } from "./sign.js";

const NUMERAL =
  "(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|" +
  "several|many|some|a few|hundreds of|thousands of|a couple of)";
const UNIT = "(?:minutes|hours|days|weeks|months|years|decades|centuries|generations)";
/** "since two years ago", "since ten years had passed", "since three days before" are English of a kind. */
const SINCE = new RegExp(
  `\\b(since) (${NUMERAL} ${UNIT})\\b(?! (?:ago|later|old|of|before|after|earlier|prior|from|have|has|had|passed|pass|is|are|was|were|may|might|would|will|can|into|in the future))`,
  "giu",
);
const SINCE_ONE =
  /\b(since) (an? (?:hour|week|month|year|decade|century|long while))\b(?! (?:ago|later|of|before|after|earlier|prior|has|had|passed|is|was|may|would|will|can))/giu;
const BEFORE = new RegExp(`\\bbefore (${NUMERAL} ${UNIT})(?=\\s*[.,;!?](?:\\s|$))`, "giu");
const FOR_AGO = new RegExp(`\\bfor (${NUMERAL} ${UNIT} ago)\\b`, "giu");

/** "since ten years", "before ten years" for what was ten years ago. */
export function findDurations(text: TranslatedText): Sign[] {
  if (!/since|before|for /i.test(text.scan.text)) return [];
  const since = [...findInEnglish(text, SINCE), ...findInEnglish(text, SINCE_ONE)].map(({ match, start }): Sign => {
    const [, word = ""] = match;
    const mend = translationMend(start, start + word.length, word === "Since" ? "For" : "for", 0.92, "since > for");
    return { kind: "calque", mends: [mend] };
  });
  const before = findInEnglish(text, BEFORE).map(
    ({ match, start, end }): Sign => ({
      kind: undefined,
      mends: [translationMend(start, end, `${match[1]} ago`, 0.7, "before > ago")],
    }),
  );
  const ago = findInEnglish(text, FOR_AGO).map(
    ({ match, start, end }): Sign => ({
      kind: undefined,
      mends: [translationMend(start, end, match[1] ?? "", 0.75, "for ... ago")],
    }),
  );
  return [...since, ...before, ...ago];
}
