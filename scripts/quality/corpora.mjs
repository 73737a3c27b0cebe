// @ts-check
// Reads a folder of articles with gold and lets the engine read every text.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const shared = join(root, "../shared");

/** The corpora by name. `dev` and `seeds` lie beside the project and are absent on most machines. @type {Record<string, string>} */
export const corpora = {
  open: join(root, "corpus/open"),
  held: join(root, "corpus/held"),
  dev: join(shared, "corpus/dev"),
  seeds: join(shared, "corpus/seeds"),
};

/**
 * The parts of held, each written at once and read blind once before any rule was mended after it.
 * @type {readonly { name: string, holds: (id: string) => boolean }[]}
 */
export const heldSets = [
  { name: "first (401–439)", holds: (id) => id < "440" },
  { name: "second (440–459)", holds: (id) => id >= "440" && id < "460" },
  { name: "third (460–479)", holds: (id) => id >= "460" && id < "480" },
  { name: "fourth (480–489)", holds: (id) => id >= "480" && id < "490" },
  { name: "fifth (490 on)", holds: (id) => id >= "490" },
];

/**
 * Every article of a corpus with its gold and its extraction; null when the corpus is not there.
 * @param {string} name one of `corpora`
 * @param {{ clean?: boolean, extract: (source: {name: string, bytes: Uint8Array}) => {extraction: unknown} }} options
 *   `clean` reads NNN.clean.txt where there is one: what the rules give when the repair is perfect
 */
export function articlesOf(name, { clean = false, extract }) {
  const folder = corpora[name];
  if (folder === undefined) throw new Error(`no corpus is called ${name}`);
  if (!existsSync(folder)) return null;
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => {
      const id = file.slice(0, -5);
      const gold = JSON.parse(readFileSync(join(folder, file), "utf8"));
      const candidates = [join(folder, `${id}.txt`), join(shared, "seeds", `${id}.txt`)];
      if (clean) candidates.unshift(join(folder, `${id}.clean.txt`));
      const path = candidates.find(existsSync);
      if (path === undefined) return [];
      const bytes = readFileSync(path);
      return [{ id: String(gold.id ?? id), gold, extraction: extract({ name: `${id}.txt`, bytes }).extraction }];
    });
}
