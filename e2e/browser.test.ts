import assert from "node:assert/strict";
import { test } from "node:test";
import { launchBrowser } from "./browser.js";
import { smallPng } from "./small-png.js";

test("the browser draws Chinese characters, each in its own shape", async () => {
  const browser = await launchBrowser({ width: 400, height: 200 });
  try {
    const page = await browser.context.newPage();
    await page.setContent(
      '<p style="font: 40px sans-serif"><span>山</span><span>海</span><span>镇</span><span>帮</span></p>',
    );
    const shots = await Promise.all((await page.locator("span").all()).map((span) => span.screenshot()));
    assert.equal(new Set(shots.map((shot) => shot.toString("base64"))).size, 4, "missing glyphs look alike");
    assert.equal(await page.evaluate(() => navigator.language), "zh-CN");
  } finally {
    await browser.close();
  }
});

test("a small picture shows what the large one shows", async () => {
  const browser = await launchBrowser({ width: 120, height: 80 });
  try {
    const page = await browser.context.newPage();
    await page.setContent(
      '<body style="margin:0;background:#2c6e5b"><p style="margin:9px;background:#ffdf8a;color:#102030">山海 3</p>',
    );
    const large = await page.screenshot();
    const small = smallPng(large);
    const pixels = (png: Buffer) =>
      page.evaluate(
        async (address) => {
          const image = new Image();
          image.src = address;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
          canvas?.drawImage(image, 0, 0);
          return [...(canvas?.getImageData(0, 0, image.width, image.height).data ?? [])];
        },
        `data:image/png;base64,${png.toString("base64")}`,
      );
    const [of, shown] = [await pixels(large), await pixels(small)];
    assert.equal(of.length, 120 * 80 * 4);
    assert.deepEqual(shown, of);
    assert.ok(new Set(of).size > 10);
  } finally {
    await browser.close();
  }
});
