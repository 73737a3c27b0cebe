/** One piece of a number format: what is printed as it stands, or a place for a part of the number or the date. */
export interface FormatToken {
  readonly kind:
    | "literal"
    | "general"
    | "digit"
    | "place"
    | "point"
    | "year"
    | "era-year"
    | "month"
    | "day"
    | "weekday"
    | "hour"
    | "minute"
    | "second"
    | "second-fraction"
    | "half-day"
    | "elapsed";
  readonly text: string;
}

/** One section of a format (positive;negative;zero;text). */
export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  readonly condition: ((value: number) => boolean) | null;
  readonly general: boolean;
  readonly date: boolean;
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
  readonly halfDays: boolean;
  readonly fractionOfSecond: boolean;
  /** Holds `@`: the number is printed as it is. */
  readonly text: boolean;
  /** The sign is the section's own business: it is the second, for negative numbers. */
  readonly unsigned: boolean;
  /** Placeholders before and behind the point: `0`, `#`, `?`. */
  readonly whole: readonly string[];
  readonly places: readonly string[];
  readonly grouped: boolean;
  /** Moves the decimal point: 2 per `%`, −3 per comma at the end. */
  readonly scale: number;
  /** Digits of the exponent; 0 for none. */
  readonly exponent: number;
  /** Prints a fraction such as ?/?. */
  readonly fraction: boolean;
}

const dateSign = /^(y+|m+|d+|h+|s+(?:\.0+)?|e+|b+|g+|a{3,4}(?!\/)|AM\/PM|A\/P|上午\/下午)/i;

/** Takes a format code apart into its sections. Never fails: what is not understood is printed as it stands. */
export function parseFormat(code: string): readonly FormatSection[] {
  return sectionsOf(code).map((text, at) => parseSection(text, at));
}

/** Cut at `;`, but not inside quotes, brackets or behind a backslash. */
function sectionsOf(code: string): readonly string[] {
  const parts: string[] = [];
  let part = "";
  for (let at = 0; at < code.length; at++) {
    const sign = code.charAt(at);
    const close = sign === '"' ? '"' : sign === "[" ? "]" : null;
    if (sign === "\\" || sign === "_" || sign === "*") part += sign + code.charAt(++at);
    else if (close !== null) {
      const end = code.indexOf(close, at + 1);
      const stop = end < 0 ? code.length - 1 : end;
      part += code.slice(at, stop + 1);
      at = stop;
    } else if (sign === ";") {
      parts.push(part);
      part = "";
    } else part += sign;
  }
  parts.push(part);
  return parts;
}

