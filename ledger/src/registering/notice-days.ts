import { fieldIn, rowYear } from "@shanhai/model";
import type { Values } from "../command.js";
import type { Desk } from "../desk.js";
import { worded } from "../wording/dictionary-set.js";

/** 公示期限 as its name says it: 10天, 7个工作日; of names that offices set too. Null where it says no number. */
export function noticeDays(period: string): { readonly days: number; readonly working: boolean } | null {
  const [, days, unit = ""] = /(\d{1,3})\s*(?:个)?\s*(工作日|自然日|天|日)/u.exec(period) ?? [];
  return days === undefined ? null : { days: Number(days), working: unit === "工作日" };
}

/** 最少天数 and 按工作日计 of a 公示 follow from its 公示期限 where nobody says them. */
export async function withNoticeDays(desk: Desk, record: string, given: Values, before: Values = {}): Promise<Values> {
  if (record !== "notice" || typeof given.period !== "string" || given.min_days !== undefined) return given;
  if (given.period === before.period) return given;
  const definition = await worded(desk.database, desk.records.get(record).definition);
  const field = definition.fields.find(({ key }) => key === "period");
  const values = { ...before, ...given };
  const label =
    field === undefined
      ? undefined
      : fieldIn(field, rowYear(definition, values)).codes?.find((one) => one.code === given.period);
  const found = label === undefined ? null : noticeDays(label.zh);
  return found === null ? given : { ...given, min_days: String(found.days), working_days: found.working };
}

/** A 公示 that ends before its days are over: said and not stopped. Weekends count where days do; holidays are not known here. */
export function shortNotice({ start_date, end_date, min_days, working_days }: Values): NoticeWarning[] {
  const [start, end, least] = [dayOf(start_date), dayOf(end_date), Number(min_days ?? 0)];
  if (start === null || end === null || end < start || least <= 0) return [];
  const working = working_days === true;
  let days = 0;
  for (let day = start; day <= end; day += DAY) {
    const of = new Date(day).getUTCDay();
    if (!working || (of !== 0 && of !== 6)) days += 1;
  }
  if (days >= least) return [];
  const [unit, unitEn] = working
    ? ["个工作日（未扣除法定节假日）", "working days (holidays not taken off)"]
    : ["天", "days"];
  return [
    {
      code: "NOTICE_SHORT",
      zh: `公示只有 ${days} ${unit}，少于应公示的 ${least} ${working ? "个工作日" : "天"}，请核对起止日期。`,
      en: `The notice stands ${days} ${unitEn}, less than the ${least} that it must; check its dates.`,
    },
  ];
}

interface NoticeWarning {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

const DAY = 86_400_000;

function dayOf(value: unknown): number | null {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : null;
}
