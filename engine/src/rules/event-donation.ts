import type { Rule } from "../draft.js";
import { eventDraft, joinSame, sameDay, sameParties, segment, yearMarked } from "../events/event-draft.js";
import { GIVING } from "../events/giving-words.js";
import { ownClause } from "../events/own-clause.js";
import { type EventDraft, type Scene, type Scenes, scenesOf } from "../events/scene.js";
import type { Side } from "../fact.js";
import { opposite } from "../parties/sides.js";
import { behindMark } from "../patterns/behind-mark.js";
import { anySense } from "../patterns/senses.js";
import { repairedSpan } from "../span.js";

const GIVES = anySense(GIVING);
/** Giving as a noun of reports (社会捐赠款物折合…) or of people (捐赠人). */
/** Signs of thanks are no gift: 捐赠了锦旗, 赠送牌匾. */
const THANKS = /^捐?赠?[送予与]?了?[^，,。；;]{0,6}(?:锦旗|牌匾|感谢信|证书|纪念品)(?![、和及])/;
const NOUN =
  /(?:社会|募集|动员|累计|各类|接受(?!了))[^，,。]{0,8}捐(?:赠|款)|捐[款资]捐物(?:折|价值|总|合|共)|捐赠(?:[、等]|人|团队?|方|单位|企业|代表|现场|清单|证书|款物(?:折|总|合)|资金物资|协议|意向)/;

/** Donations (捐赠): visitor gives, host receives; one per day and receiver. */
export const eventDonation: Rule = {
  id: "event-donation",
  version: 1,
  purpose: "捐赠/捐款/捐物, held and dated, is a donation: the giver's side gives, the other receives.",
  apply(article, soFar) {
    const scenes = scenesOf(article, soFar);
    const found: EventDraft[] = [];
    for (const scene of scenes.told()) {
      for (const match of GIVES.matches(scene)) {
        const at = match.index;
        if (scenes.spoken(scene, at) || scenes.statusAt(scene, at) !== "held" || scenes.decided(scene, at)) continue;
        if (NOUN.test(scene.text.slice(Math.max(0, at - 12), at + 10))) continue;
        if (THANKS.test(scene.text.slice(at, at + 20))) continue;
        if (/交接(?:仪式|活动)/.test(match[0]) && handsOverStaff(scene)) continue;
        // 此项目由某街道捐建路灯116盏: whose gift what is looked at once was.
        if (/^捐[建资助]/.test(match[0]) && GIVEN_ONCE.test(scene.text.slice(Math.max(0, at - 40), at))) continue;
        // 由某区捐赠的体检车首次开进村子, 车间由某区捐资260万元建设: what it once was given, where no day of its own stands beside.
        const clause = /^[^，,。；;]*/.exec(scene.text.slice(at))?.[0] ?? "";
        const accepted = ACCEPTED.test(scene.text.slice(segment(scene.text, at).from, at));
        if (/^捐[赠献助]?的/.test(clause) && !accepted && !/[送运抵]|发放|交付|交接|移交|举行|分发|到货/.test(clause))
          continue;
        if (/^捐[资助赠款][^，,。；;]{0,14}(?:建设|修建|兴建|援建|建成|打造)/.test(clause) && !dayIn(scenes, scene, at))
          continue;
        // 灯杆上有一行小字：某区捐建，2023年: whose gift it is.
        const done = /(?:开展|进行|组织|举行)了(?:现场|爱心|爱心助学|定向)?$/.test(
          scene.text.slice(Math.max(0, at - 8), at),
        );
        if (/^(?:捐建|捐赠|援建)$/.test(clause) && !done && !dayIn(scenes, scene, at)) continue;
        // 走访慰问贫困户16户，并送去棉被32床: care for households.
        if (/^送[来去上]/.test(clause) && /慰问[^，,。；;]{0,8}户/.test(scene.text.slice(0, at))) continue;
        // 商会捐建的工坊开张了: who built it, not what is told.
        if (/^(?:捐建|援建)的/.test(scene.text.slice(at)) && !/是[^，,。；;]{0,20}$/.test(scene.text.slice(0, at)))
          continue;
        const part = ownClause(scenes, scene, at, ownClauses(scene.text, at, segment(scene.text, at)));
        const event = eventDraft(scenes, {
          type: "donation",
          scene,
          at,
          ...part,
          object: given(scene.text.slice(at, part.to)),
        });
        if (event !== null) found.push(fromGiver(scenes, scene, event, at, part.from));
      }
    }
    return joinSame(found, sameGift).map((event) => yearMarked(scenes, event));
  },
};

const GIVEN_ONCE =
  /(?:此|该|这[一个座所条]?)(?:项目|工程|楼|学校|路|桥|车间|基地)[^，,。；;]{0,4}[是由][^，,。；;]{2,24}$/;

/** 医疗队…，在县医院举行交接仪式: those who go home hand over to those who stay. */
function handsOverStaff({ text, document, start }: Scene): boolean {
  const told = document.slice(Math.max(0, start - 120), start + text.length);
  return /医疗队|支教队|帮扶队|工作队|轮换|换防/.test(told) && !/物资|捐|设备|器材|车辆|图书/.test(told);
}

/** 某县慈善总会接受了某公司捐赠的3万元: who accepts is told first. */
const ACCEPTED = /(?:接受|接收|收到)了[^。；;]*$/;

/** A day stands in the clause of the deed itself. */
function dayIn(scenes: Scenes, scene: Scene, at: number): boolean {
  const from = behindMark(scene.text, "，。；", at);
  return scenes.article
    .within("date", repairedSpan(scene.start + from, scene.start + at))
    .some((date) => date.value.form === "day");
}

