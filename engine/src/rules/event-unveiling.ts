import type { Rule } from "../draft.js";
import { eventDraft, joinSame, segment, yearMarked } from "../events/event-draft.js";
import { CEREMONY, STAGE } from "../events/opening-words.js";
import { type EventDraft, type Scene, type Scenes, scenesOf } from "../events/scene.js";
import { anySense } from "../patterns/senses.js";
import { repairedSpan } from "../span.js";

/** Acts that are done before people: they tell an event by themselves. */
const CEREMONIES = anySense(CEREMONY);
/** Stages of works: an event only where the day is told. */
const STAGES = anySense(STAGE);
const NOT_YET = /^(?:后|前|时|以来|率|\d|[一二三四五六七八九十]+个|项目)/;

/** Unveilings and openings (揭牌、启用、奠基、竣工、开业): with what was opened, one per day and host. */
export const eventUnveiling: Rule = {
  id: "event-unveiling",
  version: 1,
  purpose: "揭牌/启用/奠基 is an unveiling; 开工/竣工/投产/开业 is one where its day is told.",
  apply(article, soFar) {
    const scenes = scenesOf(article, soFar);
    const found: EventDraft[] = [];
    for (const scene of scenes.told()) {
      for (const match of CEREMONIES.matches(scene)) add(scenes, scene, match, false, found);
      for (const match of STAGES.matches(scene)) add(scenes, scene, match, true, found);
    }
    // 图为甲与乙为某基地揭牌: told by a caption alone.
    if (found.length === 0)
      for (const scene of scenes.captions())
        for (const match of CEREMONIES.matches(scene)) add(scenes, scene, match, false, found);
    return joinSame(found, (a, b) => a.start === b.start && meetIn(a.host, b.host)).map((event) =>
      yearMarked(scenes, event),
    );
  },
};

function add(scenes: Scenes, scene: Scene, match: RegExpMatchArray, dated: boolean, found: EventDraft[]): void {
  const at = match.index ?? 0;
  const { text } = scene;
  if (scenes.spoken(scene, at) || scenes.decided(scene, at) || scenes.statusAt(scene, at) !== "held") return;
  if (
    NOT_YET.test(text.slice(at + match[0].length)) ||
    /已(?!于\d+月\d+日)|预计|确保|目前|此前|(?:没有?|未曾?|等|待|刚刚?)(?:正式|全面|完全)?$/.test(
      text.slice(Math.max(0, at - 12), at),
    )
  )
    return;
  // 为8个示范县和10家示范园授牌: an honour for many opens nothing.
  if (
    /^授/.test(match[0]) &&
    /[为给向对][^，,。；;]{0,4}\d+[余多]?[个家名户位所][^，,。；;]{0,30}$/.test(text.slice(0, at))
  )
    return;
  const part = segment(text, at);
  if (dated && !dayBefore(scenes, scene, at, /动工|开建/.test(match[0]))) return;
  const event = eventDraft(scenes, {
    type: "unveiling",
    scene,
    at,
    ...part,
    object: objectOf(scenes, scene, at, part.from),
  });
  if (event === null) return;
  found.push(dated && PRIVATE.test(text) && !SHARED.test(text) ? ownOnly(event) : event);
}

/** A day in the statement before the stage: 于5月28日竣工投用; what begins may have begun 近日. */
function dayBefore(scenes: Scenes, scene: Scene, at: number, lately: boolean): boolean {
  // 5月28日 小雨, then 车间开工了！: the day heads the entry of a diary.
  const above = scenes.all.slice(0, scene.index).findLast(({ utterance }) => utterance.unit.role === "heading");
  const works = !/^开[张门馆]/.test(scene.text.slice(at));
  if (works && above !== undefined && !scenes.prints(scene) && scenes.entry(above)) return true;
  return (
    scenes.daysAt(scene, at)?.stated === true &&
    scenes.article
      .within("date", repairedSpan(scene.start, scene.start + at))
      .some(
        (date) =>
          date.value.form === "day" ||
          (date.value.form === "relative" && date.value.start !== null) ||
          (lately && /^(?:近日|日前)$/.test(scenes.article.text.slice(date.span.start, date.span.end))),
      )
  );
}

/** 投资3500万元的加工厂建成投产: money of whom nobody says, beside that of the cooperation. */
const PRIVATE = /投资(?:额|约|达|近|超)*\d/;
const SHARED = /协作|帮扶|援建|援助|共建|捐/;

/** Works of unnamed investors that open without a delegation have a place and nobody who came. */
function ownOnly(event: EventDraft): EventDraft {
  return event.inferred.includes("visitor") && event.within === null ? { ...event, visitor: [] } : event;
}

/** What was opened: the quoted or named thing nearest before the verb; 该项目 is the project last named. */
function objectOf(scenes: Scenes, scene: Scene, at: number, from: number): string | null {
  const before = scene.text.slice(from, at);
  const quotedName = /“([^“”]{2,40})”[^“”，,。]{0,6}$/.exec(before)?.[1];
  const mention = scenes.article.within("project", repairedSpan(scene.start + from, scene.start + at)).at(-1);
  const near = mention !== undefined && scene.start + at - mention.span.end <= 24;
  if (near && (quotedName === undefined || mention.value.name.includes(quotedName))) return mention.value.name;
  if (quotedName !== undefined) return quotedName;
  return thing(
    /([^，,。；;、“”]{2,36}?[馆站店园楼厂心地场线处室院校所坊桥路])(?:在[^，,。]{2,16})?(?:于\d+月\d+日)?(?:正式|同时|建成)?$/.exec(
      before,
    )?.[1] ?? null,
  );
}

/** 在新北区举行岚皋招商联络处(揭牌仪式): without where it was held. */
function thing(printed: string | null): string | null {
  return printed?.replace(/^.*(?:举行|举办|进行)了?/, "") ?? null;
}

/** The same place, or one named with what it lies in: 广安区, then 四川省. */
function meetIn(a: readonly string[], b: readonly string[]): boolean {
  return a.some((x) => b.some((y) => x.startsWith(y) || y.startsWith(x)));
}
