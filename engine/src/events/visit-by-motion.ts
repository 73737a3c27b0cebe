import type { Side } from "../fact.js";
import { opposite, type Sides } from "../parties/sides.js";
import { behindMark } from "../patterns/behind-mark.js";
import { Pattern } from "../patterns/pattern.js";
import { type RepairedSpan, repairedSpan } from "../span.js";
import type { EventDraft, Scene, Scenes } from "./scene.js";
import { chainOf } from "./visit-lead.js";
import { visitDraft } from "./visit-without-leader.js";

/**
 * Visits told by who goes where, without 率队 and without a word for a delegation: 区政协主席某某、副主席某某等到大方县调研,
 * 盐都区劳动就业中心来我市考察, 区长某某在甲县走完11个项目.
 */

/** Words of going to a place, or of being there to look at things. */
const MOTION = new Pattern(
  /[飞远奔转]?赴|前往|赶来|来访|到访|(?<=[也又就])来了(?=[，,])|抵达|莅临|来到|走进|深入|访问|回访|抵|来|到(?![位期底了场访]|会(?![泽宁东理昌同])|达[^，,。]{0,8}元)|在(?=[^，,。；;“”]{2,24}?(?:开展考察|开展调研|实地|考察|调研|走访|参观|察看|走了|走完|看了|看完|跑了|跑完|转了|待了|住了))/g,
);
/** What the going is for, told before the sentence ends. */
const PURPOSE =
  /考察|调研|对接|学习|走访|交流|察看|查看|参观|督查|督导|洽谈|衔接|座谈|回访|拜访|拜会|踩点|问诊|取经|认亲|走亲|采风|探访|送教|送课|送戏|送医下乡|示范课|义诊|巡演|谈合作|随行的|同行的有|开展(?:“[^”]{0,40}”|[^，,。；;“”]){0,20}(?:帮扶|协作|活动|工作)|走完|看完|跑完|看了|走了|跑了|住了|待了|谈了|谈到|看[到看](?=[^，,。；;]{2})|看(?=车间|项目|基地|产业|工地|茶园|大棚|厂|[一二三四五六七八九十\d肉奶]*[牛羊]|现场|学校|果园|果)/;
/** Who goes to stay, to work or to learn is no visitor, whoever sends them. */
const TO_STAY =
  /^[^，,。；;]{0,24}?(?:务工|就业|上岗|返岗|上班|打工|求学|就读|入学|挂职|任职|支教|支医|援派|援[疆藏青川滇黔陇甘陕宁蒙桂渝](?=工作|任务|之旅)|驻点|驻村|跟岗|跟班|轮训|进修|培训班|参训|报到|落户|投资建|安家)/;
/** What comes or is sent is no visitor either: workers, pupils, goods, posted staff. */
const NO_VISITOR =
  /(?:工人|务工人员|务工者|劳动力|老乡|学生|学员|村民|群众|农民|游客|产品|特产|物资|列车|航班|专列|包机|专车|人才|专技人员|技术人员|实践队伍?|教师|老师|医生|医师|专家|医疗队|支教队|工作队|队员|记者|学校|医院|孩子们?|牛羊|车辆|资金|项目|企业落户)$/;
/** Between the last person and the verb: 等, 等领导, 一行8人, 专程. */
const CLOSES =
  /^(?:(?:陪着?|带着|领着|偕|携|和|与|同)[^，,。；;“”]{2,24}?)?(?:同志|女士|先生|(?:副|总|常务)*(?:书记|[省市州县区旗镇乡局部院校会处科行社]长|主任|主席|秘书长|总|经理|董事长|老师|教授))?(?:[、，,]?[^，,。；;、“”]{0,16}等)?(?:[^，,。；;、“”]{0,6}(?:领导|同志|人|代表|人员))?(?:一行)?(?:[一二三四五六七八九十\d]+[余多]?[人名位](?:(?<=[名位])[^，,。；;、“”]{2,12}?)?)?(?:[一二三四五六七八九十\d]+[月日时][^，,。]{0,8})?[，,]?(?:又|还|也|共同|分别|专程|先后|再次|一同|集体|组团|远道|先|率先|冒着?[大小]?[雨雪]|连夜|随后|日前|近日)*$/;
/** 来我区, 到本县, 来松考察: the publisher's own place, by its first character only. */
const HOME =
  /^[，,]|^[“]?(?:认亲|走亲|取经|探路|考察)|^(?:[我本][省市县区州旗盟镇乡]|我们)|^[一-龥](?=考察|调研|学习|交流|访问|对接)/;
/** So far before the verb stands who goes, with the whole list of titles. */
const SUBJECT = 160;
/** So far behind it what for. */
const TOLD = 160;

/** Who of one side goes to the other's place; at most one visit per statement. */
export function moved(
  scenes: Scenes,
  scene: Scene,
  part: { readonly from: number; readonly to: number } = { from: 0, to: scene.text.length },
): readonly EventDraft[] {
  const { text } = scene;
  if (!PURPOSE.test(text)) return [];
  for (const match of MOTION.matches(scene)) {
    const at = match.index;
    if (at < part.from || at >= part.to) continue;
    const from = at + match[0].length;
    const rest = /^[^。；;]*/.exec(text.slice(from, from + TOLD))?.[0] ?? "";
    if (!PURPOSE.test(rest) || TO_STAY.test(rest) || scenes.spoken(scene, at) || scenes.decided(scene, at)) continue;
    if (scenes.statusAt(scene, at) !== "held") continue;
    const visit = visitAt(scenes, scene, at, from);
    if (visit !== null) return [visit];
  }
  return [];
}

