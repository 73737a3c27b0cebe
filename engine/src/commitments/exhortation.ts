import type { DraftOf } from "../draft.js";
import { Pattern } from "../patterns/pattern.js";

/* What is said to one's own posted staff and trainees: it is neither promised to nor asked of the other side. */

/** 对援万教师们提出了期望和要求。一是…: the points of it are said to one's own posted staff. */
export const EXHORTS_POSTED = new Pattern(
  /对[^，,。；;]{0,12}(?:老师|医生|同志|队员)[^，,。；;]{0,8}(?:援[一-龥]|支教|支医|挂职|帮扶)[^，,。；;]{0,6}提出了?[^。；;]{0,8}(?:期望|希望|要求)|对[^，,。；;]{0,12}(?:支教|支医|援[一-龥]|派驻|挂职|帮扶)[^，,。；;]{0,10}(?:教师|老师|医生|干部|人才|队员|专家)们?[^。]{0,24}提出了?[^。；;]{0,16}(?:期望|希望|要求)/,
);
/** Posted staff (派驻人员), whom their own side exhorts but asks nothing of. */
const POSTED =
  /^(?:[^，,。；;]{0,6}?)(?:派驻|挂职|援派|援[疆藏青宁滇黔川陕甘桂]|支教|支医|帮扶队|医疗队|工作队|队员|各位队员|大家|同志们|干部人才|参训学员|学员)/;
export const OWN_STAFF =
  /^[^，,。；;]{0,8}(?:(?:老师|教师|医生|队员|专家)们|工作[组队](?!要)|挂职|派驻|援派|支教|支医|队员|医疗队|驻[一-龥]{1,4}干部)/;
/** Advice to those who learn (珍惜学习机会, 学有所获): said to one's own trainees, asked of nobody. */
export const TRAINEES = new Pattern(/珍惜[^，,。]{0,8}机会|学有所[获得成]|学以致用|遵守[^，,。]{0,8}纪律|端正学习/);

/** 广大援派干部要提高站位: what a meeting says to those who are posted. */
const STAFF_SHOULD =
  /^(?:广大|全体|各位)(?:援派|挂职|帮扶|派驻|支教|支医|援[一-龥])[^，,。；;]{0,6}(?:干部|人才|教师|老师|医生|队员|专家)们?(?:还|都|一定)?(?:要|应|必须)/;
/** 希望务工人员安心工作: good advice, of which the other side hears nothing. */
const WORKERS =
  /^(?:广大|各位|全体|返岗|外出|[一-龥]{1,3}籍)*(?:务工(?:人员|者|群众)|工友|老乡|乡亲|求职者|同学|学子|孩子)们?/;

/** 希望各派驻人员…: the sending side exhorts its own posted staff; the host's request to them is an ask. */
export function exhortsOwn(item: DraftOf<"commitment">): boolean {
  if (STAFF_SHOULD.test(item.text)) return true;
  const asked = /希望|恳请/.exec(item.text);
  if (item.act !== "ask" || asked === null) return false;
  const own = item.side === "east" || /^慰问[团组]/.test(item.speaker ?? "");
  if (WORKERS.test(item.text.slice(asked.index + 2))) return true;
  return TRAINEES.regex.test(item.text) || (own && POSTED.test(item.text.slice(asked.index + 2)));
}
