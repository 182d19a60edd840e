import type { Random } from "../simulate/random.js";
import type { SpinHabits } from "../simulate/spin.js";

/**
 * The habits of the next spinner to learn from: an eighth of the texts are left clean, the rest are spun at all rates,
 * names and quotations protected in half of them.
 */
export function habitsFor(random: Random): SpinHabits {
  const mode = random();
  const rate = mode < 0.12 ? 0 : mode < 0.37 ? 1 : mode < 0.62 ? ("list-size" as const) : ([0.1, 1] as const);
  return { rate, protect: random() < 0.5, choice: random() < 0.7 ? "weighted" : "uniform" };
}
