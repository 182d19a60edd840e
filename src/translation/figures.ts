import { type Found, findInEnglish, type TranslatedText } from "./reader.js";
import { type Sign, type SignKind, translationMend } from "./sign.js";

/** What stands behind a figure that is no item of a list. */
const UNIT =
  "(?:million|billion|trillion|per ?cent|per mille|%|°|k?m\\b|km/h|kg|cm|mm|kilomet|met(?:er|re)|mile|feet|foot|inch|" +
  "lit(?:er|re)|gram|kilo|tons?\\b|tonne|degree|time|euro|dollar|pound|franc|rouble|ruble|hour|minute|second|point|year|" +
  "inhabitant|people|person|hectare|square)";
const DECIMAL = new RegExp(`(?<![\\d.,\\p{L}])(\\d{1,3}),(\\d{1,2})(?= ?${UNIT})`, "giu");
const SMALL_DECIMAL = /(?<![\d.,\p{L}])(0),(\d{1,4})(?![\d,\p{L}])/gu;
const PRICE = /(?<=[€£$] ?)(\d{1,3}),(\d{2})(?![\d,])/gu;
const PRICE_BEFORE = /(?<![\d.,\p{L}])(\d{1,3}),(\d{2})(?= ?[€£$](?![\d]))/gu;
const GROUPED = /(?<![\d.,\p{L}])\d{1,3}(?:\.\d{3}){2,}(?![\d.]\d)/gu;
const THOUSANDS = new RegExp(`(?<![\\d.,\\p{L}])(\\d{1,3})\\.(000)(?= (?:${UNIT}|\\p{Ll}{4,}s\\b))`, "giu");
const CLOCK =
  /(?<=\b(?:at|from|until|till|to|around|about|before|after|by) )([01]?\d|2[0-3])h([0-5]\d)?(?![\p{L}\d])/giu;
const NUMERAL = "(?:\\d[\\d.,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)";
const MILLIONS = new RegExp(
  `\\b(${NUMERAL} )(million|billion|trillion|thousand|hundred)s( of)?(?= \\p{L})(?! (?:the|them|these|those|its?|our|their|us|which|whom|his|her|my|your|of)\\b)`,
  "giu",
);
const MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const DAY_OF = new RegExp(`\\b(on|since|until|till|from|before|after|by) (?:the )?(\\d{1,2}) of (${MONTH})\\b`, "gu");

/** Figures as other languages write them, and as they are said in them. */
export function findFigures(text: TranslatedText): Sign[] {
  const { scan } = text;
  if (!/\d|illions\b|ousands\b|undreds\b/.test(scan.text)) return [];
  const with_ = (found: Found, after: string, kind: SignKind | undefined, probability: number, rule: string): Sign => ({
    kind,
    mends: [translationMend(found.start, found.end, after, probability, rule)],
  });
  const decimals = [DECIMAL, SMALL_DECIMAL, PRICE_BEFORE].flatMap((pattern) => findInEnglish(text, pattern));
  return [
    ...decimals.map((found) => with_(found, point(found), "figure", 0.93, "decimal comma")),
    // A price with two figures behind a comma may lack its third one.
    ...findInEnglish(text, PRICE).map((found) => with_(found, point(found), undefined, 0.8, "decimal comma")),
    ...findInEnglish(text, GROUPED)
      .filter(({ match }) => !isAddress(match[0]))
      .map((found) => with_(found, found.match[0].replaceAll(".", ","), "figure", 0.95, "dots between thousands")),
    ...findInEnglish(text, THOUSANDS).map((found) =>
      with_(found, `${found.match[1]},${found.match[2]}`, undefined, 0.8, "dots between thousands"),
    ),
    ...findInEnglish(text, CLOCK).map((found) =>
      with_(found, `${found.match[1]}:${found.match[2] ?? "00"}`, "figure", 0.9, "time of day"),
    ),
    ...findInEnglish(text, MILLIONS).map((found) =>
      with_(found, `${found.match[1]}${found.match[2]}`, "figure", 0.92, "plural of millions"),
    ),
    ...findInEnglish(text, DAY_OF).map((found) =>
      with_(found, found.match.slice(1, 4).join(" "), "figure", 0.85, "day of a month"),
    ),
  ];
}

function point({ match }: Found): string {
  return `${match[1]}.${match[2]}`;
}

/** Four groups of at most 255: an address of the internet. */
function isAddress(figure: string): boolean {
  const groups = figure.split(".");
  return groups.length === 4 && groups.every((group) => Number(group) < 256);
}
