import { CharacterClass, characterClass } from "./characters.js";
import { Region } from "./region.js";
import { TokenKind, type Tokens } from "./tokens.js";

/** HTML elements whose content is not prose. */
const CODE_ELEMENTS = new Set(["script", "style", "pre", "code", "kbd", "samp", "svg", "math", "textarea"]);
/** What a browser takes for code up to the end of the text if it is never closed. */
const ENDLESS_ELEMENTS = new Set(["script", "style"]);
const HEADING_ELEMENTS = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "title"]);
/** With an element of these a list item is over, whether it was closed or not. */
const LIST_ELEMENTS = new Set(["li", "ul", "ol"]);

/** The content of HTML elements that are headings or items of lists. */
export function markBlockElements(tokens: Tokens, regions: Uint8Array): void {
  let open = "";
  let openAt = 0;
  for (let i = 0; i < tokens.count; i++) {
    const name = tagAt(tokens, i);
    if (name === "") continue;
    if (open !== "" && (name === `/${open}` || (open === "li" && LIST_ELEMENTS.has(bare(name))))) {
      regions.fill(open === "li" ? Region.List : Region.Heading, openAt, i + 1);
      open = "";
    }
    if (HEADING_ELEMENTS.has(name) || name === "li") {
      open = name;
      openAt = i;
    }
  }
}

/** The content of HTML elements that are code. */
export function markCodeElements(tokens: Tokens, regions: Uint8Array): void {
  let open = "";
  let openAt = 0;
  for (let i = 0; i < tokens.count; i++) {
    const name = tagAt(tokens, i);
    if (open === "" && CODE_ELEMENTS.has(name)) {
      open = name;
      openAt = i;
    } else if (open !== "" && name === `/${open}`) {
      regions.fill(Region.Protected, openAt, i + 1);
      open = "";
    }
  }
  if (ENDLESS_ELEMENTS.has(open)) regions.fill(Region.Protected, openAt);
}

/** The name of the tag that a token is, in lower case and with the slash of a closing one; "" if it is none. */
function tagAt(tokens: Tokens, index: number): string {
  const { text, kind, start } = tokens;
  if (kind[index] !== TokenKind.Protected || text.charCodeAt(start[index]) !== 0x3c) return "";
  const closing = text.charCodeAt(start[index] + 1) === 0x2f;
  return (closing ? "/" : "") + elementName(text, start[index] + (closing ? 2 : 1));
}

function bare(name: string): string {
  return name.startsWith("/") ? name.slice(1) : name;
}

function elementName(text: string, start: number): string {
  let end = start;
  while (end < text.length && end - start < 10) {
    const cls = characterClass(text.charCodeAt(end));
    if (cls !== CharacterClass.Lower && cls !== CharacterClass.Upper && cls !== CharacterClass.Digit) break;
    end++;
  }
  return text.slice(start, end).toLowerCase();
}
