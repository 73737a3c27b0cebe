const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g;
const named: { readonly [name: string]: string } = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Text of XML as it was meant: entities, and the `_x000D_` by which spreadsheets write what XML cannot hold. */
export function cellText(xml: string): string {
  let text = xml;
  if (text.includes("&")) {
    text = text.replace(entity, (_, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return named[name] ?? "";
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
    });
  }
  return unescaped(text);
}

/** Only the `_x000D_` of a text whose entities are resolved. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Control characters that XML has no place for, halves of pairs, and the escapes themselves where a text holds them. */
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** The opposite of `cellText`: what it reads back is the same text. */
export function xmlOfText(text: string): string {
  let xml = text;
  if (/[&<>]/.test(xml)) xml = xml.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return xml.replace(unwritable, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}
