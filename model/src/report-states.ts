import type { LifecycleStep } from "./record-definition.js";

/** 草稿 → 本单位 → 提交核对 → 双方确认 → 上报 → 封账: how far a number has gone, and so who sees it. */
export const reportStates: readonly LifecycleStep[] = [
  { code: "draft", zh: "草稿", en: "draft", next: ["office"] },
  { code: "office", zh: "本单位", en: "own office", next: ["submitted", "reported", "draft"] },
  { code: "submitted", zh: "提交核对", en: "handed to the other side", next: ["confirmed", "office"] },
  {
    code: "confirmed",
    zh: "双方确认",
    en: "confirmed by both",
    next: ["reported", "submitted"],
    proof: { zh: "数据确认函", en: "letter of confirmation" },
  },
  {
    code: "reported",
    zh: "已上报",
    en: "reported",
    next: ["closed", "office"],
    proof: { zh: "盖章报表", en: "stamped report" },
  },
  {
    code: "closed",
    zh: "封账",
    en: "closed",
    next: [],
    proof: { zh: "盖章报表扫描件", en: "scan of the stamped report" },
  },
];
