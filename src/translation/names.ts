import { onceFor } from "../deferred.js";
import { anyOf, listed, type WordLists } from "../dictionary/word-lists.js";
import { LetterCase } from "../text/case.js";
import { isCommon } from "./english.js";
import { type Found, findAtTokens, isOneOf, type TranslatedText } from "./reader.js";
import { type Sign, translationMend } from "./sign.js";

const WORD = "\\p{Lu}[\\p{L}'’-]+";
/** Three words at most: what follows a longer name is seldom its verb. */
const NAME = `${WORD}(?: ${WORD}){0,2}`;
const FULL_NAME = /[Tt]he (\p{Lu}\p{Ll}[\p{L}'’-]+ \p{Lu}\p{Ll}[\p{L}'’-]+)(?=[,.;:!?)]| (?:on|in|at|to|who|also)\b)/uy;

const patternsOf = onceFor((lists: WordLists) => {
  const verb = `(?:${anyOf(lists, "newsVerbs")})`;
  /** What goes on behind a name that is no part of a longer one ("the Mr. Olympia contest"). */
  const goesOn = `(?=[,.;:!?)]| (?:${verb}|and|also|who|in|on|at|to|from|with|for|by)\\b)`;
  const title = anyOf(lists, "titles").replace(/\b\w/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
  const country = anyOf(lists, "countries");
  return {
    mister: new RegExp(`[Tt]he ((?:Mr|Mrs|Ms|Dr)\\.? ${NAME})${goesOn}`, "uy"),
    titled: new RegExp(`[Tt]he ((?:${title}) ${NAME})(?= ${verb}\\b)`, "uy"),
    land: new RegExp(
      `(?:(?<!\\b(?:of|on|or|from|between) )[Tt]he (${country})(?= ${verb}\\b)|` +
        `(?<=\\b(?:in|to|from|of|with|against|for) )the (${country})(?=[.;!?](?:\\s|$)))`,
      "uy",
    ),
    person: new RegExp(`[Tt]he (\\p{Lu}\\p{Ll}[\\p{L}'’-]+(?: \\p{Lu}\\p{Ll}[\\p{L}'’-]+)?)(?= ${verb}\\b)`, "uy"),
  };
});

/** "the" before a title with a name, a country or a person, where they are not the beginning of a longer name. */
export function findNames(text: TranslatedText): Sign[] {
  const surnames = new Surnames(text);
  const { scan, translation } = text;
  const { mister, titled, land, person } = patternsOf(translation.wordLists);
  const isThe = isOneOf(text, ["the"]);
  const isTitle = isOneOf(text, [...listed(translation.wordLists, "titles")]);
  const begins = (at: number): boolean =>
    isThe(at) && (scan.letterCase[at + 1] === LetterCase.Capitalised || isTitle(at + 1));
  const found = findAtTokens(text, begins, [mister, titled, land, person, FULL_NAME]);
  return found
    .filter(({ pattern, match }) => (pattern !== person && pattern !== FULL_NAME) || surnames.isPerson(match[1] ?? ""))
    .map(({ pattern, ...place }) =>
      pattern === land
        ? { ...withoutArticle(place, "article before a country"), odd: true }
        : withoutArticle(place, "article before a name"),
    );
}

function withoutArticle({ match, start }: Found, rule: string): Sign {
  const [whole] = match;
  const capital = whole.startsWith("T") ? whole.charAt(4).toUpperCase() : whole.charAt(4);
  return { kind: "article", mends: [translationMend(start, start + 5, capital, 0.88, rule)] };
}

/** Who a text speaks of: surnames that stand behind a given name in it. Read when first asked for. */
class Surnames {
  readonly #text: TranslatedText;
  #known: Set<string> | undefined;

  constructor(text: TranslatedText) {
    this.#text = text;
  }

  /** Whether a name is a given name with a surname, or such a surname alone. */
  isPerson(name: string): boolean {
    const [first = "", second = ""] = name.split(" ");
    if (second !== "") return listed(this.#text.translation.wordLists, "givenNames").has(first);
    this.#known ??= surnamesIn(this.#text);
    return this.#known.has(first);
  }
}

function surnamesIn({ scan, model, translation }: TranslatedText): Set<string> {
  const givenNames = listed(translation.wordLists, "givenNames");
  const { count, text, start, end, letterCase, word } = scan;
  const surnames = new Set<string>();
  for (let at = 0; at + 1 < count; at++) {
    if (letterCase[at] !== LetterCase.Capitalised || letterCase[at + 1] !== LetterCase.Capitalised) continue;
    // "Donald President Trump": a common word is no surname.
    if (isCommon(model, word[at + 1]) || !givenNames.has(text.slice(start[at], end[at]))) continue;
    surnames.add(text.slice(start[at + 1], end[at + 1]));
  }
  return surnames;
}
