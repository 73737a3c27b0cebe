/**
 * What a regular expression cannot do without: one or two characters of which at least one pair must stand in any text
 * that it matches, read from the expression itself (捐赠|捐款 needs 捐赠 or 捐款). Null where nothing is certain.
 * Assertions are passed over: what they ask for may lie outside the match.
 */
export function triggerGrams(pattern: RegExp): readonly string[] | null {
  const reader = new ExpressionReader(pattern.source, pattern.flags.includes("i"));
  return gramsOf(reader.alternatives());
}

/**
 * The characters of which every match begins with one, null where they are too many to say. Assertions are passed over.
 */
export function firstCharacters(pattern: RegExp): readonly string[] | null {
  const { first } = new ExpressionReader(pattern.source, pattern.flags.includes("i")).alternatives();
  return isSayable(first) ? first : null;
}

/**
 * The source of an expression with each of its alternatives that begin by looking back behind a look at its own first
 * character: (?<=了)(?:赠|送) as (?=[赠送])(?<=了)(?:赠|送). It matches the same.
 */
export function lookingFirst(pattern: RegExp): string {
  const reader = new ExpressionReader(pattern.source, pattern.flags.includes("i"));
  const parts = reader.sequences();
  return parts
    .map(({ source, first }) =>
      source.startsWith("(?<=") && isSayable(first) ? `(?=[${membersOf(first)}])${source}` : source,
    )
    .join("|");
}

/** Characters as the members of a class. */
export function membersOf(chars: readonly string[]): string {
  return chars.map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
}

function isSayable(first: readonly string[] | null): first is readonly string[] {
  return first !== null && first.length > 0 && first.length <= MOST_FIRST && first.every((char) => char.length === 1);
}

/** What is known of a part: every text it can be, or grams of which it holds one; both null where nothing is. */
interface Part {
  readonly exact: readonly string[] | null;
  readonly grams: readonly string[] | null;
  /** Characters that it may begin with, "" where it may be empty; null where they are not known. */
  readonly first: readonly string[] | null;
}

const NOTHING: Part = { exact: null, grams: null, first: null };
const EMPTY: Part = { exact: [""], grams: null, first: [""] };
/** Sets beyond these are no trigger but most of the text. */
const MOST_TEXTS = 1200;
const MOST_PRODUCTS = 64;
const MOST_CLASS = 24;
const MOST_FIRST = 400;
/** Single characters that stand in most sentences trigger nothing worth asking about. */
const FREQUENT = new Set("的了在和与是有一年月日不人大中国地上为到个、，。；：“”（）0123456789");

function gramsOf(part: Part): readonly string[] | null {
  if (part.exact === null) return part.grams;
  const out = new Set<string>();
  for (const text of part.exact) {
    if (text === "") return null;
    out.add(rarest(text));
  }
  return [...out];
}

/** The pair of a text that is seldom elsewhere; the text itself where it is one character. */
function rarest(text: string): string {
  let best = text.slice(0, 2);
  for (let at = 1; at + 2 <= text.length && weight(best) > 1; at++)
    if (weight(text.slice(at, at + 2)) < weight(best)) best = text.slice(at, at + 2);
  return best;
}

function weight(gram: string): number {
  let frequent = 0;
  for (const char of gram) if (FREQUENT.has(char)) frequent++;
  return gram.length === 1 ? 8 + 40 * frequent : 1 + 2 * frequent;
}

function better(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null || b === null) return a ?? b;
  const sum = (grams: readonly string[]) => grams.reduce((total, gram) => total + weight(gram), 0);
  return sum(b) < sum(a) ? b : a;
}

/** Reads the grammar of ECMAScript expressions as far as this question needs it. */
class ExpressionReader {
  #at = 0;

  constructor(
    readonly source: string,
    readonly anyCase: boolean,
  ) {}

