import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { chromiumProgram } from "./chromium-program.js";
import { cjkFontConfig } from "./cjk-font.js";

/** A browser with a profile of its own, and how to end both. */
export interface TestBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

export interface Screen {
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly scale?: number;
  readonly touch?: boolean;
  /**
   * Without movement, as a user may ask of his system: for tests that press much in dialogs and lists. On a busy machine one
   * that stands still for two frames of its way in is taken for settled, and what is pressed there falls beside it.
   */
  readonly calm?: boolean;
  /**
   * The fields of dates as on an office's computer (年/月/日), for pictures. Where the system has no such locale the
   * browser then reads no names of files that are not ASCII.
   */
  readonly office?: boolean;
}

/**
 * Starts Chromium with flags of our own: several processes and web security as a user has them (the package's defaults
 * switch both off), nothing that calls out, and a Chinese font. `SHANHAI_CHROMIUM` names another executable.
 */
export async function launchBrowser(screen: Screen): Promise<TestBrowser> {
  const program = chromiumProgram();
  const profile = mkdtempSync(join(tmpdir(), "shanhai-browser-"));
  const root = process.getuid?.() === 0;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program.path,
    env: {
      ...process.env,
      ...program.env,
      ...cjkFontConfig(),
      HOME: profile,
      ...(screen.office === true ? { LANG: "zh_CN.UTF-8", LANGUAGE: "zh_CN" } : {}),
    },
    ignoreDefaultArgs: true,
    args: [
      "--headless",
      ...(root ? ["--no-sandbox"] : []),
      "--remote-debugging-pipe",
      `--user-data-dir=${profile}`,
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-default-apps",
      "--disable-sync",
      "--disable-extensions",
      "--disable-domain-reliability",
      "--no-first-run",
      "--no-default-browser-check",
      "--metrics-recording-only",
      "--password-store=basic",
      "--use-mock-keychain",
      "--mute-audio",
      "--hide-scrollbars",
      "--force-color-profile=srgb",
      "--font-render-hinting=none",
      "--lang=zh-CN",
      "about:blank",
    ],
    viewport: { width: screen.width, height: screen.height },
    deviceScaleFactor: screen.scale ?? 1,
    hasTouch: screen.touch ?? false,
    reducedMotion: screen.calm === true ? "reduce" : "no-preference",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    timeout: 60_000,
  });
  context.setDefaultTimeout(30_000);
  return {
    context,
    close: async () => {
      await context.close();
      // Its last processes may still write while they end.
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}
