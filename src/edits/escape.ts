import { makeLinesVisible } from "./visible.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML, fit for an element's content and for an attribute in quotes. Hidden characters are made visible. */
export function escapeHtml(text: string): string {
  return makeLinesVisible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
