import { genreOf } from "../document/genre.js";
import type { Rule } from "../draft.js";
import { eventDraft, joinSame, sameDay, segment, yearMarked } from "../events/event-draft.js";
import { ownClause } from "../events/own-clause.js";
import { type EventDraft, type Scene, type Scenes, scenesOf } from "../events/scene.js";
import { SIGNING } from "../events/signing-words.js";
import { anySense } from "../patterns/senses.js";

const SIGNS = anySense(SIGNING);
/** Contracts of single workers and words that only name a signing. */
const OTHER = /劳动合同|合同签订|重签约/;
/** 签约金额7000万元, 签约项目尽快落地: what has been signed, as a noun. */
const SIGNED =
  /^签约(?:[之以]前|约?\d+[人名]|率|金额|额|前|后落地|事项|(?:贫困|脱贫|服务|帮扶|居民)?[户民人群]|家庭|(?:项目|企业)(?:及早|尽快|早日|落地|履约|开工))/;

/** 目前有33人达成就业协议, 短短一周就签订了7563个订单: what single people or the trade of some time signed is a total, no signing. */
const OF_MANY =
  /\d[余多]?[名人位](?:求职者|群众|劳动力|村民|农民工)?(?:现场|当场|初步|成功|分别|已|与[^，,。；;]{2,12})*(?:达成|签订|签下|签了)(?:就业|用工|劳务|劳动|求职|务工)/;
/** 吸引近万人现场咨询、签约: what those who look for work do at a fair. */
const AT_FAIR = /(?:咨询|求职|应聘|面试|报名)(?:[、和及与][^，,。；;]{0,6})?[、和及与]签约/;
const TRADED =
  /(?:累计|先后|陆续|共计|(?:天|周|[个半\d]月|年)(?:时间)?(?:内|里|来|以来)?)(?:就|已|共|又)*(?:签订|签下|签约|签署)了?(?:\d[\d.]*[万亿]?[余多]?(?:[万亿]?元的?|[个份笔单]))[^，,。；;]{0,10}(?:订单|合同|协议)/;

/** 签订协作协议两年来: what has been going on since. */
const SINCE =
  /^(?:签订|签署|续签)了?[^，,。；;]{0,16}(?:协议|备忘录)(?:以来|之?后的?[一二两三四五六七八九十\d]+年|[一二两三四五六七八九十\d]+(?:个?[多半])?(?:年|个月)[多半]?(?:以?来|间))/;

/** Signings (签约): one per day and level; towns that sign beside their counties sign apart. */
export const eventSigning: Rule = {
  id: "event-signing",
  version: 1,
  purpose: "签订/签署/续签/签约, held and dated, is a signing with what was signed.",
  apply(article, soFar) {
    const scenes = scenesOf(article, soFar);
    const found: EventDraft[] = [];
    for (const scene of scenes.told()) {
      for (const match of SIGNS.matches(scene)) {
        const at = match.index;
        if (scenes.decided(scene, at)) continue;
        const part = ownClause(scenes, scene, at, ownClauses(scene.text, at, segment(scene.text, at)));
        if (scenes.spoken(scene, at) || scenes.statusAt(scene, at) !== "held") continue;
        if (OTHER.test(scene.text.slice(Math.max(0, at - 4), at + 16)) || SIGNED.test(scene.text.slice(at, at + 16)))
          continue;
        if (SINCE.test(scene.text.slice(at, at + 36))) continue;
        if ([OF_MANY, AT_FAIR, TRADED].some((total) => total.test(scene.text.slice(Math.max(0, at - 24), at + 30))))
          continue;
        const event = eventDraft(scenes, {
          type: "signing",
          scene,
          at,
          ...part,
          object: signed(scene.text, at, part.to),
        });
        if (event !== null) found.push(event);
      }
    }
    if (found.length === 0) found.push(...fromAgreement(scenes));
    const caption = scenes.all.find(
      (scene) => scene.utterance.unit.role === "caption" && /在[^，,。]{2,40}签(?:约|订)/.test(scene.text),
    );
    const rounds = withoutCeremony(
      scenes,
      joinSame(found, (a, b) => sameDay(a, b) && sameLevel(a, b)),
    );
    return rounds.map((event) => yearMarked(scenes, captioned(event, caption)));
  },
};

