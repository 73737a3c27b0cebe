import type { LifecycleStep } from "./record-definition.js";

/** 项目阶段 with what proves each (domain.md §5). Not every project passes all: 培训, 劳务, 消费 skip tender and handover. */
export const projectStages: readonly LifecycleStep[] = [
  stage("conceived", "谋划", "conceived", ["village_proposed"]),
  stage(
    "village_proposed",
    "村申报",
    "proposed by the village",
    ["township_reviewed"],
    "村民代表会议记录、村级公示",
    "record of the villagers' meeting, village notice",
  ),
  stage(
    "township_reviewed",
    "乡镇审核",
    "reviewed by the township",
    ["county_appraised"],
    "乡镇审核意见、公示",
    "township's opinion, notice",
  ),
  stage(
    "county_appraised",
    "县级论证",
    "appraised by the county",
    ["in_library"],
    "行业部门论证意见",
    "opinion of the line bureau",
  ),
  stage("in_library", "入库", "in the library", ["planned", "cancelled"], "入库公告", "notice of entry"),
  stage(
    "planned",
    "列入年度计划",
    "in the year's plan",
    ["plan_detailed", "rolled_over", "cancelled"],
    "县委农村工作领导小组批复",
    "approval of the county's rural work group",
  ),
  stage(
    "plan_detailed",
    "实施方案",
    "implementation plan",
    ["approved"],
    "实施方案、绩效目标表",
    "implementation plan, performance targets",
  ),
  stage(
    "approved",
    "立项批复",
    "approved",
    ["tendering", "contracted", "started"],
    "立项批复",
    "approval of the project",
  ),
  stage("tendering", "招标采购", "tendering", ["contracted"], "招标公告", "call for tenders"),
  stage("contracted", "签订合同", "contracted", ["started"], "合同", "contract"),
  stage("started", "开工", "started", ["in_progress", "completed"], "开工令", "order to start"),
  stage(
    "in_progress",
    "在建",
    "in progress",
    ["completed", "suspended", "adjusted"],
    "进度照片、监理记录",
    "progress photos, supervisor's notes",
  ),
  stage("completed", "完工", "completed", ["accepted", "in_use"], "完工报告", "completion report"),
  stage(
    "in_use",
    "投用（运营）",
    "in use",
    ["accepted", "settled", "asset_registered", "maintained"],
    "投用通知、运营记录",
    "notice of use, operating records",
  ),
  stage("accepted", "验收", "accepted", ["settled"], "验收单", "acceptance form"),
  stage(
    "settled",
    "决算",
    "settled",
    ["asset_registered", "maintained"],
    "决算审计报告",
    "audit of the final accounts",
  ),
  stage("asset_registered", "资产确权", "asset registered", ["handed_over"], "确权登记表", "asset registration form"),
  stage("handed_over", "移交", "handed over", ["maintained"], "移交清单", "handover list"),
  stage("maintained", "管护", "maintained", [], "管护协议", "upkeep agreement"),
  stage("adjusted", "调整变更", "adjusted", ["plan_detailed", "in_progress"], "变更批复", "approval of the change"),
  stage("suspended", "暂停", "suspended", ["in_progress", "cancelled"], "暂停说明", "note on the suspension"),
  stage("rolled_over", "滚动下年", "rolled over", ["planned"], "滚动说明", "note on rolling over"),
  stage("cancelled", "出库", "cancelled", [], "出库文件", "paper of removal"),
];

/** A stage, the stages that may follow it, and the paper that proves it. */
function stage(
  code: string,
  zh: string,
  en: string,
  next: readonly string[],
  proofZh?: string,
  proofEn?: string,
): LifecycleStep {
  const proof = proofZh === undefined || proofEn === undefined ? {} : { proof: { zh: proofZh, en: proofEn } };
  return { code, zh, en, next, ...proof };
}

/** The day that a project has by the time it is in a stage, the latest first. */
export const STAGE_DAYS = [
  { field: "accepted", stage: "accepted" },
  { field: "completed", stage: "completed" },
  { field: "started", stage: "in_progress" },
  { field: "planned_start", stage: "planned" },
] as const;

/**
 * 推断的项目阶段: offices' progress ledgers (实施进度台账) print 开工、完工、验收 and no stage. Where none is stated, the latest of these
 * days that is filled in tells it, and it is said that this was inferred and from what. Null: a stage is stated, or no day is.
 */
export function stageByDays(values: { readonly [field: string]: unknown }): (typeof STAGE_DAYS)[number] | null {
  const filled = (field: string) => values[field] !== null && values[field] !== undefined && values[field] !== "";
  return filled("stage") ? null : (STAGE_DAYS.find(({ field }) => filled(field)) ?? null);
}
