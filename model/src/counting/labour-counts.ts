import type { SheetCount } from "../tables/sheet-form.js";

/** What a labour roll comes to, in numbers. */
export interface LabourNumbers {
  readonly rows: number;
  /** Of how many years: a person counts once in each. */
  readonly years: number;
  readonly duplicates: number;
  readonly jobs: number;
  readonly persons: number;
  readonly relieved: number;
  readonly monitored: number;
  /** Rows with a damaged ID number. */
  readonly lost: number;
  readonly east: number;
  readonly local: number;
  readonly other: number;
  readonly unknown: number;
  readonly everyEast: number;
  readonly everyLocal: number;
  readonly everyOther: number;
}

/** The figures of a labour roll in words: 人 and 人次 apart, what every job would make as a note. */
export function labourCounts(count: LabourNumbers): SheetCount[] {
  const say = (key: string, value: number, zh: string, en: string): SheetCount => ({
    key,
    zh,
    en,
    value: String(value),
  });
  const { east, local, other, unknown, lost } = count;
  return [
    say("rows", count.rows, `名单 ${count.rows} 行`, `${count.rows} rows`),
    say(
      "duplicates",
      count.duplicates,
      `重复 ${count.duplicates} 行，不导入`,
      `${count.duplicates} duplicates, not imported`,
    ),
    say("jobs", count.jobs, `务工 ${count.jobs} 人次`, `${count.jobs} jobs`),
    say(
      "persons",
      count.persons,
      `务工 ${count.persons} 人（${count.years > 1 ? `共 ${count.years} 个年度，各年分别计；` : ""}其中 ${lost} 人身份证号失真待补，按姓名、村、电话辨认）`,
      `${count.persons} persons (${count.years > 1 ? `${count.years} years, each counted by itself; ` : ""}${lost} with a damaged ID number)`,
    ),
    say("id_damaged", lost, `身份证号失真待补 ${lost} 人`, `${lost} damaged ID numbers`),
    say("relieved", count.relieved, `脱贫户 ${count.relieved} 人`, `${count.relieved} relieved`),
    say("monitored", count.monitored, `监测对象 ${count.monitored} 人`, `${count.monitored} monitored`),
    say(
      "relieved_all",
      count.relieved + count.monitored,
      `脱贫人口（含监测对象）${count.relieved + count.monitored} 人`,
      `${count.relieved + count.monitored} relieved or monitored`,
    ),
    say("east", east, `赴协作省 ${east} 人`, `${east} in the eastern province`),
    say("local", local, `省内 ${local} 人`, `${local} in the own province`),
    say("other", other, `其他地区 ${other} 人`, `${other} elsewhere`),
    ...(unknown > 0 ? [say("unknown", unknown, `去向未填 ${unknown} 人`, `${unknown} without a destination`)] : []),
    say(
      "every_job",
      count.jobs,
      `若每份工作都计：${count.everyEast}/${count.everyLocal}/${count.everyOther}（仅供对照，不作人数相加）`,
      `if every job counted: ${count.everyEast}/${count.everyLocal}/${count.everyOther}; a note only`,
    ),
  ];
}
