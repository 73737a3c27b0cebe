import { readXml } from "@shanhai/engine/light";
import { type NumberFormat, numberFormat } from "./number-format.js";

/** What a cell's style says that matters to a reader: how its number prints, its fill, whether it is crossed out. */
export interface CellLook {
  readonly format: NumberFormat;
  readonly fill?: string;
  readonly struck?: boolean;
}

/**
 * The formats that a file only names by number, as the Chinese editions of WPS and Excel print them (ECMA-376 18.8.30
 * has 27 to 36 and 50 to 58 by language).
 */
const builtIn: { readonly [id: number]: string } = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: "#,##0;-#,##0",
  38: "#,##0;[Red]-#,##0",
  39: "#,##0.00;-#,##0.00",
  40: "#,##0.00;[Red]-#,##0.00",
  41: "#,##0;-#,##0;-",
  42: "¥#,##0;-¥#,##0;-",
  43: "#,##0.00;-#,##0.00;-",
  44: "¥#,##0.00;-¥#,##0.00;-",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

const compiled = new Map<string, NumberFormat>();

/** A compiled format; the same code gives the same object. */
export function formatOf(code: string): NumberFormat {
  let format = compiled.get(code);
  if (format === undefined) {
    format = numberFormat(code);
    if (compiled.size < 2_000) compiled.set(code, format);
  }
  return format;
}

/** The format that a file names by number; General for a number that means none. */
export function builtInFormat(id: number): NumberFormat {
  return formatOf(builtIn[id] ?? "General");
}

/** The looks of a package's cell styles, by their number. `theme` is the text of the theme part, for colours it names. */
export function readCellLooks(styles: string | null, theme: string | null): readonly CellLook[] {
  if (styles === null) return [{ format: formatOf("General") }];
  const colours = themeColours(theme ?? "");
  const codes = new Map<number, string>();
  const fills: (string | null)[] = [];
  const struck: boolean[] = [];
  const looks: CellLook[] = [];
  const path: string[] = [];
  let palette: string[] = [];
  let pattern = "";
  let colour: string | null = null;
  readXml(styles, {
    open(name, attribute) {
      path.push(name);
      const parent = path.at(-2);
      if (name === "numFmt" && parent === "numFmts") {
        codes.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "General");
      } else if (name === "font" && parent === "fonts") struck.push(false);
      else if (name === "strike" && parent === "font" && path.at(-3) === "fonts") {
        struck[struck.length - 1] = !/^(0|false)$/.test(attribute("val") ?? "1");
      } else if (name === "fill" && parent === "fills") {
        pattern = "";
        colour = null;
      } else if (name === "patternFill") pattern = attribute("patternType") ?? "";
      else if (name === "fgColor" && parent === "patternFill") colour = colourOf(attribute, colours, palette);
      else if (name === "rgbColor") palette = [...palette, (attribute("rgb") ?? "").slice(-6).toUpperCase()];
      else if (name === "xf" && parent === "cellXfs") {
        const id = Number(attribute("numFmtId") ?? 0);
        const code = codes.get(id);
        const fill = fills[Number(attribute("fillId") ?? 0)] ?? null;
        const isStruck = struck[Number(attribute("fontId") ?? 0)] === true;
        looks.push({
          format: code === undefined ? builtInFormat(id) : formatOf(code),
          ...(fill === null ? {} : { fill }),
          ...(isStruck ? { struck: true } : {}),
        });
      }
    },
    close(name) {
      if (name === "fill" && path.at(-2) === "fills") fills.push(pattern === "solid" ? colour : null);
      if (path.at(-1) === name) path.pop();
    },
    text() {},
  });
  return looks.length === 0 ? [{ format: formatOf("General") }] : looks;
}

type Attribute = (name: string) => string | null;

/** White is no fill: clerks paint cells white to hide the grid. */
function colourOf(attribute: Attribute, theme: readonly string[], palette: readonly string[]): string | null {
  const rgb = attribute("rgb");
  const themed = attribute("theme");
  const indexed = attribute("indexed");
  const plain =
    rgb !== null
      ? rgb.slice(-6).toUpperCase()
      : themed !== null
        ? theme[Number(themed)]
        : indexed !== null
          ? (palette[Number(indexed)] ?? indexedColours[Number(indexed)])
          : undefined;
  if (plain === undefined || !/^[0-9A-F]{6}$/.test(plain)) return null;
  const tinted = tint(plain, Number(attribute("tint") ?? 0));
  return tinted === "FFFFFF" ? null : tinted;
}

/** Lightens or darkens towards white or black, by the luminance as programs do (ECMA-376 18.8.19). */
function tint(colour: string, by: number): string {
  if (!(by >= -1 && by <= 1) || by === 0) return colour;
  const mixed = [0, 2, 4].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16);
    const moved = by < 0 ? value * (1 + by) : value + (255 - value) * by;
    return Math.round(moved).toString(16).padStart(2, "0");
  });
  return mixed.join("").toUpperCase();
}

/** Theme colours in the order in which styles count them: light and dark change places. */
function themeColours(xml: string): readonly string[] {
  const found = new Map<string, string>();
  let inside = "";
  readXml(xml, {
    open(name, attribute) {
      if (/^(dk1|lt1|dk2|lt2|accent[1-6]|hlink|folHlink)$/.test(name)) inside = name;
      else if ((name === "srgbClr" || name === "sysClr") && inside !== "" && !found.has(inside)) {
        found.set(inside, (attribute("lastClr") ?? attribute("val") ?? "").toUpperCase());
      }
    },
    close(name) {
      if (name === inside) inside = "";
    },
    text() {},
  });
  const order = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");
  return order.map((name) => found.get(name) ?? "");
}

/** The 56 colours of old palettes, from number 8; 0 to 7 repeat the first eight. */
const basic = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF".split(" ");
const indexedColours: readonly string[] = [
  ...basic,
  ...basic,
  ...(
    "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
    "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
    "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
  ).split(" "),
];
