import type { Ledger } from "@shanhai/ledger";
import type { Screen } from "./screen.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The start is for who opens the pages; a backup waits a while. */
const FIRST_LOOK = HOUR / 6;

/** Says when the last backup was made: a line of the start. */
export async function lastBackupLine(ledger: Ledger): Promise<string> {
  const [last] = await ledger.backups(await ledger.operator());
  if (last === undefined)
    return "备份：尚未备份，启动后自动进行 · backup: none yet, one is made by itself while serving";
  const drilled = last.drilled_at === null ? "未演练 · not drilled" : `${last.drilled_at} 已演练 · drilled`;
  return `备份：最近一次 ${last.made_at}（${last.name}），${drilled} · backup: the last one`;
}

/**
 * Makes a backup while serving whenever the last one is a day old and the office wants it; looks every hour, so that a
 * computer that is switched off at night has its backup in the morning. A failure is told and tried again.
 */
export function backUpDaily(ledger: Ledger, screen: Screen): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const look = () => {
    running = backUpIfDue(ledger).catch((error: unknown) => {
      screen.note(
        `自动备份没有完成 · the daily backup failed: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
  };
  const first = setTimeout(look, FIRST_LOOK);
  const hourly = setInterval(look, HOUR);
  for (const timer of [first, hourly]) timer.unref();
  return {
    stop: () => {
      clearTimeout(first);
      clearInterval(hourly);
      return running;
    },
  };
}

async function backUpIfDue(ledger: Ledger): Promise<void> {
  const keeper = await ledger.operator();
  const { daily_backup } = await ledger.settings(keeper);
  const [last] = await ledger.backups(keeper);
  const due = last === undefined || Date.now() - Date.parse(last.made_at) >= DAY;
  if (daily_backup && due) await ledger.backUp(keeper);
}
