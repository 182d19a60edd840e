import type { RegionName } from "../../types.js";

/** What the kinds of place are called in reports, in their order. */
export const REGION_LABELS: Readonly<Record<RegionName, string>> = {
  body: "Body",
  quotation: "Quotations",
  capitalised: "Capitalised words",
  sentenceStart: "Sentence starts",
  heading: "Headings",
};