function parseSection(code: string, position: number): FormatSection {
  const tokens: FormatToken[] = [];
  const found = { condition: null as FormatSection["condition"], general: false, date: false, text: false };
  let fraction = false;
  let exponent = 0;
  let scale = 0;
  let grouped = false;
  let behindPoint = false;
  const literal = (text: string) => tokens.push({ kind: "literal", text });
  for (let at = 0; at < code.length; ) {
    const rest = code.slice(at);
    const sign = rest.charAt(0);
    const date = dateSign.exec(rest);
    if (sign === '"') {
      const end = rest.indexOf('"', 1);
      literal(rest.slice(1, end < 0 ? undefined : end));
      at += end < 0 ? rest.length : end + 1;
    } else if (sign === "\\") {
      literal(rest.charAt(1));
      at += 2;
    } else if (sign === "_" || sign === "*") at += 2;
    else if (sign === "[") {
      const end = rest.indexOf("]");
      const inside = rest.slice(1, end < 0 ? undefined : end);
      at += end < 0 ? rest.length : end + 1;
      if (/^(h+|m+|s+)$/i.test(inside)) {
        tokens.push({ kind: "elapsed", text: inside });
        found.date = true;
      } else if (inside.startsWith("$")) literal(inside.slice(1).split("-")[0] ?? "");
      else found.condition = conditionOf(inside) ?? found.condition;
    } else if (/^general/i.test(rest) || rest.startsWith("G/通用格式") || rest.startsWith("常规")) {
      tokens.push({ kind: "general", text: "General" });
      found.general = true;
      at += rest.startsWith("常规") ? 2 : 7;
    } else if (sign === "@") {
      found.text = true;
      at += 1;
    } else if (/^E[+-][0#?]+/i.test(rest)) {
      exponent = (/^E[+-]([0#?]+)/i.exec(rest)?.[1] ?? "").length;
      at += 2 + exponent;
    } else if (date !== null) {
      tokens.push(...dateTokens(date[0]));
      found.date = true;
      at += date[0].length;
    } else if (/[0#?]/.test(sign)) {
      tokens.push({ kind: behindPoint ? "place" : "digit", text: sign });
      at += 1;
    } else if (sign === ".") {
      if (tokens.some((token) => token.kind === "digit") || /^\.[0#?]/.test(rest)) {
        tokens.push({ kind: found.date ? "literal" : "point", text: "." });
        behindPoint ||= !found.date;
      } else literal(".");
      at += 1;
    } else if (sign === ",") {
      const begun = tokens.some((token) => token.kind === "digit");
      if (begun && /^,+(?![0#?,])/.test(rest)) scale -= 3;
      else if (begun) grouped = true;
      else literal(",");
      at += 1;
    } else {
      if (sign === "%") scale += 2;
      fraction ||= sign === "/" && tokens.some((token) => token.kind === "digit");
      literal(sign);
      at += 1;
    }
  }
  const kinds = minutesTold(tokens, found.date);
  return {
    tokens: kinds,
    condition: found.condition,
    general: found.general,
    date: found.date && !found.general,
    year: kinds.some(({ kind }) => kind === "year" || kind === "era-year"),
    month: kinds.some(({ kind }) => kind === "month"),
    day: kinds.some(({ kind, text }) => kind === "day" && text.length <= 2),
    halfDays: kinds.some(({ kind }) => kind === "half-day"),
    fractionOfSecond: kinds.some(({ kind }) => kind === "second-fraction"),
    text: found.text,
    unsigned: position === 1 && found.condition === null,
    whole: kinds.filter(({ kind }) => kind === "digit").map(({ text }) => text),
    places: kinds.filter(({ kind }) => kind === "place").map(({ text }) => text),
    grouped,
    scale,
    exponent,
    fraction: fraction && !found.date,
  };
}

function dateTokens(text: string): readonly FormatToken[] {
  const first = text.charAt(0).toLowerCase();
  if (text.includes("/")) return [{ kind: "half-day", text }];
  if (first === "y") return [{ kind: "year", text }];
  if (first === "e") return [{ kind: "era-year", text }];
  if (first === "m") return [{ kind: "month", text }];
  if (first === "d") return [{ kind: "day", text }];
  if (first === "h") return [{ kind: "hour", text }];
  if (first === "a") return [{ kind: "weekday", text }];
  if (first !== "s") return [];
  const [whole = "s", fraction] = text.split(".");
  const second: FormatToken = { kind: "second", text: whole };
  return fraction === undefined ? [second] : [second, { kind: "second-fraction", text: `.${fraction}` }];
}

/** An m after hours or before seconds means minutes. */
function minutesTold(tokens: readonly FormatToken[], date: boolean): readonly FormatToken[] {
  if (!date) return tokens;
  const parts = tokens.filter(({ kind }) => kind !== "literal" && kind !== "half-day");
  return tokens.map((token) => {
    if (token.kind !== "month" || token.text.length > 2) return token;
    const at = parts.indexOf(token);
    const before = parts[at - 1];
    const isHour = before?.kind === "hour" || (before?.kind === "elapsed" && /^h/i.test(before.text));
    return isHour || parts[at + 1]?.kind === "second" ? { kind: "minute", text: token.text } : token;
  });
}

function conditionOf(inside: string): FormatSection["condition"] {
  const found = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(inside.trim());
  if (found === null) return null;
  const limit = Number(found[2]);
  switch (found[1]) {
    case "<=":
      return (value) => value <= limit;
    case ">=":
      return (value) => value >= limit;
    case "<>":
      return (value) => value !== limit;
    case "<":
      return (value) => value < limit;
    case ">":
      return (value) => value > limit;
    default:
      return (value) => value === limit;
  }
}
