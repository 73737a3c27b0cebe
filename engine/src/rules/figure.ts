import type { DraftOf, Rule } from "../draft.js";
import { figuresIn } from "../figures/figures.js";

type FigureDraft = DraftOf<"figure">;

/**
 * Figures (数据): money, people, counts, areas, goods and rates that report cooperation. What is left out, and how the
 * thing counted is read, stands in figures.ts. A repeated amount is one figure in its first printed form.
 */
export const figure: Rule = {
  id: "figure",
  version: 1,
  purpose: "A number with a unit that counts something of the work is a figure, with what it counts and whose it is.",
  apply(article): readonly FigureDraft[] {
    return figuresIn(article);
  },
};
