import { listed } from "../dictionary/word-lists.js";
import { TokenKind } from "../text/tokens.js";
import { MONTHS } from "./date-names.js";
import { type Found, findAtTokens, isOneOf, type TranslatedText } from "./reader.js";
import { type Sign, type SignKind, translationMend } from "./sign.js";

/** What stands behind a figure that is no item of a list. */
const UNIT =
  "(?:million|billion|trillion|per ?cent|per mille|%|°|k?m\\b|km/h|kg|cm|mm|kilomet|met(?:er|re)|mile|feet|foot|inch|" +
  "lit(?:er|re)|gram|kilo|tons?\\b|tonne|degree|time|euro|dollar|pound|franc|rouble|ruble|hour|minute|second|point|year|" +
  "inhabitant|people|person|hectare|square)";
/** Words at which a rule may match, besides figures. */
const NUMERALS = ["million", "billion", "trillion"];

interface Rule {
  /** Matched where a number begins. */
  readonly pattern: RegExp;
  readonly kind: SignKind | undefined;
  readonly probability: number;
  readonly name: string;
  readonly write: (match: RegExpExecArray) => string;
}

const point = (match: RegExpExecArray): string => `${match[1]}.${match[2]}`;

const RULES: readonly Rule[] = [
  {
    pattern: new RegExp(`(\\d{1,3}),(\\d{1,2})(?= ?${UNIT})`, "y"),
    kind: "figure",
    probability: 0.93,
    name: "decimal comma",
    write: point,
  },
  { pattern: /(0),(\d{1,4})(?![\d,])/y, kind: "figure", probability: 0.93, name: "decimal comma", write: point },
  {
    pattern: /(\d{1,3}),(\d{2})(?= ?[€£$](?!\d))/y,
    kind: "figure",
    probability: 0.93,
    name: "decimal comma",
    write: point,
  },
  // A price with two figures behind a comma may lack its third one.
  {
    pattern: /(?<=[€£$] ?)(\d{1,3}),(\d{2})(?![\d,])/y,
    kind: undefined,
    probability: 0.8,
    name: "decimal comma",
    write: point,
  },
  {
    pattern: /(?!(?:\d{1,3}\.){3}\d{1,3}(?!\.\d))\d{1,3}(?:\.\d{3}){2,}(?![.\d])|\d{1,3}(?:\.\d{3}){4,}(?![.\d])/y,
    kind: "figure",
    probability: 0.95,
    name: "dots between thousands",
    write: ([figure]) => figure.replaceAll(".", ","),
  },
  {
    pattern: new RegExp(`(\\d{1,3})\\.(000)(?= (?:${UNIT}|[a-z]{4,}s\\b))`, "y"),
    kind: undefined,
    probability: 0.8,
    name: "dots between thousands",
    write: ([, thousands, rest]) => `${thousands},${rest}`,
  },
  {
    pattern: /(?<=\b(?:at|from|until|till|to|around|about|before|after|by) )([01]?\d|2[0-3])h([0-5]\d)?(?![A-Za-z\d])/y,
    kind: "figure",
    probability: 0.9,
    name: "time of day",
    write: ([, hours, minutes]) => `${hours}:${minutes ?? "00"}`,
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:[Oo]n|[Ss]ince|until|till|from|before|after|by) )(?:the )?(\\d{1,2}) of (${MONTHS.join("|")})\\b`,
      "y",
    ),
    kind: "figure",
    probability: 0.85,
    name: "day of a month",
    write: ([, day, month]) => `${day} ${month}`,
  },
  {
    pattern:
      /(\d[\d.,]*|[A-Za-z]+) (million|billion|trillion|thousand|hundred)s( of)?(?= [A-Za-z])(?! (?:the|them|these|those|its?|our|their|us|which|whom|his|her|my|your|of)\b)/y,
    kind: "figure",
    probability: 0.92,
    name: "plural of millions",
    write: ([, count, unit]) => `${count} ${unit}`,
  },
  {
    pattern:
      /(?<=\d )(million|billion|trillion) of(?= [a-z])(?! (?:the|them|these|those|its?|our|their|us|which|whom|his|her|my|your|it)\b)/y,
    kind: undefined,
    probability: 0.88,
    name: "million of",
    write: ([, unit]) => `${unit}`,
  },
];
const RULE_OF = new Map(RULES.map((rule) => [rule.pattern, rule]));

/** Figures as other languages write them, and as they are said in them. */
export function findFigures(text: TranslatedText): Sign[] {
  const { scan } = text;
  const isNumeral = isOneOf(text, [...NUMERALS, ...listed(text.translation.wordLists, "counts")]);
  const begins = (at: number): boolean => scan.kind[at] === TokenKind.Number || isNumeral(at);
  const signs = findAtTokens(text, begins, [...RULE_OF.keys()]).map((found) =>
    toSign(found, RULE_OF.get(found.pattern)),
  );
  const the = isOneOf(text, ["the"]);
  const [dayRule] = RULES.filter((rule) => rule.name === "day of a month");
  const days = findAtTokens(text, the, [dayRule.pattern]).map((found) => toSign(found, dayRule));
  return [...signs, ...days].filter((sign) => sign !== undefined);
}

function toSign({ start, end, match }: Found, rule: Rule | undefined): Sign | undefined {
  if (!rule) return undefined;
  const mend = translationMend(start, end, rule.write(match), rule.probability, rule.name);
  return { kind: rule.kind, mends: [mend] };
}