  alternatives(): Part {
    const parts = [this.#sequence()];
    while (this.source[this.#at] === "|") {
      this.#at++;
      parts.push(this.#sequence());
    }
    return parts.length === 1 ? (parts[0] ?? NOTHING) : anyOf(parts);
  }

  /** The alternatives one by one, as they are written. */
  sequences(): readonly { readonly source: string; readonly first: readonly string[] | null }[] {
    const out: { source: string; first: readonly string[] | null }[] = [];
    for (let from = 0; from <= this.source.length; from = ++this.#at) {
      const { first } = this.#sequence();
      out.push({ source: this.source.slice(from, this.#at), first });
    }
    return out;
  }

  #sequence(): Part {
    let known: readonly string[] | null = null;
    let run: readonly string[] = [""];
    let whole = true;
    let first: readonly string[] | null = [""];
    const close = () => {
      known = better(known, gramsOf({ exact: run, grams: null, first: null }));
      run = [""];
    };
    while (this.#at < this.source.length && this.source[this.#at] !== "|" && this.source[this.#at] !== ")") {
      const part = this.#quantified();
      if (first?.includes("") === true)
        first = part.first === null ? null : [...first.filter((char) => char !== ""), ...part.first];
      if (part.exact !== null && part.exact.length * run.length <= MOST_PRODUCTS) {
        const { exact } = part;
        run = run.flatMap((before) => exact.map((after) => before + after));
        continue;
      }
      whole = false;
      close();
      if (part.exact !== null && part.exact.length <= MOST_PRODUCTS) run = part.exact;
      else known = better(known, gramsOf(part));
    }
    if (whole) return { exact: [...new Set(run)], grams: null, first };
    close();
    return { exact: null, grams: known, first };
  }

  #quantified(): Part {
    const part = this.#atom();
    const rest = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})\??/.exec(this.source.slice(this.#at, this.#at + 16));
    if (rest === null) return part;
    this.#at += rest[0].length;
    const sign = rest[0].charAt(0);
    const least = sign === "{" ? Number(rest[1]) : sign === "+" ? 1 : 0;
    const first = part.first === null || least > 0 ? part.first : ["", ...part.first];
    if (sign === "?" || (sign === "{" && least === 0 && rest[2] === "1"))
      return { exact: part.exact === null ? null : ["", ...part.exact], grams: null, first };
    if (least === 0) return { ...NOTHING, first };
    if (sign === "{" && least === 1 && rest[2] === "1") return part;
    return { exact: null, grams: gramsOf(part), first };
  }

  #atom(): Part {
    const char = this.source.charAt(this.#at++);
    if (char === "(") return this.#group();
    if (char === "[") return this.#class();
    if (char === "^" || char === "$") return EMPTY;
    if (char === ".") return NOTHING;
    if (char >= "\ud800" && char < "\udc00") return exactly([char + this.source.charAt(this.#at++)]);
    if (char !== "\\") return this.#letter(char);
    const escaped = this.#escape();
    if (escaped === "assertion") return EMPTY;
    return escaped === null ? NOTHING : exactly(escaped);
  }

  #letter(char: string): Part {
    if (!this.anyCase || !/[a-z]/i.test(char)) return exactly([char]);
    return exactly([char.toLowerCase(), char.toUpperCase()]);
  }

  #group(): Part {
    const head = /^\?(?:[:=!]|<[=!]|<[^>]*>)/.exec(this.source.slice(this.#at, this.#at + 40))?.[0] ?? "";
    this.#at += head.length;
    const inside = this.alternatives();
    this.#at++;
    return /^\?<?[=!]/.test(head) ? EMPTY : inside;
  }

  /** The characters behind a backslash; null: too many to say. */
  #escape(): readonly string[] | "assertion" | null {
    const char = this.source.charAt(this.#at++);
    if (char === "b" || char === "B") return "assertion";
    if (char === "d") return [..."0123456789"];
    if (/[DsSwWpPkc1-9]/.test(char)) {
      const name = /^(?:\{[^}]*\}|<[^>]*>|\d+)/.exec(this.source.slice(this.#at, this.#at + 80))?.[0] ?? "";
      this.#at += name.length;
      return null;
    }
    const code = /^(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2}))/i.exec(
      char + this.source.slice(this.#at, this.#at + 9),
    );
    if (code !== null) {
      this.#at += code[0].length - 1;
      return [String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? code[3] ?? "0", 16))];
    }
    const control = { n: "\n", r: "\r", t: "\t", f: "\f", v: "\v", 0: "\0" }[char];
    return this.anyCase ? null : [control ?? char];
  }

  #class(): Part {
    const negated = this.source[this.#at] === "^";
    const chars: string[] = [];
    let known = !negated;
    while (this.#at < this.source.length && this.source[this.#at] !== "]") {
      const one = this.#member();
      if (one === null || one.length > 1) {
        known &&= one !== null;
        chars.push(...(one ?? []));
        continue;
      }
      const next = this.source.slice(this.#at, this.#at + 2);
      if (next.charAt(0) !== "-" || next.charAt(1) === "]") {
        chars.push(...one);
        continue;
      }
      this.#at++;
      const to = this.#member()?.[0] ?? "";
      const [first, last] = [one[0]?.charCodeAt(0) ?? 0, to.charCodeAt(0)];
      if (!(last - first < MOST_CLASS)) known = false;
      else for (let code = first; code <= last; code++) chars.push(String.fromCharCode(code));
    }
    this.#at++;
    if (!known || chars.length > MOST_CLASS || this.anyCase || chars.some((char) => /[\ud800-\udfff]/.test(char)))
      return NOTHING;
    return exactly(chars);
  }

  #member(): readonly string[] | null {
    const char = this.source.charAt(this.#at++);
    if (char !== "\\") return [char];
    if (this.source[this.#at] === "b") {
      this.#at++;
      return ["\b"];
    }
    const escaped = this.#escape();
    return escaped === "assertion" ? null : escaped;
  }
}

/** One of these, each of one character (or a pair that is one). */
function exactly(texts: readonly string[]): Part {
  return { exact: texts, grams: null, first: texts };
}

function anyOf(parts: readonly Part[]): Part {
  const first = parts.some((part) => part.first === null)
    ? null
    : [...new Set(parts.flatMap((part) => part.first ?? []))];
  const texts: string[] = [];
  let exact = true;
  for (const part of parts) {
    if (part.exact === null || texts.length > MOST_TEXTS) exact = false;
    else texts.push(...part.exact);
  }
  if (exact) return { exact: [...new Set(texts)], grams: null, first };
  const grams = new Set<string>();
  for (const part of parts) {
    const own = gramsOf(part);
    if (own === null) return { ...NOTHING, first };
    for (const gram of own) grams.add(gram);
  }
  return { exact: null, grams: [...grams], first };
}
