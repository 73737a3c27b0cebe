import type { Rule } from "../draft.js";
import { eventDraft, joinSame, segment, yearMarked } from "../events/event-draft.js";
import { type EventDraft, type Scene, type Scenes, scenesOf } from "../events/scene.js";
import { Pattern } from "../patterns/pattern.js";
import { repairedSpan } from "../span.js";

/** Acts that are done before people: they tell an event by themselves. */
const CEREMONIES = new Pattern(
  /揭牌|揭了牌|交付(?:运营|使用|启用)?仪式|(?:打下|铲下|挖下|培下)了?第一[根铲锹]|按下了?[^，,。；;]{0,6}(?:按钮|启动键|启动钮)|授牌|授了牌|挂牌(?!督办)|挂了牌|揭幕|剪彩|剪了彩|启用揭牌|启用|奠基|破土动工|(?:开工|动工|竣工|投用|通车|开业)仪式|首航(?:仪式)?|首飞仪式|落成|(?<!召)开园(?!区)/g,
);
/** Stages of works: an event only where the day is told. */
const STAGES = new Pattern(
  /竣工投用|(?:开了|投了)[园业工张馆产](?=[，,。；;])|破土(?=[，,。；;])|(?:首次发车|首发)(?=[，,。；;])|建成投用|建成投产|(?<=(?:平台|系统|专线|航线|班车|班列|热线|门诊|诊室)”?[^，,。；;]{0,4})(?:接通|开通|上线)|竣工|投产|投用|开业|开张|点火|开门(?=[。；;，,])(?<=[坊店馆间厂场社铺室][^，,。；;]{0,4}..)|(?<=牌子|牌匾)挂[在上起](?=[^，,。；;]{2,})|(?<!召)开工(?!作|资)|动工|开建|开馆|通车|投入(?:使用|运营|运行)|正式(?:运营|营业|上线|启动运营)|开门迎客|通水|封顶|交付使用/g,
);
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
