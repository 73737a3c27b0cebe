import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.2 A and AA, as axe tags its rules; `colours`: those of them that another look can break. */
const rules = {
  all: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] },
  colours: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
} satisfies { readonly [which: string]: RunOptions["runOnly"] };

/** What axe-core finds wrong with what the page shows now: one line a rule and element; empty where all is well. */
export async function violations(page: Page, kept: keyof typeof rules): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  // A colour in change has no contrast yet: what moves is brought to its end.
  await page.evaluate(async () => {
    for (const moves = () => document.getAnimations(); moves().length > 0; ) {
      for (const one of moves()) one.effect?.getTiming().iterations === Infinity ? one.cancel() : one.finish();
      await new Promise(requestAnimationFrame);
    }
  });
  const found = await page.evaluate(
    async (options) => {
      const { axe } = globalThis as unknown as {
        axe: { run(context: Document, how: RunOptions): Promise<AxeResults> };
      };
      return (await axe.run(document, options)).violations;
    },
    { runOnly: rules[kept], resultTypes: ["violations"] } satisfies RunOptions,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary?.split("\n").at(1)?.trim()}`,
    ),
  );
}
