import { counted } from "./counting.js";
import { readXml } from "./xml-events.js";

interface Level {
  start: number;
  format: string;
  text: string;
  /** What stands between label and text: a tab, a space or nothing. */
  follow: string;
  /** The paragraph style that is bound to this level. */
  style: string | null;
  /** All numbers of the label in digits (isLgl). */
  legal: boolean;
}

interface Numbering {
  abstract: string;
  readonly starts: Map<number, number>;
}

const lastLevel = 8;

/**
 * Automatic numbering (自动编号) of one document: prints the labels that are not in the text, such as 一、（一）1. ①.
 * `label` is asked paragraph by paragraph, in their order, and counts on.
 */
export class DocxNumbering {
  readonly #abstracts = new Map<string, Map<number, Level>>();
  readonly #numberings = new Map<string, Numbering>();
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(xml: string | null) {
    if (xml !== null) this.#read(xml);
  }

  /** The label of the next paragraph of this numbering, with what parts it from the text; empty where it has none. */
  label(numId: string, level: number | null, style: string | null): string {
    const numbering = this.#numberings.get(numId);
    const levels = this.#abstracts.get(numbering?.abstract ?? "");
    if (numbering === undefined || levels === undefined) return "";
    const at = Math.min(lastLevel, level ?? levelOfStyle(levels, style));
    const found = levels.get(at);
    if (found === undefined) return "";
    const counts = this.#count(numbering, numId, levels, at);
    const label = found.text.replace(/%([1-9])/g, (_, place: string) => {
      const index = Number(place) - 1;
      const of = levels.get(index);
      const value = counts[index] ?? of?.start ?? 1;
      return counted(value, found.legal ? "decimal" : (of?.format ?? "decimal")) ?? "";
    });
    if (found.format === "bullet") return "• ";
    if (label === "") return "";
    return /[、．.。）)】〕：:]$/.test(label) || found.follow === "nothing" ? label : `${label} `;
  }

  /** Counts the level on; levels below begin anew, those above count as begun. */
  #count(numbering: Numbering, numId: string, levels: ReadonlyMap<number, Level>, at: number): readonly number[] {
    const counts = this.#counts.get(numbering.abstract) ?? [];
    this.#counts.set(numbering.abstract, counts);
    const begun = `${numId}/${at}`;
    const restart = this.#begun.has(begun) ? undefined : numbering.starts.get(at);
    this.#begun.add(begun);
    for (let above = 0; above < at; above++) counts[above] ??= levels.get(above)?.start ?? 1;
    const before = counts[at];
    counts[at] = restart ?? (before === undefined ? (levels.get(at)?.start ?? 1) : before + 1);
    counts.length = at + 1;
    return counts;
  }

  #read(xml: string): void {
    let levels: Map<number, Level> | null = null;
    let level: Level | null = null;
    let numbering: Numbering | null = null;
    let override = 0;
    readXml(xml, {
      open: (name, attribute) => {
        const value = attribute("val") ?? "";
        if (name === "abstractNum") {
          levels = new Map();
          this.#abstracts.set(attribute("abstractNumId") ?? "", levels);
        } else if (name === "num") {
          numbering = { abstract: "", starts: new Map() };
          this.#numberings.set(attribute("numId") ?? "", numbering);
        } else if (name === "abstractNumId" && numbering !== null) numbering.abstract = value;
        else if (name === "lvlOverride") override = Number(attribute("ilvl") ?? 0) || 0;
        else if (name === "startOverride") numbering?.starts.set(override, Number(value) || 0);
        else if (name === "lvl" && levels !== null) {
          level = { start: 1, format: "decimal", text: "", follow: "tab", style: null, legal: false };
          levels.set(Number(attribute("ilvl") ?? 0) || 0, level);
        } else if (level === null) return;
        else if (name === "start") level.start = Number(value) || 0;
        else if (name === "numFmt") level.format = value;
        else if (name === "lvlText") level.text = value.slice(0, 40);
        else if (name === "suff") level.follow = value;
        else if (name === "pStyle") level.style = value;
        else if (name === "isLgl") level.legal = value !== "0" && value !== "false";
      },
      close: (name) => {
        if (name === "abstractNum") levels = null;
        else if (name === "lvl") level = null;
        else if (name === "num") numbering = null;
      },
      text() {},
    });
  }
}

function levelOfStyle(levels: ReadonlyMap<number, Level>, style: string | null): number {
  for (const [index, level] of levels) if (style !== null && level.style === style) return index;
  return 0;
}
