import assert from "node:assert/strict";
import { test } from "node:test";
import { launchBrowser } from "./browser.js";

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
