import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { inflateSync } from "node:zlib";
import { cacheFolder } from "./cache-folder.js";

/** Environment that gives the browser Noto Sans SC from `@fontsource/noto-sans-sc`, for machines without a CJK font. */
export function cjkFontConfig(): { readonly FONTCONFIG_FILE: string } {
  const require = createRequire(import.meta.url);
  const files = join(dirname(require.resolve("@fontsource/noto-sans-sc/package.json")), "files");
  const folder = cacheFolder("fonts-2", (fresh) => {
    for (const weight of [400, 600]) {
      for (const set of ["chinese-simplified", "latin"]) {
        const woff = readFileSync(join(files, `noto-sans-sc-${set}-${weight}-normal.woff`));
        writeFileSync(join(fresh, `noto-sans-sc-${set}-${weight}.otf`), unpackWoff(woff));
      }
    }
  });
  const config = join(folder, "fonts.conf");
  writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}</dir>
  <cachedir>${join(folder, "cache")}</cachedir>
  ${scanRule("-chinese-simplified-", "family", "<string>Noto Sans SC</string>")}
  ${scanRule("-latin-", "family", "<string>Noto Sans SC Latin</string>")}
  ${scanRule("-400.otf", "weight", "<const>regular</const>")}
  ${scanRule("-600.otf", "weight", "<const>demibold</const>")}
  ${["sans-serif", "system-ui"].map((family) => `<alias binding="strong"><family>${family}</family><prefer><family>Noto Sans SC Latin</family><family>Noto Sans SC</family></prefer></alias>`).join("")}
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: config };
}

/** The files' own names differ per weight and script; these rules give them one family for each script, and their weight. */
function scanRule(fileHolds: string, property: string, value: string): string {
  const test = `<test name="file" compare="contains"><string>noto-sans-sc</string></test><test name="file" compare="contains"><string>${fileHolds}</string></test>`;
  return `<match target="scan">${test}<edit name="${property}" mode="assign" binding="same">${value}</edit></match>`;
}

/** WOFF 1.0 to the plain font inside (W3C, WOFF File Format 1.0): tables are inflated and laid out with their sums kept. */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.readUInt32BE(0) !== 0x774f4646) throw new Error("not a WOFF file");
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 44 + index * 20;
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
    const bytes = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(at, at + 4),
      sum: woff.readUInt32BE(at + 16),
      bytes: packed < length ? inflateSync(bytes) : bytes,
    };
  });
  const head = Buffer.alloc(12 + 16 * count);
  const power = 2 ** Math.floor(Math.log2(count));
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((count - power) * 16, 10);
  let end = head.length;
  tables.forEach(({ tag, sum, bytes }, index) => {
    const at = 12 + 16 * index;
    tag.copy(head, at);
    head.writeUInt32BE(sum, at + 4);
    head.writeUInt32BE(end, at + 8);
    head.writeUInt32BE(bytes.length, at + 12);
    end += Math.ceil(bytes.length / 4) * 4;
  });
  return Buffer.concat([head, ...tables.flatMap(({ bytes }) => [bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])]);
}
