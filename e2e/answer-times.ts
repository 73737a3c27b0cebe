import type { CDPSession, Page } from "playwright-core";
import { visitArticle } from "./articles.js";
import { launchBrowser } from "./browser.js";
import { runLedger } from "./running-ledger.js";
import { enterScenes } from "./scene-ledger.js";

/**
 * How long until every button, tab, sortable column and choice of every page answers: `node e2e/dist/answer-times.js
 * [SLOWER] [WORD …]` after a build, of pages whose address holds one of the words, over the ledger of the scenes, the
 * processor so many times slower (4 unless told). Answered is the first frame after something on the page changed that is
 * not the pressed control's own look; what does nothing at all within two seconds is named: a dead button.
 */
const slower = Number(process.argv[2] ?? 4);
const wanted = process.argv.slice(3);
/** The controls of a page that are pressed, each once: links lead to pages that have their own turn. */
const controls =
  "button, [role=tab], summary, th.ant-table-column-has-sorters, .ant-select-selector, .ant-segmented-item, [role=switch], [role=checkbox]";
/** So many controls of one name, a button of every row, say the same. */
const most = 40;

interface Answer {
  readonly page: string;
  readonly control: string;
  /** Milliseconds from pressing to the first frame with a change; null: none came. */
  readonly ms: number | null;
}

const house = await runLedger();
const browser = await launchBrowser({ width: 1366, height: 768 });
const answers: Answer[] = [];
try {
  const { pair, county } = await enterScenes(house);
  const { ledger, operator } = house;
  const { document_id } = await ledger.submit(operator, {
    name: visitArticle.name,
    bytes: new TextEncoder().encode(visitArticle.text),
  });
  const project = (await ledger.list(operator, "project", { scope: pair, limit: 1 })).rows[0];
  const month = `scope=${pair}&year=2023&month=11&line=west`;
  const addresses = [
    ...["/workbench", "/documents", `/documents/${document_id}`, "/check", "/records"],
    ...[`/records/project?scope=${pair}`, `/records/labour_record?scope=${pair}`, `/records/sale?scope=${pair}`],
    ...[`/records/project/${pair}/${project?.id}`, `/money?scope=${pair}&year=2023`, "/followup", "/collections"],
    ...["/templates", `/overview?party=${county}&year=2023`, `/one-page?party=${county}&month=2023-11`],
    ...[`/pairings?party=${county}`, `/indicators?${month}`, `/comparison?${month}`, "/inspection", "/reception"],
    ...["/search?text=卫生", "/settings", "/settings/accounts", "/settings/audit", "/settings/dictionaries"],
  ];
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  page.on("dialog", (dialog) => void dialog.dismiss());
  await page.goto(await house.signInLink());
  await page.locator("main").waitFor();
  for (const address of addresses) {
    if (wanted.length > 0 && !wanted.some((word) => address.includes(word))) continue;
    answers.push(...(await press(page, session, address)));
    process.stderr.write(`${address}: ${answers.length}\n`);
  }
} finally {
  await browser.close();
  await house.close();
}
report();

/** Presses every control of a page, each on the page as it was opened. */
async function press(page: Page, session: CDPSession, address: string): Promise<readonly Answer[]> {
  const found: Answer[] = [];
  await open(page, session, address);
  const names = await page.evaluate(nameControls, controls);
  for (const name of names.slice(0, most)) {
    // What was pressed before may have changed the page or led away.
    await open(page, session, address);
    const at = await page.evaluate(nameControls, controls);
    if (!at.includes(name)) continue;
    const control = page.locator(`[data-control="${CSS(name)}"]`).first();
    await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    await page.evaluate(watchForAnswer);
    const outside = Promise.race([
      page.waitForEvent("download", { timeout: 2_500 }),
      page.waitForEvent("filechooser", { timeout: 2_500 }),
      page.context().waitForEvent("page", { timeout: 2_500 }),
    ]).then(
      () => true,
      () => false,
    );
    try {
      await control.click({ timeout: 2_000, noWaitAfter: true });
    } catch {
      continue;
    }
    const ms = await page
      .waitForFunction(() => (window as { answered?: number }).answered, null, { timeout: 2_000, polling: 50 })
      .then(async (handle) => Number(await handle.jsonValue()))
      .catch(() => null);
    const led =
      ms === null && (new URL(page.url()).pathname !== new URL(house.url + address).pathname || (await outside));
    if (!led) found.push({ page: address.replace(/[0-9a-f-]{36}/g, "…"), control: name, ms });
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await Promise.all(
      page
        .context()
        .pages()
        .filter((other) => other !== page)
        .map((other) => other.close()),
    );
  }
  return found;
}

