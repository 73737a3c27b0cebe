import type { Stop, StopType } from "../fact.js";
import { Pattern } from "../patterns/pattern.js";
import { type RepairedSpan, repairedSpan } from "../span.js";
import type { EventDraft, Scenes } from "./scene.js";

type StopDraft = Omit<Stop, "evidence"> & { readonly evidence?: RepairedSpan };

/** No trip stops more often; what goes on is a list of something else. */
const MOST_STOPS = 200;
/** Verbs by which a delegation is at a place: 调研, 走访, 走进, 来到 … */
const AT = new Pattern(
  /(?:调研|走访|考察|走进|察看|查看|参观|来到|前往|深入|看了|慰问|实地(?:考察|察看|查看|调研)|先后(?:到|来到|走进|深入))了?(?!期间|团|组|成效|学习|对接|工作)/g,
);
/** What kind of place a name says it is, in order: 医院感染科综合楼项目 is a project. */
const KINDS: readonly (readonly [RegExp, StopType])[] = [
  [/纪念馆|烈士|旧址|故居|纪念碑|党史馆|革命|会址/, "party_education"],
  [
    /(?:项目|产业园|示范园|工业园|园区|科技园|加工园|基地|车间|加工厂|示范区|开发区|产业带|茶园|果园|牧场|大棚|展销馆|展示中心|展销中心|科创中心)$/,
    "project",
  ],
  [/(?:公司|集团|企业|厂|合作社|酒业|坊)$/, "enterprise"],
  [/(?:医院|卫生院|卫生服务站|卫生室|保健院|卫生服务中心)$/, "hospital"],
  [/(?:中学|小学|学校|幼儿园|大学|学院|职教中心|教育中心|中心校|一中|二中)$/, "school"],
  [/(?:高铁.{0,6}站|车站|高铁站|港|港口|机场|码头|大桥|水库|公路|展示厅)$/, "infrastructure"],
  [/(?:村|社区|嘎查|寨|小区|安置点|安置区)$/, "village"],
  [/(?:馆|广场|古镇|小镇|中心|景区|服务站|展厅|公园)$/, "other"],
];

/** The kind of a place by its name; null where the name is no place that is visited. */
export function stopType(name: string): StopType | null {
  if (/^高铁.{1,6}站$/.test(name)) return "infrastructure";
  return KINDS.find(([ending]) => ending.test(name))?.[1] ?? null;
}

/** Places where the delegation went, in the order told; captions count (在某镇某展示厅参观). */
export function stopsOf(scenes: Scenes, visit: EventDraft, everywhere: boolean): readonly StopDraft[] {
  const { article, sides } = scenes;
  const found = new Map<string, StopDraft>();
  const hosts = new Set(visit.host);
  for (const scene of scenes.all) {
    if (found.size >= MOST_STOPS) break;
    const { unit } = scene.utterance;
    if (unit.quoted || (!everywhere && unit.span !== visit.evidence[0])) continue;
    const caption =
      unit.role === "caption"
        ? /^(?:图为)?(?:[^，,。]{0,12})?在([^，,。]{2,30}?)(?:参观|考察|调研|察看|走访)/.exec(scene.text)
        : null;
    const named: { name: string; at: number }[] =
      caption === null ? [] : [{ name: caption[1] ?? "", at: caption[0].indexOf(caption[1] ?? "") }];
    if (unit.role === "body" && scene.utterance.attributions.length === 0 && scene.utterance.speaker === null)
      for (const verb of AT.matches(scene)) named.push(...listed(scene.text, verb.index + verb[0].length));
    for (const { name, at } of named) {
      const type = stopType(name);
      if (type === null || found.has(name) || [...found.keys()].some((known) => known.includes(name))) continue;
      const span = repairedSpan(scene.start + at, scene.start + at + name.length);
      const inside = sides.pathsIn(span).at(-1);
      found.set(name, {
        name,
        type,
        project: type === "project" ? (article.within("project", span)[0]?.value.name ?? name) : null,
        region:
          (inside === undefined ? undefined : hosts.has(inside) ? inside : sides.county(inside)) ??
          scene.leg[0] ??
          (hosts.size === 1 ? (visit.host[0] ?? null) : null),
        evidence: span,
      });
    }
  }
  return [...found.values()];
}

/** The names of a list after the verb: 甲、乙和丙, up to the next comma or verb. */
function listed(text: string, from: number): readonly { name: string; at: number }[] {
  const stretch = /^[^，,。；;：:（(]{2,90}/.exec(text.slice(from))?.[0] ?? "";
  const out: { name: string; at: number }[] = [];
  let at = 0;
  for (const item of stretch.split(/[、和及]/)) {
    const bare = item
      .replace(/^(?:以及|了|位于|在)+/, "")
      .replace(/(?:建设情况|情况|等地?|进行.*|实地.*|了解.*|考察.*)$/, "")
      .replace(/^“(.*)”$/, "$1");
    const offset = item.indexOf(bare);
    if (bare.length >= 2 && bare.length <= 40) out.push({ name: bare, at: from + at + Math.max(0, offset) });
    at += item.length + 1;
  }
  return out;
}
