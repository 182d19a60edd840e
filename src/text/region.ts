/** Where in a document a token stands. */
export const enum Region {
  Body = 0,
  /** Between quotation marks. */
  Quotation = 1,
  /** A heading: Markdown's "#", HTML's h1-h6 and title, or a short paragraph of its own without a full stop. */
  Heading = 2,
  /** An item of a list. */
  List = 3,
  /** Code, front matter, link targets, scripts: never edited. */
  Protected = 4,
}
