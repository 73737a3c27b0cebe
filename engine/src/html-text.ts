import { characterOfEntity } from "./html-entity.js";

/** The visible text of an HTML page, line by line as it would be read, with what the markup says of the lines. */
export interface HtmlText {
  readonly text: string;
  /** Lines that the markup sets apart from the article: navigation, footer, lists of links. Places in `text`. */
  readonly furniture: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
  readonly title: string | null;
  /** Content of `<meta name|property=… content=…>` by lower-case name. */
  readonly meta: ReadonlyMap<string, string>;
}

const invisible = new Set(["script", "style", "noscript", "template", "svg", "select", "iframe", "object", "textarea"]);
const block = new Set(
  "address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead title tr ul".split(
    " ",
  ),
);
const apart = new Map([
  ["nav", "navigation"],
  ["footer", "imprint"],
  ["aside", "related"],
]);
/** A line of links and little else is a list of other pages. */
const linkShare = 0.8;

/**
 * Reads a page in one pass, without a tree: tags that never close or close in the wrong order cannot make it fail or
 * slow. Cells of a table row are parted by tabs; white space collapses as in a browser.
 */
export function htmlText(html: string): HtmlText {
  const out = new Lines();
  const meta = new Map<string, string>();
  let title: string | null = null;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0 || open > at) out.add(decoded(html.slice(at, open < 0 ? html.length : open)));
    if (open < 0) break;
    if (html.startsWith("<!--", open)) {
      const end = html.indexOf("-->", open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const tag = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)/.exec(html.slice(open, open + 40));
    if (tag === null) {
      const declaration = /^<[!?]/.test(html.slice(open, open + 2)) ? html.indexOf(">", open) : -1;
      if (declaration < 0) out.add("<");
      at = declaration < 0 ? open + 1 : declaration + 1;
      continue;
    }
    const end = tagEnd(html, open);
    const name = (tag[2] ?? "").toLowerCase();
    const closing = tag[1] === "/";
    at = end;
    if (!closing && name === "meta") readMetaTag(html.slice(open, end), meta);
    if (!closing && name === "title") {
      const close = closeOf(html, "title", end);
      title ??= decoded(html.slice(end, close.start)).replace(/\s+/g, " ").trim();
      at = close.end;
    } else if (!closing && invisible.has(name)) at = closeOf(html, name, end).end;
    else out.tag(name, closing);
  }
  return { ...out.finish(), title: title === "" ? null : title, meta };
}

/** Collects lines: text between block borders, with white space collapsed. */
class Lines {
  #lines: { text: string; kind: string | null }[] = [];
  #line = "";
  #linked = 0;
  #inLink = false;
  #apart = new Map<string, number>();

  add(text: string): void {
    const collapsed = text.replace(/[ \t\r\n\f]+/g, " ");
    if (this.#inLink) this.#linked += collapsed.trim().length;
    this.#line += this.#line === "" || /\s$/.test(this.#line) ? collapsed.replace(/^ /, "") : collapsed;
  }

  tag(name: string, closing: boolean): void {
    if (name === "a") this.#inLink = !closing;
    else if ((name === "td" || name === "th") && !closing) {
      if (this.#line !== "") this.#line = `${this.#line.trimEnd()}\t`;
    } else if (block.has(name)) this.#break();
    if (!apart.has(name)) return;
    const depth = (this.#apart.get(name) ?? 0) + (closing ? -1 : 1);
    this.#apart.set(name, Math.max(0, depth));
  }

  finish(): Pick<HtmlText, "text" | "furniture"> {
    this.#break();
    const furniture: { start: number; end: number; kind: string }[] = [];
    let at = 0;
    for (const line of this.#lines) {
      if (line.kind !== null) furniture.push({ start: at, end: at + line.text.length, kind: line.kind });
      at += line.text.length + 1;
    }
    return { text: this.#lines.map((line) => line.text).join("\n"), furniture };
  }

  #break(): void {
    const text = this.#line.replace(/^[ \t]+|[ \t]+$/g, "");
    const letters = text.replace(/\s/g, "").length;
    if (letters > 0) {
      const container = [...this.#apart].find(([, depth]) => depth > 0)?.[0];
      const links = this.#linked >= letters * linkShare ? "related" : null;
      this.#lines.push({ text, kind: container === undefined ? links : (apart.get(container) ?? null) });
    }
    this.#line = "";
    this.#linked = 0;
  }
}

/** Behind the `>` of the tag that begins at `open`; a `>` inside a quoted value does not end it. */
function tagEnd(html: string, open: number): number {
  let quote = "";
  for (let at = open + 1; at < html.length; at++) {
    const char = html.charAt(at);
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if ((char === '"' || char === "'") && html.charAt(at - 1) === "=") quote = char;
    else if (char === ">") return at + 1;
    else if (char === "<") return at;
  }
  return html.length;
}

function closeOf(html: string, name: string, from: number): { start: number; end: number } {
  const pattern = new RegExp(`</${name}[^>]{0,200}>`, "gi");
  pattern.lastIndex = from;
  const found = pattern.exec(html);
  return found === null
    ? { start: html.length, end: html.length }
    : { start: found.index, end: found.index + found[0].length };
}

function readMetaTag(tag: string, meta: Map<string, string>): void {
  const name = /\b(?:name|property)\s*=\s*["']?([\w:.-]+)/i.exec(tag)?.[1];
  const content = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
  const value = decoded(content?.[1] ?? content?.[2] ?? "").trim();
  if (name !== undefined && value !== "" && !meta.has(name.toLowerCase())) meta.set(name.toLowerCase(), value);
}

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});/g,
    (whole, inside: string) => characterOfEntity(inside) ?? whole,
  );
}
