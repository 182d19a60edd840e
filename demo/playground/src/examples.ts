import seed from "../../seed-article.txt?raw";
import abstract from "../examples/abstract.txt?raw";
import clean from "../examples/clean.txt?raw";
import health from "../examples/health.txt?raw";
import market from "../examples/market.txt?raw";
import sport from "../examples/sport.txt?raw";

/** A text to begin with. */
export interface Example {
  readonly label: string;
  readonly text: string;
}

/** One text for each register that spinners like, and one that nobody spun. */
export const EXAMPLES: readonly [Example, ...Example[]] = [
  { label: "News report", text: seed.trim() },
  { label: "Health advice", text: health.trim() },
  { label: "Match report", text: sport.trim() },
  { label: "Markets", text: market.trim() },
  { label: "Research abstract", text: abstract.trim() },
  { label: "A clean text", text: clean.trim() },
];