/** Told twice: on one day by parties that do not differ, or undated and by the same parties. */
function sameGift(a: EventDraft, b: EventDraft): boolean {
  if (a.start === b.start) return sameParties(a, b);
  const named = !a.inferred.includes("visitor") || !b.inferred.includes("visitor");
  return (
    sameDay(a, b) &&
    named &&
    [...a.visitor, ...a.host].some((path) => [...b.visitor, ...b.host].includes(path)) &&
    level(a) === level(b)
  );
}

function level(event: EventDraft): string {
  return [...event.visitor, ...event.host].some((path) => /(?:镇|乡|街道)$/.test(path)) ? "town" : "above";
}

/** 甲区捐赠500万元，乙镇与丙镇签订协议: who signs in the next clause gives nothing. */
function ownClauses(text: string, at: number, part: { from: number; to: number }): { from: number; to: number } {
  const next = /[，,](?=[^，,；;]{2,40}(?:签订|签署|签约|揭牌|结对))/.exec(text.slice(at, part.to));
  return next === null ? part : { from: part.from, to: at + next.index };
}

/** What was given: the words after the verb up to the comma. */
function given(after: string): string | null {
  const thing = /^捐[赠款资物建]了?((?!仪式|活动)[^，,。；;]{2,40})/.exec(after)?.[1];
  // 捐赠京蒙协作资金捐赠仪式: the ceremony is no thing given.
  return thing?.replace(/(?:捐赠|捐款|交接)?(?:仪式|活动)$/, "") ?? null;
}

function sideOfLast({ article, sides }: Scenes, scene: Scene, from: number, at: number): Side | null {
  const persons = article.within("person", repairedSpan(scene.start + from, scene.start + at));
  return persons.map(({ value }) => sides.ofPerson(value.name)).findLast((side) => side !== null) ?? null;
}

function swapped(event: EventDraft): EventDraft {
  return { ...event, visitor: event.host, host: event.visitor };
}

/** 座谈会在乙县召开，甲区两家企业捐赠…: where the words about the place of a meeting end; 0 where there are none. */
const placed = (before: string): number =>
  /^.*在[^，,。；;]{2,24}?(?:举行|召开|举办)了?[^，,。；;]{0,10}[，,]/.exec(before)?.[0].length ?? 0;

/** The giver stands before the verb, the receiver after 向; without either the east gives. */
function fromGiver(scenes: Scenes, scene: Scene, event: EventDraft, at: number, from: number): EventDraft {
  const { sides } = scenes;
  const before = scene.text.slice(from, at);
  const to = /向(?:[^，,。]{0,30})$/.exec(before);
  const receiver = to === null ? null : sides.sideNear(repairedSpan(scene.start + from + to.index, scene.start + at));
  // 在乙县举行的捐赠仪式上，甲区…: what stands before the ceremony is its place.
  const held = /^(?:捐[赠款资物献]?|了?[^，,。；;]{0,8}交接)(?:仪式|活动)/.test(scene.text.slice(at, at + 16));
  const ceremony = to === null && held && /在/.test(before);
  // 到乙县调研并举行捐款仪式: the ceremony's words do not say who gives.
  const unsaid = held && to === null;
  const giver =
    ceremony || (unsaid && /[到赴与和同]/.test(before))
      ? null
      : sides.sideNear(
          repairedSpan(scene.start + from + placed(before), scene.start + from + (to?.index ?? before.length)),
        );
  // 由教育局副局长领着，并代表区教育局送上器材: whose they are gives.
  const onBehalf = /代表[^，,。；;]{2,16}$/.test(before);
  const who = onBehalf ? sideOfLast(scenes, scene, from, at) : null;
  // 代表丹麻镇接收了这笔款项 is said of the receiver.
  const taken = /^(?:接收|收到|接过)/.test(scene.text.slice(at, at + 2));
  if (who !== null) return (sides.ofPath(event.visitor[0] ?? null) === who) !== taken ? event : swapped(event);
  // 在某镇中心学校，邵某将2万元书报费交到校长手中: who hands it over gives, wherever he stands.
  const words = repairedSpan(scene.start + from + behindMark(before, "，"), scene.start + at);
  const hand = scenes.article.within("person", words)[0];
  const hands =
    hand !== undefined &&
    hand.span.start === words.start &&
    /^[将把]/.test(scenes.article.text.slice(hand.span.end, hand.span.end + 1));
  const his = hands ? sides.ofPerson(hand.value.name) : null;
  if (his !== null) return sides.ofPath(event.visitor[0] ?? null) === his ? event : swapped(event);
  // 车是某区某医院送的: whose hospital it is gave it.
  const owner = /^(?:送来?|捐|捐赠|赠送)的/.test(scene.text.slice(at, at + 4))
    ? /是[^，,。；;]{2,24}$/.exec(before)
    : null;
  if (owner !== null) {
    const words = repairedSpan(scene.start + from + owner.index, scene.start + at);
    const named = scenes.article.within("region", words).flatMap(({ value }) => sides.ofPath(value.path) ?? []);
    if (named[0] !== undefined && sides.ofPath(event.visitor[0] ?? null) === named[0]) return event;
    if (named[0] !== undefined) return { ...event, visitor: event.host, host: event.visitor };
  }
  const receives = /^(?:接收|收到)/.test(scene.text.slice(at, at + 2)) || ACCEPTED.test(before);
  const giving: Side =
    receives && giver !== null ? opposite(giver) : receiver !== null ? opposite(receiver) : (giver ?? "east");
  const sideOf = (paths: readonly string[]) => sides.ofPath(paths[0] ?? null);
  // Where one side is not named at all, the other one keeps its part.
  if (sideOf(event.visitor) === giving || sideOf(event.host) === opposite(giving)) return event;
  return { ...event, visitor: event.host, host: event.visitor };
}