function visitAt(scenes: Scenes, scene: Scene, at: number, from: number): EventDraft | null {
  const { sides } = scenes;
  const { start } = scene;
  const goer = goerBefore(scenes, scene, at);
  if (goer === null) return null;
  const visiting = goer.side;
  const places = goalOf(scenes, scene, from, visiting);
  const days = scenes.daysAt(scene, at) ?? scenes.undated(scene);
  if (
    places === null ||
    days === null ||
    (goer.lead === null && !scenes.prints(scene) && !/^当[天日]/.test(scene.text))
  )
    return null;
  const host = places.length > 0 ? places : sides.principal(opposite(visiting));
  const subject = repairedSpan(start + goer.from, start + at);
  const own = sides.pathsIn(subject, visiting);
  const visitor = own.length > 0 ? own : sides.principal(visiting);
  if (host.length === 0 || visitor.length === 0) return null;
  const inferred = [
    ...(own.length > 0 ? [] : ["visitor"]),
    ...(places.length > 0 ? [] : ["host"]),
    ...(days.stated ? [] : ["start", "end"]),
  ];
  const towns = visitor.some((path) => /(?:镇|乡|街道)$/.test(path));
  return visitDraft(scene, at, {
    visitor,
    host: towns ? host : [...new Set(host.map((path) => sides.county(path)))],
    days,
    lead: goer.lead,
    confidence: goer.lead === null ? 0.7 : 0.75,
    inferred,
  });
}

interface Goer {
  readonly from: number;
  readonly lead: string | null;
  readonly side: "east" | "west";
}

/** Who stands before the verb: a list of persons with 等, or a body of a named place; null where neither does. */
function goerBefore(scenes: Scenes, scene: Scene, at: number): Goer | null {
  const { sides } = scenes;
  const { start, text } = scene;
  const window = text.slice(Math.max(0, at - SUBJECT), at);
  const left = at - window.length + behindMark(window, "；：”");
  const persons = scenes.article
    .within("person", repairedSpan(start + left, start + at))
    .filter((person) => !person.value.surnameOnly && text.charAt(person.span.start - start) !== "□");
  const last = persons.at(-1);
  if (last !== undefined && CLOSES.test(text.slice(last.span.end - start, at))) {
    const chain = chainOf(scenes, persons, sides);
    const first = chain[0] ?? last;
    const side =
      chain.map((person) => sides.ofPerson(person.value.name)).find((own) => own !== null) ??
      ofAddressed(
        sides,
        text.slice(left, at),
        repairedSpan(start + at, Math.min(start + text.length, start + at + 24)),
      );
    if (side === null) return null;
    // The place of the first post stands in front of it: 天河区政协党组书记、主席某某.
    const head = Math.max(left, first.span.start - start - 40);
    return { from: head, lead: first.value.name, side };
  }
  // 某市某局组织甲县、乙县有关人员，赴…: who brings the others together goes.
  const organiser = /(?:^|[，,])([^，,。；;]{3,20}?(?:局|委|办|厅|会))(?:组织|会同|联合|邀请)[^。；;]{2,60}[，,]$/.exec(
    window,
  );
  const clause =
    organiser === null ? (/[^，,、]*$/.exec(window)?.[0] ?? "") : window.slice(window.indexOf(organiser[1] ?? ""));
  const bare = (organiser?.[1] ?? clause)
    .replace(/^由(?=[^，,。]{2,24}(?:组织|组成|选派|带领)的)/, "")
    .replace(/(?:一行|又|还|也|共同|分别|专程|先后|再次|一同|集体|组团|\d+[余多]?人)+$/, "");
  const begin = at - clause.length;
  if (bare.length < 3 || begin < left || NO_VISITOR.test(bare) || /[在到赴对为将把被让从由]/.test(bare)) return null;
  const region = scenes.article
    .within("region", repairedSpan(start + begin, start + at))
    .find((item) => item.span.start - start - begin <= 8);
  const side = region === undefined ? null : sides.ofPath(region.value.path);
  return side === null ? null : { from: begin, lead: null, side };
}

/** 贵局局长某某来到乙镇: in a letter whoever is written to comes from the other side than the place. */
function ofAddressed(sides: Sides, before: string, goal: RepairedSpan): Side | null {
  if (!/贵[局委办院校厅会省市州县区旗镇街]/.test(before)) return null;
  const there = sides.sideNear(goal);
  return there === null ? addressee(sides) : opposite(there);
}

/** 同安区卫生健康局：: whose office stands in the salutation. */
function addressee(sides: Sides): Side | null {
  const { article } = sides;
  const line = article.paragraphs.find(
    ({ span }) => span.end - span.start < 40 && /[：:]$/.test(article.text.slice(span.start, span.end)),
  );
  return line === undefined ? null : sides.sideNear(line.span);
}

/** Where they go: the other side's places right behind the verb; empty for 我区; null where neither stands there. */
function goalOf(scenes: Scenes, scene: Scene, from: number, visiting: "east" | "west"): readonly string[] | null {
  const { sides } = scenes;
  const { start, text } = scene;
  const stretch = /^[^，,。；;：:“”]{0,48}/.exec(text.slice(from, from + 48))?.[0] ?? "";
  if (HOME.test(text.slice(from, from + 24))) return [];
  const span = repairedSpan(start + from, start + from + stretch.length);
  const [first] = scenes.article.within("region", span);
  // 前来考察的某区…: the place behind the purpose is where somebody comes from.
  if (
    first === undefined ||
    !/^(?:(?!考察|调研|学习|访问|交流|对接).){0,10}$/.test(text.slice(from, first.span.start - start))
  )
    return null;
  if (sides.ofPath(first.value.path) !== opposite(visiting)) return null;
  const paths = sides.pathsIn(span, opposite(visiting)).filter((path) => !/村$/.test(path));
  return paths.length > 0 ? paths : null;
}
