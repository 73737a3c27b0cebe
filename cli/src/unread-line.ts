import { engineVersion } from "@shanhai/engine/light";

/** The line that stands for one that gave no extraction: the contract's shape, no facts, an issue that says why. */
export function unreadLine(number: number, code: string, zh: string, en: string): string {
  return JSON.stringify({
    contract: 1,
    engine: engineVersion,
    id: null,
    title: null,
    source: null,
    published: null,
    genre: "other",
    raw: null,
    damage: [],
    facts: [],
    issues: [
      { code, severity: "error", span: null, message: { zh: `第 ${number} 行：${zh}`, en: `line ${number}: ${en}` } },
    ],
  });
}
