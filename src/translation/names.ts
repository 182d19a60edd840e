import { findInEnglish, type TranslatedText } from "./reader.js";
import { type Sign, type SignKind, translationMend } from "./sign.js";

const VERB =
  "(?:said|says|has|had|is|was|will|would|can|could|did|does|announced|told|met|visited|went|came|declared|added|wants|" +
  "wanted|arrived|explained|stated|asked|spoke|signed|won|became|died|lives|lived|took|gave|made|thinks|believes)";
/** Two words at most: what follows a longer name is seldom its verb. */
const NAME = "\\p{Lu}[\\p{L}'’.-]+(?: \\p{Lu}[\\p{L}'’-]+){0,2}";
/** What goes on behind a name that is no part of a longer one ("the Mr. Olympia contest"). */
const STOPS = `(?=[,.;:!?)]| (?:${VERB}|and|also|who|in|on|at|to|from|with|for|by)\\b)`;
const MISTER = new RegExp(`\\b([Tt]he) ((?:Mr|Mrs|Ms|Dr)\\.? ${NAME})${STOPS}`, "gu");
const TITLE = new RegExp(
  `\\b([Tt]he) ((?:[Pp]resident|[Pp]rofessor|[Dd]octor|[Kk]ing|[Qq]ueen|[Pp]ope|[Cc]hancellor|[Gg]eneral|[Ss]enator|[Mm]inister) ${NAME})(?= ${VERB}\\b)`,
  "gu",
);
const COUNTRY =
  "(?:Germany|France|Russia|Italy|Spain|Portugal|China|Japan|Poland|Turkey|India|Brazil|Greece|Sweden|Norway|Denmark|" +
  "Finland|England|Britain|Scotland|Ireland|Belgium|Switzerland|Austria|Hungary|Romania|Bulgaria|Serbia|Ukraine|Egypt|" +
  "Morocco|Algeria|Tunisia|Israel|Iran|Iraq|Syria|Canada|Mexico|Argentina|Chile|Peru|Colombia|Cuba|Vietnam|Thailand|" +
  "Indonesia|Australia|Europe|Africa|Asia)";
const LAND = new RegExp(
  `(?<!\\b(?:of|on|and|or|from|between) )\\b([Tt]he) (${COUNTRY})(?=[.,;](?:\\s|$)(?! \\p{Lu})| ${VERB}\\b)`,
  "gu",
);
const LAND_AFTER_PREPOSITION = new RegExp(
  `(?<=\\b(?:in|to|from|of|with|against|for) )(the) (${COUNTRY})(?=[.;!?](?:\\s|$))`,
  "gu",
);

/** "the" before a title with a name, or before a country, where neither is the beginning of a longer name. */
export function findNames(text: TranslatedText): Sign[] {
  if (!/\b[Tt]he /.test(text.scan.text)) return [];
  const without = (pattern: RegExp, kind: SignKind | undefined, probability: number, rule: string): Sign[] =>
    findInEnglish(text, pattern).map(({ match, start }) => {
      const [, article = "", name = ""] = match;
      const first = article === "The" ? name.charAt(0).toUpperCase() : name.charAt(0);
      const end = start + article.length + 1 + 1;
      return { kind, mends: [translationMend(start, end, first, probability, rule)] };
    });
  return [
    ...without(MISTER, "article", 0.9, "article before a name"),
    ...without(TITLE, "article", 0.85, "article before a name"),
    ...without(LAND, "article", 0.88, "article before a country"),
    ...without(LAND_AFTER_PREPOSITION, "article", 0.88, "article before a country"),
    ...findPersons(text),
  ];
}

/** "the Merkel said", where the text has "Angela Merkel" too. */
function findPersons(text: TranslatedText): Sign[] {
  const pattern = new RegExp(
    `\\b([Tt]he) (\\p{Lu}\\p{Ll}[\\p{L}'’-]+(?: \\p{Lu}\\p{Ll}[\\p{L}'’-]+)?)(?= ${VERB}\\b)`,
    "gu",
  );
  return findInEnglish(text, pattern)
    .filter(({ match }) => isPerson(text.scan.text, match[2] ?? ""))
    .map(({ match, start }): Sign => {
      const [, article = ""] = match;
      const mend = translationMend(start, start + article.length + 1, "", 0.85, "article before a name");
      return { kind: "article", mends: [mend] };
    });
}

/** Given names that stand before surnames in texts of many languages. */
const GIVEN = new Set(
  (
    "Angela Emmanuel Vladimir Donald Joe Barack Boris Nicolas François Francois Jean Pierre Marie Hans Peter Karl Paul Anna Maria " +
    "José Jose Juan Carlos Luis Pedro Pablo Ana Antonio Manuel Francisco Javier Miguel Fernando Marco Giuseppe Giovanni Luca Mario " +
    "Silvio Matteo Sergio Andrea Stefano Ivan Sergey Sergei Dmitry Dmitri Alexander Alexei Aleksandr Mikhail Nikolai Olga Elena Irina " +
    "Tatiana Natalia Yuri Viktor Michael John Thomas Robert David James William Richard George Mary Elizabeth Margaret Theresa Hillary " +
    "Mohamed Mohammed Muhammad Ahmed Ali Hassan Hussein Mahmoud Abdullah Mustafa Recep Fatma Ayse Xi Li Wang Kim Shinzo"
  ).split(" "),
);

function isPerson(text: string, name: string): boolean {
  const [given = "", surname = ""] = name.split(" ");
  if (surname !== "") return GIVEN.has(given);
  const before = new RegExp(`(?<!\\b[Tt]he )(?<!\\p{Lu}[\\p{L}]* )\\b(\\p{Lu}\\p{L}+) ${given}\\b`, "gu");
  return [...text.matchAll(before)].some((match) => GIVEN.has(match[1] ?? ""));
}
