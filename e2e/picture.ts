import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
import { launchBrowser } from "./browser.js";
import { root, runLedger } from "./running-ledger.js";
import { watch } from "./watched-page.js";

/** The same picture with its data deflated as far as it goes; Chromium writes fast rather than small. */
function packed(png: Buffer): Buffer {
  const parts: Buffer[] = [png.subarray(0, 8)];
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    if (type === "IDAT") data.push(png.subarray(at + 8, at + 8 + length));
    else if (type === "IEND")
      parts.push(
        chunk("IDAT", deflateSync(inflateSync(Buffer.concat(data)), { level: 9, memLevel: 9 })),
        chunk("IEND", Buffer.alloc(0)),
      );
    else parts.push(png.subarray(at, at + 12 + length));
    at += 12 + length;
  }
  return Buffer.concat(parts);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** CRC-32 of PNG (ISO 3309); `zlib.crc32` is younger than our oldest Node. */
function crc32(bytes: Buffer): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/**
 * Makes docs/screenshot.png for the README: the checking page with one of the samples, half adopted.
 * `node e2e/dist/picture.js`, after a build.
 */
const house = await runLedger();
const browser = await launchBrowser({ width: 1366, height: 768 });
try {
  const { page } = await watch(browser.context, house.url);
  const samples = join(root, "samples");
  for (const name of readdirSync(samples).sort()) {
    const path = join(samples, name);
    if (!/\.(?:txt|html)$/.test(name) || !statSync(path).isFile()) continue;
    await house.ledger.submit(house.operator, { name, bytes: readFileSync(path) });
  }
  const { rows } = await house.ledger.documents(house.operator, {});
  const richest = [...rows].sort((a, b) => b.facts - a.facts)[0];
  await page.goto(await house.signInLink());
  await page.getByText("已导入的材料").waitFor();
  await page.goto(`${house.url}/documents/${richest?.id}`);
  const statement = page.getByTestId("items").locator("li[id^=fact]", { hasText: "希望" }).first();
  await statement.waitFor();
  await statement.click();
  await page.keyboard.press("a");
  await page.keyboard.press("k");
  await page.getByTestId("text").locator("[class*=selected]").first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  writeFileSync(join(root, "docs/screenshot.png"), packed(await page.screenshot({ animations: "disabled" })));
} finally {
  await browser.close();
  await house.close();
}
console.log(execFileSync("git", ["-C", root, "status", "--short", "docs"], { encoding: "utf8" }) || "unchanged");
