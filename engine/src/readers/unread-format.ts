import type { Source } from "../extraction.js";
import { issue } from "../issue-codes.js";
import type { Reader } from "../reader.js";

interface Format {
  /** The first bytes, or null where only the name tells. */
  readonly magic: readonly number[];
  readonly name: RegExp;
  readonly format: string;
  readonly target: string;
}

const ole = [0xd0, 0xcf, 0x11, 0xe0];
const zip = [0x50, 0x4b, 0x03, 0x04];
const word = "“Unicode 文本（.txt）”或网页（.html） / Unicode text (.txt) or a web page (.html)";

/** Formats that are not read yet, most telling first: by their first bytes, then by their name. */
const formats: readonly Format[] = [
  { magic: [0x25, 0x50, 0x44, 0x46], name: /./, format: "PDF", target: word },
  { magic: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: /./, format: "RTF", target: word },
  { magic: ole, name: /\.xls$|\.et$/i, format: "Excel 97–2003 (.xls)", target: ".xlsx" },
  { magic: ole, name: /./, format: "Word 97–2003 / WPS (.doc .wps)", target: word },
  { magic: zip, name: /\.docx$|\.wps$/i, format: "Word (.docx)", target: word },
  { magic: zip, name: /\.ofd$/i, format: "OFD", target: word },
  { magic: zip, name: /./, format: "压缩包 / archive", target: word },
];

/** Knows files that cannot be read yet and says what to do with them, instead of showing their bytes as text. */
export const unreadFormat: Reader = {
  id: "unread-format",
  version: 1,
  takes: (source) => formatOf(source) !== undefined,
  read(source) {
    const { format = "", target = "" } = formatOf(source) ?? {};
    return { text: "", encoding: null, issues: [issue("reader/save_as", null, { format, target })], stated: {} };
  },
};

function formatOf(source: Source): Format | undefined {
  return formats.find(
    ({ magic, name }) => magic.every((byte, index) => source.bytes[index] === byte) && name.test(source.name),
  );
}