/** 双方签署《…框架协议》，甲镇与乙镇续签结对协议: each signing in its own clauses. */
function ownClauses(text: string, at: number, part: { from: number; to: number }): { from: number; to: number } {
  const before = [...text.slice(part.from, at).matchAll(/(?:签订|签署|续签|签约|签下|捐赠|捐款)[^，,]*[，,]/g)].at(-1);
  const after = /[，,](?=[^，,；;]{2,60}(?:签订|签署|续签|捐赠|捐款))/.exec(text.slice(at, part.to));
  // …签下采购协议，某街道给敬老院送来棉衣: what stands behind the thing signed is another deed.
  const thing = /(?:协议书?|合同|备忘录|意向书|》)[^，,；;]{0,12}[，,]/.exec(text.slice(at, part.to));
  const ends = [
    part.to,
    ...(after === null ? [] : [at + after.index]),
    ...(thing === null ? [] : [at + thing.index + thing[0].length]),
  ];
  return {
    from: before === undefined ? part.from : part.from + before.index + before[0].length,
    to: Math.min(...ends),
  };
}

/** An agreement itself is signed on the day under it, by the two whose names head it. */
function fromAgreement(scenes: Scenes): readonly EventDraft[] {
  const { article } = scenes;
  const [scene] = scenes.all;
  if (genreOf(article) !== "agreement" || article.published === null || scene === undefined) return [];
  if (!/甲\s*方/.test(article.text)) return [];
  const event = eventDraft(scenes, {
    type: "signing",
    scene,
    at: 0,
    from: 0,
    to: scene.text.length,
    object: article.title,
    days: { start: article.published, end: article.published, stated: true },
  });
  return event === null ? [] : [event];
}

/** 《…》 after the verb, else the words up to 协议, 合同, 备忘录. */
function signed(text: string, at: number, to: number): string | null {
  const after = text.slice(at, Math.min(to, at + 200));
  return (
    /《([^《》]{2,60})》/.exec(after)?.[0] ??
    /^(?:签订|签署|续签|签下)了?([^，,。；;]{0,30}?(?:协议书?|合同|备忘录|意向书))/.exec(after)?.[1] ??
    null
  );
}

/** Towns sign apart from their counties; a signing without named parties joins whatever was signed that day. */
function sameLevel(a: EventDraft, b: EventDraft): boolean {
  // 双方签订四项协议；上街镇与沙塘镇签订…: towns that are named sign apart from those who are only meant.
  const town = level(a) === "town" || level(b) === "town";
  // 甲区总工会与乙县总工会签订…；某公司与丙县签订…: two counties sign apart.
  const apart = a.host.length > 0 && b.host.length > 0 && !meet(a.host, b.host) && !meet(a.host, b.visitor);
  if (apart && !a.host.some((path) => b.visitor.includes(path))) return false;
  if (!town && (a.inferred.includes("visitor") || b.inferred.includes("visitor"))) return true;
  return level(a) === level(b) && (meet(a.visitor, b.visitor) || meet(a.host, b.host) || sideless(a, b));
}

/** 甲·乙乡镇结对签约仪式 is where the towns signed that are named next: told first by its name, it is no signing of its own. */
function withoutCeremony(scenes: Scenes, found: readonly EventDraft[]): readonly EventDraft[] {
  return found.filter((event) => {
    const [span] = event.evidence;
    const own = level(event) === "town" && !event.inferred.includes("host");
    if (event.object !== null || own || span === undefined) return true;
    const named = /(?:乡镇|镇街|村村|镇镇|镇村|村企)[^，,。；;]{0,12}(?:签约|签订)/.test(
      scenes.article.text.slice(span.start, span.end),
    );
    const signed = (other: EventDraft) =>
      other !== event &&
      other.start === event.start &&
      (level(other) === "town" || (other.object !== null && meet(event.host, other.host)));
    return !(named && found.some(signed));
  });
}

/** One path of each list is the other's, or lies in it. */
function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((x) => b.some((y) => x.startsWith(y) || y.startsWith(x)));
}

function sideless(a: EventDraft, b: EventDraft): boolean {
  return [a, b].some(({ visitor, host }) => visitor.length === 0 || host.length === 0);
}

function level(event: EventDraft): string {
  return [...event.visitor, ...event.host].some((path) => /(?:镇|乡|街道)$/.test(path)) ? "town" : "above";
}

/** A caption may alone name the firm: 在某某公司签约. */
function captioned(event: EventDraft, caption: Scene | undefined): EventDraft {
  if (event.place !== null || caption === undefined) return event;
  const place = /在([^，,。]{2,40}?)签(?:约|订)/.exec(caption.text)?.[1] ?? null;
  return { ...event, place, evidence: [...event.evidence, caption.utterance.unit.span] };
}