async function open(page: Page, session: CDPSession, address: string): Promise<void> {
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.goto(house.url + address);
  await page.locator("main").locator("h1, h2, article").first().waitFor();
  await page.waitForLoadState("networkidle");
}

/** A name in quotes of a selector. */
function CSS(name: string): string {
  return name.replace(/["\\]/g, "\\$&");
}

/** Runs in the page: gives every control that can be pressed a mark, and tells the names that occur, each once. */
function nameControls(selector: string): readonly string[] {
  const seen = new Set<string>();
  const main = document.querySelector("main");
  for (const control of main?.querySelectorAll<HTMLElement>(selector) ?? []) {
    const box = control.getBoundingClientRect();
    if (box.width === 0 || control.matches(":disabled, [aria-disabled=true], .ant-select-disabled *")) continue;
    // The tab that is open and the choice that is made answer with nothing, rightly.
    if (control.matches("[aria-selected=true], .ant-segmented-item-selected, [aria-pressed=true]")) continue;
    const text = (control.getAttribute("aria-label") ?? control.innerText).replace(/\s+/g, " ").trim();
    const name = `${control.tagName.toLowerCase()} ${text}`.slice(0, 40);
    if (seen.has(name)) continue;
    seen.add(name);
    control.dataset.control = name;
  }
  return [...seen];
}

/** Runs in the page: notes when the first frame comes after a change that the next press makes. */
function watchForAnswer(): void {
  const noted = window as { answered?: number; print: () => void };
  noted.answered = undefined as unknown as number;
  let pressed: { readonly at: number; readonly control: Element } | null = null;
  const answer = () => {
    const from = pressed?.at;
    if (from === undefined) return;
    watcher.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      // After the frame is drawn.
      channel.port1.onmessage = () => {
        noted.answered = performance.now() - from;
      };
      channel.port2.postMessage(null);
    });
  };
  noted.print = answer;
  const watcher = new MutationObserver((changes) => {
    if (pressed === null) return;
    const { control } = pressed;
    const own = ({ target, type }: MutationRecord) =>
      type === "attributes" && (control === target || control.contains(target)) && !control.matches("[aria-expanded]");
    const wave = ({ target }: MutationRecord) => target instanceof Element && target.closest(".ant-wave") !== null;
    if (changes.some((change) => !own(change) && !wave(change))) answer();
  });
  watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  document.addEventListener(
    "pointerdown",
    ({ target, timeStamp }) => {
      if (target instanceof Element) pressed = { at: timeStamp, control: target.closest("[data-control]") ?? target };
    },
    { capture: true, once: true },
  );
  document.addEventListener("scroll", answer, { capture: true, once: true });
  document.addEventListener("focusin", ({ target }) => {
    // A field that is opened for typing is an answer; the pressed button's own focus is none.
    if (target instanceof Element && pressed !== null && !pressed.control.contains(target)) answer();
  });
}

function report(): void {
  const times = answers.flatMap(({ ms }) => (ms === null ? [] : [ms])).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0);
  console.log(
    `${times.length} controls, the processor ${slower} times slower: answered after ${at(0.5)} ms (median), ${at(0.95)} (p95), ${at(1)} (slowest)`,
  );
  for (const { page, control, ms } of [...answers].sort((a, b) => (b.ms ?? 1e9) - (a.ms ?? 1e9)))
    if (ms === null) console.log(`  no answer  ${page}  ${control}`);
    else if (ms > 100) console.log(`  ${ms.toFixed(0).padStart(6)} ms  ${page}  ${control}`);
}
