import { readXml } from "./xml-events.js";

/** What of a paragraph style (样式) matters here: its printed name and the numbering that it brings. */
export interface ParagraphStyle {
  readonly id: string;
  name: string;
  basedOn: string | null;
  numId: string | null;
  level: number | null;
}

/** The styles of a package by their ids. */
export function readStyles(xml: string): ReadonlyMap<string, ParagraphStyle> {
  const styles = new Map<string, ParagraphStyle>();
  let style: ParagraphStyle | null = null;
  readXml(xml, {
    open(name, attribute) {
      if (name === "style") {
        const id = attribute("styleId") ?? "";
        style = { id, name: "", basedOn: null, numId: null, level: null };
        if (!styles.has(id)) styles.set(id, style);
      } else if (style === null) return;
      else if (name === "name") style.name = attribute("val") ?? "";
      else if (name === "basedOn") style.basedOn = attribute("val");
      else if (name === "numId") style.numId = attribute("val");
      else if (name === "ilvl") style.level = Number(attribute("val") ?? 0) || 0;
    },
    close(name) {
      if (name === "style") style = null;
    },
    text() {},
  });
  return styles;
}

/** The numbering that a style has of its own or from the styles it is based on. */
export function numberingOfStyle(
  styles: ReadonlyMap<string, ParagraphStyle>,
  id: string | null,
): { readonly numId: string; readonly level: number | null; readonly style: string } | null {
  let style = styles.get(id ?? "");
  // A chain that bites its own tail ends here too.
  for (let step = 0; style !== undefined && step < 20; step++) {
    if (style.numId !== null) return { numId: style.numId, level: style.level, style: style.id };
    style = styles.get(style.basedOn ?? "");
  }
  return null;
}
