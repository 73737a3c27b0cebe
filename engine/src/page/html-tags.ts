import { withoutEntities } from "./html-entity.js";

/** What a reader of a page does with it. */
export interface HtmlHandler {
  /** `attribute` gives a value by its lower-case name, null where there is none. */
  open(name: string, attribute: (name: string) => string | null): void;
  close(name: string): void;
  text(text: string): void;
  /** What stands inside `<title>` or `<script>`: never text of the page. */
  inside(name: string, text: string): void;
}

/** Elements whose content is no markup, or none that is seen. */
const closed = new Set(
  "script style noscript template svg select iframe object textarea title xmp math canvas audio video".split(" "),
);

/**
 * Reads a page tag by tag, in one pass, without a tree: tags that never close or close in the wrong order cannot make
 * it fail or slow (a library's stack of open elements is searched at every tag, which a page of 100,000 open ones turns
 * into minutes).
 */
export function readHtml(html: string, handler: HtmlHandler): void {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open !== at) handler.text(withoutEntities(html.slice(at, open < 0 ? html.length : open)));
    if (open < 0) return;
    at = markup(html, open, handler);
  }
}

/** Reads what begins at `<`, returns the place behind it. */
function markup(html: string, open: number, handler: HtmlHandler): number {
  if (html.startsWith("<!--", open)) {
    const end = html.indexOf("-->", open + 4);
    return end < 0 ? html.length : end + 3;
  }
  const tag = /^<(\/?)([a-zA-Z][a-zA-Z0-9:-]*)/.exec(html.slice(open, open + 60));
  if (tag === null) {
    const declaration = /^<[!?/]/.test(html.slice(open, open + 2)) ? html.indexOf(">", open) : -1;
    if (declaration < 0) handler.text("<");
    return declaration < 0 ? open + 1 : declaration + 1;
  }
  const end = tagEnd(html, open);
  const name = (tag[2] ?? "").toLowerCase();
  if (tag[1] === "/") {
    handler.close(name);
    return end;
  }
  if (!closed.has(name)) {
    handler.open(name, attributesOf(html, open + 1 + name.length, end));
    return end;
  }
  if (html.charAt(end - 2) === "/" && name !== "title" && name !== "script") return end;
  const close = closeOf(html, name, end);
  handler.inside(name, html.slice(end, close.start));
  return close.end;
}

/** Behind the `>` of the tag that begins at `open`; a `>` inside a quoted value does not end it. */
function tagEnd(html: string, open: number): number {
  let quote = "";
  for (let at = open + 1; at < html.length; at++) {
    const char = html.charAt(at);
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if ((char === '"' || char === "'") && /=\s*$/.test(html.slice(Math.max(open, at - 3), at))) quote = char;
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

/** Longest stretch of a tag that is searched for attributes: pictures written into the page make tags of megabytes. */
const longestTag = 4_000;

function attributesOf(html: string, start: number, end: number): (name: string) => string | null {
  let found: Map<string, string> | null = null;
  return (wanted) => {
    found ??= parsed(html.slice(start, Math.min(end, start + longestTag)));
    return found.get(wanted) ?? null;
  };
}

function parsed(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of text.matchAll(/([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g)) {
    const name = (match[1] ?? "").toLowerCase();
    if (!found.has(name)) found.set(name, withoutEntities(match[2] ?? match[3] ?? match[4] ?? ""));
  }
  return found;
}
