import { Pattern, type Stretch } from "../patterns/pattern.js";

/* By which words a report tells that a delegation travels: who leads, who goes, where, and what for. */

/** Somebody leads (率, 带领, 带队): a delegation travels. */
export const LEADS = new Pattern(
  /率领|率团|率队|带队|带领|带着(?![^，,。；;]{0,8}(?:问题|疑问|好奇|任务|使命|思考|嘱托|重托|期[待盼]|感情|诚意|情谊|牵挂))|领着(?=[^，,。；;]{2,30})|率(?=[^，,。]{0,24}[团组队])|携(?=[^，,。手]{0,20}[团组队])/g,
);
/** A delegation or 某某一行 does something at the other's place. */
export const PARTY = new Pattern(
  /一行|代表团|考察[团组]|调研[团组]|参访团|学习团|访问团|督查组|客商团|回访团|专家组|慰问团|服务团|采访团|交流团|对接组|招商团|采风团|研学团|参观团|(?:名师|讲师|送教|送课|义诊|送医|艺术|演出|慰问演出|巡演)[团队](?!队)|(?:文艺|医疗|送教|义诊)小分队|客人们?(?=[^，,。；;]{0,6}(?:到|来|前往|走进|赴|在))/g,
);
export const GOES =
  /[飞远奔转]?赴|前往|抵达|抵(?=[一-龥]{2,8}(?:考察|调研|学习|交流))|到访|来访|莅临|来到|来(?=[^，,。；;]{1,24}?(?:考察|调研|开展|对接|学习|走访|交流|访问|回访)|[^，,。]{0,12}[，,])|到(?!位|达[^，,。]*元|期|底|了解)|在(?=[^，,。；;“”]{1,24}(?:开展|进行|实地)?(?:考察|调研|走访|学习考察)|[^，,。；;“”]{1,10}(?:开展|进行)[^，,。；;“”]{0,14}(?:协作|帮扶|支援|慰问|对接|交流)(?:工作|活动))|回访|访问|深入|走进|考察了|跑遍|走遍|去[了到]|前来(?=[，,。]|[^，,。；;]{0,8}[，,])|赶[到赴往来]|往(?=[^，,。；;往]{2,10}赶)|直奔|拜访|拜会/;
/** What a visit is for; 看望慰问 alone is care for posted staff, not a visit. */
export const PURPOSE =
  /考察|调研|对接|学习|走访|交流|察看|查看|参观|督查|回访|看了|洽谈|衔接|推进|开展|座谈会|联席会议|谋划|共商|商谈|拜访|拜会|取经|走亲|走了[一两三四五六七八九十\d]+[天趟]|谈(?:价格|合作|项目)|赶。|参加[^，,。；;]{0,10}仪式|表示(?:热烈|诚挚|衷心)*(?:的)?欢迎|认亲|探亲|送教|送课|送戏|送医|示范课|讲学|义诊|巡演|演出|^到了(?=[。！!])/;
export const CARE = /看望|慰问/;
/** 满某一行还走访了某街道: told as one stop of a trip that nobody announced. */
export const WALKS = /(?<=^[^，,。；;]{0,12})(?:走访|参观|察看|查看|去了|看了|看完|走完|转了)/;
/** 某某带着某局局长一行7人，看了某基地: who leads others there looks at things in the next clause. */
export const LED_WALKS =
  /(?<=[，,](?:先后|又|还|一起|一同)*)(?:(?:实地|深入|现场)*(?:走访|参观|察看|查看|考察|调研)了?|去了|看了|走了|跑了)/;
/** 由某某带队的6名专家抵达, who stay: posted, not visiting. */
export const ARRIVE_TO_STAY =
  /^的?[\d一二三四五六七八九十]+[名位][^，,。；;]{0,10}(?:专家|医生|教师|队员|医护人员)[^，,。；;]{0,6}(?:抵达|到岗|报到)/;
/** 率第五批医疗队抵达; 带领12名骨干教师赴义乌跟岗; 带着37名乡亲坐上专列: those who are led stay, or work there. */
export const POSTED_AHEAD =
  /^[\d一二三四五六七八九十]+[余多]?[名位个]?[^，,。；;]{0,6}(?:乡亲|老乡|务工|工人|学生|孩子)|^[^，,。；;]{0,24}(?:支教|支医)(?:老师|教师|医生|人员|队员)|^[^，,。；;]{0,16}(?:医疗队|支教队|支医队|帮扶队)[^，,。；;]{0,6}(?:抵达|到岗|报到|进驻|入驻)|^[^，,。；;]{0,30}(?:教师|老师|医生|医师|干部|人才|医护人员)[^，,。；;]{0,8}(?:赴|到|前往)[^，,。；;]{2,16}(?:跟岗|跟班|进修|挂职|支教|支医)/;
/** 首批医疗队, 为期半年: a medical team that stays, unlike one that holds a day of 义诊. */
const STAYING =
  /(?:首批|第[一二三四五六七八九十\d]+批)[^，,。；;\n]{0,20}(?:医疗队|支教队|帮扶队)|(?:医疗队|支教队|帮扶队)[^。\n]{0,60}为期[一二三四五六七八九十半\d]+(?:年|个月)/;

/** 由院长某某带领医疗队…直奔九龙, 医疗队在队长某某的带领下飞赴大理: who leads a posted team there visits nobody. */
export function ledToStay({ text, document }: Stretch, at: number, rest: string): boolean {
  const ahead = /^了?[^，,。；;]{0,12}(?:医疗队|支教队|帮扶队)/.test(rest);
  const before = /(?:医疗队|支教队|帮扶队)[^，,。；;]{0,4}在[^，,。；;]{2,24}$/.test(
    text.slice(Math.max(0, at - 40), at),
  );
  return (ahead || before) && STAYING.test(document);
}

/** 在雷期间，他们…; 期间，…. */
export const STAYS = /^(?:在[^，,。]{1,6}期间|期间|其间)/;
