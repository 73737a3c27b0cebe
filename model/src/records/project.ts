import type { LifecycleStep, RecordDefinition } from "../record-definition.js";

/** 项目阶段 with what proves each (domain.md §5). Not every project passes all: 培训, 劳务, 消费 skip tender and handover. */
const stages: readonly LifecycleStep[] = [
  { code: "conceived", zh: "谋划", en: "conceived", next: ["village_proposed"] },
  {
    code: "village_proposed",
    zh: "村申报",
    en: "proposed by the village",
    next: ["township_reviewed"],
    proof: "村民代表会议记录、村级公示",
  },
  {
    code: "township_reviewed",
    zh: "乡镇审核",
    en: "reviewed by the township",
    next: ["county_appraised"],
    proof: "乡镇审核意见、公示",
  },
  {
    code: "county_appraised",
    zh: "县级论证",
    en: "appraised by the county",
    next: ["in_library"],
    proof: "行业部门论证意见",
  },
  { code: "in_library", zh: "入库", en: "in the library", next: ["planned", "cancelled"], proof: "入库公告" },
  {
    code: "planned",
    zh: "列入年度计划",
    en: "in the year's plan",
    next: ["plan_detailed", "rolled_over", "cancelled"],
    proof: "县委农村工作领导小组批复",
  },
  {
    code: "plan_detailed",
    zh: "实施方案",
    en: "implementation plan",
    next: ["approved"],
    proof: "实施方案、绩效目标表",
  },
  { code: "approved", zh: "立项批复", en: "approved", next: ["tendering", "contracted", "started"], proof: "立项批复" },
  { code: "tendering", zh: "招标采购", en: "tendering", next: ["contracted"], proof: "招标公告" },
  { code: "contracted", zh: "签订合同", en: "contracted", next: ["started"], proof: "合同" },
  { code: "started", zh: "开工", en: "started", next: ["in_progress", "completed"], proof: "开工令" },
  {
    code: "in_progress",
    zh: "在建",
    en: "in progress",
    next: ["completed", "suspended", "adjusted"],
    proof: "进度照片、监理记录",
  },
  { code: "completed", zh: "完工", en: "completed", next: ["accepted", "in_use"], proof: "完工报告" },
  {
    code: "in_use",
    zh: "投用（运营）",
    en: "in use",
    next: ["accepted", "settled", "asset_registered", "maintained"],
    proof: "投用通知、运营记录",
  },
  { code: "accepted", zh: "验收", en: "accepted", next: ["settled"], proof: "验收单" },
  { code: "settled", zh: "决算", en: "settled", next: ["asset_registered", "maintained"], proof: "决算审计报告" },
  { code: "asset_registered", zh: "资产确权", en: "asset registered", next: ["handed_over"], proof: "确权登记表" },
  { code: "handed_over", zh: "移交", en: "handed over", next: ["maintained"], proof: "移交清单" },
  { code: "maintained", zh: "管护", en: "maintained", next: [], proof: "管护协议" },
  { code: "adjusted", zh: "调整变更", en: "adjusted", next: ["plan_detailed", "in_progress"], proof: "变更批复" },
  { code: "suspended", zh: "暂停", en: "suspended", next: ["in_progress", "cancelled"], proof: "暂停说明" },
  { code: "rolled_over", zh: "滚动下年", en: "rolled over", next: ["planned"], proof: "滚动说明" },
  { code: "cancelled", zh: "出库", en: "cancelled", next: [], proof: "出库文件" },
];

/**
 * 项目: a project, base, park, plant, workshop or building of the cooperation, where it stands. Money and dates of the
 * project ledger (项目台账) come with later migrations; the stage as printed is kept beside the code.
 */
export const project: RecordDefinition = {
  name: "project",
  zh: "项目",
  en: "project",
  keeping: "scoped",
  title: ["name"],
  order: { field: "name", descending: false, sound: "words" },
  columns: ["name", "region", "stage"],
  fields: [
    { key: "name", zh: "项目名称", en: "name", type: "text", required: true, headers: ["名称"] },
    { key: "place", zh: "建设地点（原文）", en: "place as said", type: "text" },
    {
      key: "region",
      zh: "建设地点",
      en: "region",
      type: "reference",
      record: "region",
      headers: ["建设地点（县乡村）"],
    },
    { key: "stage", zh: "项目阶段", en: "stage", type: "code", codes: stages, headers: ["状态", "形象进度"] },
    { key: "stage_printed", zh: "阶段（原文）", en: "stage as printed", type: "text" },
  ],
  lifecycle: { field: "stage", steps: stages },
};
