/** The branches of the work, in the order in which an office lists its ledgers; labels in both languages. */
export const recordGroups = [
  { code: "leadership", zh: "组织领导", en: "leadership" },
  { code: "followup", zh: "督办落实", en: "follow-up" },
  { code: "funds", zh: "资金支持", en: "funds" },
  { code: "projects", zh: "项目管理", en: "projects" },
  { code: "talent", zh: "人才支援", en: "talent" },
  { code: "industry", zh: "产业合作", en: "industry" },
  { code: "labour", zh: "劳务协作", en: "labour" },
  { code: "consumption", zh: "消费协作", en: "consumption" },
  { code: "pairing", zh: "结对关系", en: "pairing" },
  { code: "indicators", zh: "指标报表", en: "indicators" },
  { code: "files", zh: "宣传档案", en: "publicity and files" },
  { code: "basics", zh: "基础信息", en: "reference" },
] as const;

/** A code of {@link recordGroups}. */
export type RecordGroup = (typeof recordGroups)[number]["code"];
