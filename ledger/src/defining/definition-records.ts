import type { RecordDefinition } from "@shanhai/model";
import { internalField } from "../schema/internal-field.js";

/**
 * Internal records (内部表) of what offices set for the indicators. They pass the same write path and chain as the records
 * of `model`, have a page of their own (设置) and are written only by `defining.ts`, which counts anew what they change.
 */
function field(...[key, type, zh, en, more = { required: true }]: Parameters<typeof internalField>) {
  return internalField(key, type, zh, en, more);
}

const fromYear = field("from_year", "integer", "起始年度", "From");
const order = { field: "from_year", descending: true };

/** 指标口径: an indicator's window, cut-off, unit, rule and evidence from a year on. */
const indicatorRule: RecordDefinition = {
  name: "indicator_rule",
  zh: "指标口径",
  en: "definition of an indicator",
  keeping: "reference",
  group: "indicators",
  title: ["indicator", "from_year"],
  order,
  columns: ["indicator", "from_year"],
  fields: [
    field("indicator", "text", "指标", "Indicator"),
    fromYear,
    field("start_years", "integer", "统计期起（年）", "Window from, year"),
    field("start_day", "text", "统计期起（月日）", "Window from, day"),
    field("end_years", "integer", "统计期止（年）", "Window to, year"),
    field("end_day", "text", "统计期止（月日）", "Window to, day"),
    field("cut_off", "text", "取数截止日", "Cut-off", {}),
    field("unit", "text", "计量单位", "Unit"),
    field("measure", "code", "计数方式", "Counted by", {
      codes: [
        { code: "persons", zh: "按人计", en: "persons" },
        { code: "jobs", zh: "按人次计", en: "jobs" },
      ],
    }),
    field("rule_zh", "long_text", "统计口径", "Rule"),
    field("rule_en", "long_text", "统计口径（英文）", "Rule in English"),
    field("evidence_zh", "long_text", "佐证材料", "Evidence"),
    field("evidence_en", "long_text", "佐证材料（英文）", "Evidence in English"),
  ],
};

/** 序时参数: how far behind is still yellow, and when an open target is 临期, from a year on. */
const paceRule: RecordDefinition = {
  name: "pace_rule",
  zh: "序时参数",
  en: "pace rule",
  keeping: "reference",
  group: "indicators",
  title: ["from_year"],
  order,
  columns: ["from_year", "yellow_points", "soon_months"],
  fields: [
    fromYear,
    field("yellow_points", "decimal", "未达序时（百分点以内）", "Points still yellow"),
    field("soon_months", "integer", "临期（月）", "Months before the end"),
  ],
};

export const DEFINITION_RECORDS: readonly RecordDefinition[] = [indicatorRule, paceRule];

/** Which of the rows stands for an indicator and year: one at most. */
export const INDICATOR_RULE = indicatorRule.name;
export const PACE_RULE = paceRule.name;
