import { lexicon } from "../lexicon.js";

/** Kinds of formal meetings, longer names first. Fairs, ceremonies and farewells are other events. */
export const KINDS = [...lexicon("meeting-kinds")]
  .map(({ word }) => word)
  .sort((a, b) => b.length - a.length)
  .join("|");
const KIN = new Map(lexicon("meeting-kinds").map(({ word, kin }) => [word, kin]));
/** What bears a like name and is another event: a body of one side, a farewell, a fair. */
export const NO_MEETING =
  /常委会|常务会|领导小组会|议事会|(?:培训|研修|跟岗|跟班)[^，,。；;]{0,8}(?:启动|动员|总结)会|(?:欢[送迎]|交接|轮换)(?:座谈|见面|交流|大)?会|(?:欢送|送别|送行|壮行)[^，,。；;]{2,30}(?:干部|人才|教师|老师|医生|医师|专家|队|人员)|推介会|招聘会|产销对接会|供需对接会|双选会|投资贸易洽谈|经贸洽谈|投资洽谈|第[\d一二三四五六七八九十]+届[^，,。]{0,20}洽谈会/;

/** 工作座谈会 and 座谈会 are one kind when a meeting is told again. */
export function kin(kind: string | null): string {
  return KIN.get(kind ?? "") ?? kind ?? "";
}
