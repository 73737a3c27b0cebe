import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { root } from "./running-ledger.js";

/** A page whose every complaint and every request is kept. */
export interface WatchedPage {
  readonly page: Page;
  /** Fails if the page complained, broke its content policy, or asked any other machine. */
  assertQuiet(): void;
  /**
   * Goes to an address of the app as a link in it does, without loading the program again, and waits until a heading or
   * title other than the last page's is there.
   */
  follow(address: string): Promise<void>;
  /** Bytes that came over the wire for scripts and styles, as the server compressed them. */
  assetBytes(): Promise<number>;
  shot(name: string): Promise<void>;
}

/** Refusals, and a connection that a test cuts, arrive as failed loads in the console; these are answers, not faults. */
const answers =
  /Failed to load resource: (?:the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/;

export async function watch(context: BrowserContext, url: string): Promise<WatchedPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  const sizes: Promise<number>[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !answers.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.stack ?? error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !/^(?:data|blob|about):/.test(request.url()))
      complaints.push(`asked ${request.url()}`);
  });
  page.on("requestfinished", (request) => {
    if (request.url().includes("/assets/"))
      // What the page was still loading when it was closed has no size any more.
      sizes.push(
        request.sizes().then(
          ({ responseBodySize }) => responseBodySize,
          () => 0,
        ),
      );
  });
  return {
    page,
    assertQuiet: () => assert.deepEqual(complaints, []),
    follow: async (address) => {
      const before = await page.evaluate((to) => {
        const { title } = document;
        for (const content of document.querySelectorAll("main table, main .ant-empty")) content.classList.add("left");
        history.pushState(null, "", to);
        dispatchEvent(new PopStateEvent("popstate"));
        return title;
      }, address);
      await page.waitForFunction((title) => document.title !== title, before);
    },
    assetBytes: async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0),
    shot: async (name) => {
      const folder = join(root, "e2e/screenshots");
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
    },
  };
}
