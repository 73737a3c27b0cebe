/**
 * Gives cells another fill colour in a styles part as it stands: each new look is a copy of the cell's own (font, border,
 * number format, lock) with the colour alone changed, put behind the others, so that no style there is touched.
 */
export class StyleEdits {
  readonly #xml: string;
  readonly #looks: readonly string[];
  readonly #added: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #fills: string[] = [];
  readonly #fillCount: number;
  readonly #prefix: string;

  constructor(xml: string) {
    this.#xml = xml;
    const list = /<((?:[\w.-]+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/\1cellXfs>/.exec(xml);
    this.#prefix = list?.[1] ?? "";
    const look = new RegExp(`<${this.#prefix}xf\\b(?:[^>]*?/>|[\\s\\S]*?</${this.#prefix}xf>)`, "g");
    this.#looks = list?.[2]?.match(look) ?? [];
    const fills = new RegExp(`<${this.#prefix}fills\\b[^>]*>([\\s\\S]*?)</${this.#prefix}fills>`).exec(xml)?.[1] ?? "";
    this.#fillCount = fills.match(new RegExp(`<${this.#prefix}fill[\\s>/]`, "g"))?.length ?? 0;
  }

  /** The number of the style that is this one with a fill of the colour `RRGGBB`; itself where the part has no such list. */
  filled(style: number, colour: string): number {
    const look = this.#looks[style];
    if (look === undefined) return style;
    const key = `${style} ${colour}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const fill = this.#fill(colour);
    const tag = /^<[^>]*?(?=\/?>)/.exec(look)?.[0] ?? "";
    const bare = tag.replace(/\s(?:fillId|applyFill)\s*=\s*(?:"[^"]*"|'[^']*')/g, "");
    const number = this.#looks.length + this.#added.length;
    this.#added.push(`${bare} fillId="${fill}" applyFill="1"${look.slice(tag.length)}`);
    this.#numbers.set(key, number);
    return number;
  }

  /** The styles part with the new looks. */
  xml(): string {
    if (this.#added.length === 0) return this.#xml;
    const looks = this.#grown(this.#xml, "cellXfs", this.#looks.length + this.#added.length, this.#added);
    return this.#grown(looks, "fills", this.#fillCount + this.#fills.length, this.#fills);
  }

  #fill(colour: string): number {
    const p = this.#prefix;
    const piece = `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${colour}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
    const known = this.#fills.indexOf(piece);
    if (known >= 0) return this.#fillCount + known;
    this.#fills.push(piece);
    return this.#fillCount + this.#fills.length - 1;
  }

  #grown(xml: string, list: string, count: number, pieces: readonly string[]): string {
    const open = new RegExp(`<${this.#prefix}${list}\\b[^>]*>`).exec(xml);
    const close = xml.indexOf(`</${this.#prefix}${list}>`);
    if (open === null || close < 0) return xml;
    const tag = open[0].replace(/\scount\s*=\s*(?:"[^"]*"|'[^']*')/, "").replace(/>$/, ` count="${count}">`);
    const inner = xml.slice(open.index + open[0].length, close);
    return xml.slice(0, open.index) + tag + inner + pieces.join("") + xml.slice(close);
  }
}
