import type { Summary } from "@shanhai/ledger";
import { recordDefinitions } from "@shanhai/model";

const factNames: { readonly [kind: string]: string } = {
  region: "行政区划",
  pairing: "结对",
  pairing_count: "结对规模",
  event: "活动",
  person: "人员",
  organisation: "单位",
  project: "项目",
  figure: "数据",
  commitment: "表态",
  plan: "规划计划",
  document: "公文",
  target: "协议指标",
};

const repairNames: { readonly [repair: string]: string } = {
  gloss: "去注音",
  "byte-misalignment": "错位乱码",
  traditional: "繁转简",
};

/** What the ledger holds, for the start window. */
export function summaryLines(summary: Summary): string[] {
  const counts = (entries: { readonly [name: string]: number }, name: (key: string) => string) =>
    Object.entries(entries)
      .filter(([, count]) => count > 0)
      .map(([key, count]) => `${name(key)} ${count}`)
      .join("、") || "无 none";
  const recordName = (name: string) => recordDefinitions.find((definition) => definition.name === name)?.zh ?? name;
  return [
    `材料 documents      ${summary.documents}`,
    `修复 repairs        ${counts(summary.repairs, (key) => repairNames[key] ?? key)}`,
    `要素 facts          ${counts(summary.facts, (key) => factNames[key] ?? key)}`,
    `台账 records        ${counts(summary.records, recordName)}`,
    `待核对 to check     ${summary.waiting}`,
    `待分解 statements   ${summary.statements_open}`,
  ];
}
