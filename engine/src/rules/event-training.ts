import type { Rule } from "../draft.js";
import { eventDraft, joinSame, sameDay, yearMarked } from "../events/event-draft.js";
import { lastDay } from "../events/last-day.js";
import { type EventDraft, scenesOf } from "../events/scene.js";
import { Pattern } from "../patterns/pattern.js";

/** What a course is called: 培训班, 能力提升班, 致富带头人示范班; 直播技能培训 and 田间课 without the word for a class. */
const COURSE =
  "(?:(?:培训|研修|轮训|进修|提升|示范|研讨|专题|特训|讲习|研习|技师|骨干|师资|带头人|经纪人|实训|集训|强化|速成)班|训练营|(?:技能|技术|业务|专题|电商|直播|师资|能力|素质|实操|岗前|创业|管理|骨干|教师|医护|致富带头人)培训(?:会|活动|课程?|讲座)?(?![一-龥]{0,2}(?:基地|中心|项目|学校|资金|机构|计划|合作|工作|人才|工程|班|力度|服务|等)|\\d|[一二两三四五六七八九十]+[期场次])|田间课堂?)";
const OPENS = new Pattern(
  new RegExp(
    `(?<=(?:学员|[名位][^，,。；;]{2,12})[^，,。；;]{0,20}[，,]?)参加了?(?=[^，,。；;]{0,30}${COURSE})|开班(?!式)|开的班|开[课班训]|开了[课班训]|(?<=(?:[校院园]长|教师|老师|医生|干部|学员|骨干|人才)[^，,。；;]{0,8}(?:在|到|赴|前往)[^，,。；;]{2,24}?)(?:(?:跟岗|跟班|集中|参加)*研修(?!班|的|基地|中心)|(?<=日[^。；;]{0,60})(?<!(?:带领|率领|选派|组织|启程|出发)[^。；;]{0,50})(?:跟[岗班]学习|进修))|(?<=(?:校长|教师|老师|医生|干部|学员|骨干|人才)[^。；;]{0,40})跟[岗班](?:学习)?(?=[一二两三四五六七八九十\\d]+(?:周|天|个月))|(?<=(?:教师|老师|校长|医生|学员|骨干|干部|人才|队员)[^，,。；;]{0,16})(?:参加|进行|接受)了?(?=(?:集中|岗前|行前|专门|专题|业务)培训(?!班))|把课堂[搬开设](?=[到在进])|(?<=给[\\d一二两三四五六七八九十]+[余多]?[名位个][^，,。；;]{2,10})(?:讲起?了|上了|授了?课|培训了?)|[办上开讲]了一[堂场节期](?![^，,。；;]{0,8}(?:党性|党课|教育课|思政|廉政))(?=[^，,。；;“”]{0,8}课)|(?<=[名位个][^，,。；;]{2,14}[，,]?(?:一起|一同|分批|首批)?)(?:坐进|坐在)了?(?=[^，,。；;]{0,20}(?:教室|课堂))|(?<=(?:教师|老师|校长|医生|护士|学员|农户|村民|大户|干部|骨干|社员|工人|绣娘|[村嘎]支书)[^。；;]{0,30})(?:上|听|学|练|讲|训练|培训|学习)了(?=[一二两三四五六七八九十半\\d]+(?:天|周|个半天|个星期))|(?:培训|研修|跟岗|跟班)[^，,。；;]{0,8}(?:启动|动员)(?:会|仪式)|(?:举办|举行|组织|开展|(?<=日[^，,。；;]{0,16})办了)(?=[^，,。；;]{0,30}${COURSE}(?![2-9]|1\\d|[^，,。]{0,3}(?:[2-9]|1\\d)\\d*期))|(?<=${COURSE}[^，,。；;“”]{0,30})(?:举行|举办|开讲|启动)`,
    "g",
  ),
);
const NAMED = new Pattern(new RegExp(`([^，,。；;“”]{2,40}?${COURSE})`));
const CLASS = new Pattern(
  new RegExp(
    `${COURSE}|培训|跟岗|跟班|课堂|进修|教室|给[\\d一二两三四五六七八九十]+[余多]?[名位个]|一[堂场节期][^，,。；;]{0,8}课|[学练听训课上]了?[一二两三四五六七八九十半\\d]+(?:天|周|个)`,
  ),
);

/** Training courses (培训班、研修班): from the opening day to the last. */
export const eventTraining: Rule = {
  id: "event-training",
  version: 1,
  purpose: "A 培训班 that 开班 on a day is a training event; it ends where 结业/结束 says.",
  apply(article, soFar) {
    const scenes = scenesOf(article, soFar);
    const found: EventDraft[] = [];
    for (const scene of scenes.told()) {
      if (!CLASS.test(scene)) continue;
      for (const match of OPENS.matches(scene)) {
        const at = match.index;
        if (scenes.spoken(scene, at) || scenes.statusAt(scene, at) !== "held" || scenes.decided(scene, at)) continue;
        // 于11月30日前组织2期技能培训: a time limit is no day.
        if (/[日月底]前[^，,。；;]{0,4}$/.test(scene.text.slice(0, at))) continue;
        const object = NAMED.exec(scene)?.[1] ?? null;
        const event = eventDraft(scenes, { type: "training", scene, at, from: 0, to: scene.text.length, object });
        if (event === null) continue;
        found.push({ ...event, end: (event.start === null ? null : lastDay(scenes, scene, event.start)) ?? event.end });
      }
    }
    return joinSame(found, sameDay).map((event) => yearMarked(scenes, event));
  },
};
