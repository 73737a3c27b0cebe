import { readXml } from "@shanhai/engine/light";
import { xmlDecoder, type ZipParts } from "./zip-parts.js";

type XmlHandler = Parameters<typeof readXml>[1];

/**
 * Reads a part of a package as XML while it is unpacked, piece by piece: comments of a large roll are never held as one text.
 * Nothing for a part that is not there.
 */
export async function streamXml(parts: ZipParts, name: string, handler: XmlHandler): Promise<void> {
  let text = "";
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of parts.chunks(name)) {
    decoder ??= xmlDecoder(chunk);
    text += decoder.decode(chunk, { stream: true });
    const end = lastWhole(text);
    if (end <= 0) continue;
    readXml(text.slice(0, end), handler);
    text = text.slice(end);
  }
  if (text !== "") readXml(text, handler);
}

/** Up to where tags and texts are whole: before the last tag, and before a section that is still open. */
function lastWhole(text: string): number {
  const tag = text.lastIndexOf("<");
  const open = Math.max(text.lastIndexOf("<![CDATA["), text.lastIndexOf("<!--"));
  if (open < 0) return tag;
  const end = text.startsWith("<!--", open) ? text.indexOf("-->", open) : text.indexOf("]]>", open);
  return end < 0 ? open : Math.max(open, tag);
}
