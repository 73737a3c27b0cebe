/** What a reader of XML does with it. Names are without their prefix: `p` for `w:p`. */
export interface XmlHandler {
  /** `attribute` gives an attribute's value by its name without prefix, null where there is none. */
  open(name: string, attribute: (name: string) => string | null): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads XML in one pass. Broken XML cannot make it fail or slow: an end tag that fits nothing is passed on as it
 * stands, a tag without end is the rest of the text. No entity but the five of XML and numbers is known, so that none
 * can grow; nothing outside the text is ever looked up.
 */
export function readXml(xml: string, handler: XmlHandler): void {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf("<", at);
    if (open !== at) handler.text(decoded(xml.slice(at, open < 0 ? xml.length : open)));
    if (open < 0) return;
    if (xml.startsWith("<!--", open)) at = behind(xml, "-->", open + 4);
    else if (xml.startsWith("<![CDATA[", open)) {
      at = behind(xml, "]]>", open + 9);
      handler.text(xml.slice(open + 9, Math.max(open + 9, at - 3)));
    } else if (xml.startsWith("<?", open) || xml.startsWith("<!", open)) at = behind(xml, ">", open);
    else {
      at = tagEnd(xml, open + 1);
      tag(xml.slice(open + 1, at - 1), handler);
    }
  }
}

function tag(inside: string, handler: XmlHandler): void {
  if (inside.startsWith("/")) {
    handler.close(localName(inside.slice(1).trim()));
    return;
  }
  const empty = inside.endsWith("/");
  const space = inside.search(/[\s/]/);
  const name = localName(space < 0 ? inside : inside.slice(0, space));
  const rest = space < 0 ? "" : inside.slice(space);
  let attributes: ReadonlyMap<string, string> | null = null;
  handler.open(name, (wanted) => {
    attributes ??= attributesOf(rest);
    return attributes.get(wanted) ?? null;
  });
  if (empty) handler.close(name);
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const match of text.matchAll(/([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const name = localName(match[1] ?? "");
    if (!found.has(name)) found.set(name, decoded(match[2] ?? match[3] ?? ""));
  }
  return found;
}

/** Behind the `>` that ends the tag; one inside a quoted value does not. */
function tagEnd(xml: string, from: number): number {
  let at = from;
  for (;;) {
    const close = xml.indexOf(">", at);
    if (close < 0) return xml.length + 1;
    const quote = /["']/.exec(xml.slice(at, close));
    if (quote === null) return close + 1;
    const ends = xml.indexOf(quote[0], at + quote.index + 1);
    if (ends < 0) return close + 1;
    at = ends + 1;
  }
}

function behind(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? xml.length : found + mark.length;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

const named = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]{2,4});/g, (whole, inside: string) => {
    if (!inside.startsWith("#")) return named.get(inside) ?? whole;
    const code = /^#[xX]/.test(inside) ? Number.parseInt(inside.slice(2), 16) : Number(inside.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}
