import type { DateMention } from "../annotation.js";
import type { Rule } from "../draft.js";
import { eventDraft, segment } from "../events/event-draft.js";
import { type EventDraft, type Scene, type Scenes, scenesOf } from "../events/scene.js";
import type { EventType } from "../fact.js";
import { lexicon } from "../lexicon.js";
import { opposite } from "../parties/sides.js";
import { Pattern } from "../patterns/pattern.js";
import { repairedSpan } from "../span.js";

const words = (table: "meeting-kinds" | "fair-kinds") =>
  lexicon(table)
    .map(({ word }) => word)
    .sort((a, b) => b.length - a.length)
    .join("|");

/** A number behind or before the word counts events instead of telling one: 召开联席会议2次. */
const UNCOUNTED = "(?!上?[^，,。]{0,2}\\d|[两三四五六七八九十\\d]+[次场期个])";

/** The words that tell each kind of event; group 1 is what it is called. */
const TELLINGS: readonly (readonly [EventType, Pattern])[] = [
  [
    "visit",
    new Pattern(
      /(?:率队|率团|带队|代表团|考察[团组]|调研组|组团|一行)[^，,。；;]{0,16}(?:赴|到|前往|来)[^，,。；;]{2,30}?(?:考察|调研|对接|回访|学习|招商|走访)/g,
    ),
  ],
  [
    "meeting",
    new Pattern(
      new RegExp(`(?:召开|举行|举办)(?:了|的)?[^，,。；;《》]{0,30}?(${words("meeting-kinds")})${UNCOUNTED}`, "g"),
    ),
  ],
  [
    "fair",
    new Pattern(
      new RegExp(`(?:举办|举行|开展)(?:了|的)?[^，,。；;《》]{0,30}?(${words("fair-kinds")})${UNCOUNTED}`, "g"),
    ),
  ],
  ["training", new Pattern(/(?:举办|开办)了?[^，,。；;《》]{0,30}?(培训班|研修班|轮训班)(?!\d|[^，,。]{0,3}\d+期)/g)],
  [
    "signing",
    new Pattern(
      /(?:签订|签署|续签|达成)了?[^，,。；;《》]{0,30}?(《[^《》]{2,60}》|协议书?|备忘录|合同)(?!\d|[^，,。]{0,2}\d+[份个项])/g,
    ),
  ],
  ["unveiling", new Pattern(/揭牌|奠基|竣工投用|建成投产|建成投用|竣工|投产|投用|开工建设|开工|开业|通车/g)],
];
/** Sums and stretches of time: 累计签订协议12份, 以来, 每年; nothing certain happened on one day. */
const SUMS = new Pattern(/累计|以来|每[年月季]|多次|先后|共(?=[^，,。]{0,6}\d)|合计|年均/);
/** What may date it: a day, a month, a quarter, a year. */
const DATES: ReadonlySet<DateMention["value"]["form"]> = new Set([
  "day",
  "range",
  "month",
  "quarter",
  "half",
  "year",
  "relative",
]);

/**
 * Events that are not held here: planned (将于9月召开, 拟, 会议决定…赴…回访) or background (2021年4月，双方签订…). Only with a
 * printed date and a party in the statement; nobody's record follows from them without a person.
 */
export const eventUnheld: Rule = {
  id: "event-unheld",
  version: 1,
  purpose: "A dated deed after 将/拟/计划 or among decisions is planned; one of a month or year gone by is background.",
  apply(article, soFar) {
    const scenes = scenesOf(article, soFar);
    const found: EventDraft[] = [];
    const seen = new Set<string>();
    for (const scene of scenes.told()) {
      if (!DATED.test(scene) || SUMS.test(scene)) continue;
      for (const [type, telling] of TELLINGS)
        for (const match of telling.matches(scene)) {
          const event = unheld(scenes, scene, type, match);
          if (event === null || seen.has(`${type}|${event.start}`)) continue;
          seen.add(`${type}|${event.start}`);
          found.push(event);
        }
    }
    return found;
  },
};

const DATED = new Pattern(/[\d〇一二三四五六七八九十][年月日]|季度|上半年|下半年|明年|去年|下月|年底/);

function unheld(scenes: Scenes, scene: Scene, type: EventType, match: RegExpMatchArray): EventDraft | null {
  const at = match.index ?? 0;
  const told = scenes.statusAt(scene, at);
  const decided = scenes.decided(scene);
  if (told === "held" && !decided) return null;
  if (!decided && scenes.spoken(scene, at)) return null;
  const part = segment(scene.text, at);
  const days = dateOf(scenes, scene, part.from, at);
  if (days === null) return null;
  const named = scenes.sides.regionsIn(repairedSpan(scene.start + part.from, scene.start + part.to));
  if (named.length === 0) return null;
  const status = decided || told === "planned" ? "planned" : "background";
  const object = match[1] ?? (type === "unveiling" ? openedBefore(scenes, scene, part.from, at) : null);
  if (type === "unveiling" && object === null) return null;
  const event = eventDraft(scenes, {
    type,
    scene,
    at,
    ...part,
    subtype: type === "meeting" ? (match[1] ?? null) : null,
    object: type === "meeting" ? null : object,
    days: { start: days.value.start, end: days.value.end ?? days.value.start, stated: true },
  });
  if (event === null) return null;
  const towards = type === "visit" ? goal(scenes, scene, at, match[0]) : null;
  if (type === "visit" && towards === null) return null;
  return {
    ...event,
    ...(towards ?? {}),
    key: `unheld:${type}:${scene.start + at}`,
    within: null,
    status,
    confidence: days.value.form === "year" ? 0.5 : 0.65,
    inferred: [...new Set([...event.inferred, ...(days.value.inferred ? ["start", "end"] : [])])],
  };
}

/** Who goes where: the place behind 赴 is the host, its other side travels. */
function goal(
  scenes: Scenes,
  scene: Scene,
  at: number,
  told: string,
): { readonly visitor: readonly string[]; readonly host: readonly string[] } | null {
  const { sides } = scenes;
  const verb = /赴|到|前往|来/.exec(told);
  const from = scene.start + at + (verb?.index ?? 0);
  const host = sides.pathsIn(repairedSpan(from, scene.start + at + told.length));
  const side = sides.ofPath(host[0] ?? null);
  return side === null ? null : { visitor: sides.principal(opposite(side)), host };
}

/** The date nearest before the deed in its stretch, with any grain down to the year. */
function dateOf(scenes: Scenes, scene: Scene, from: number, at: number): DateMention | null {
  const before = scenes.article.within("date", repairedSpan(scene.start + from, scene.start + at));
  return before.filter(({ value }) => DATES.has(value.form) && value.start !== null).at(-1) ?? null;
}

function openedBefore(scenes: Scenes, scene: Scene, from: number, at: number): string | null {
  const mention = scenes.article.within("project", repairedSpan(scene.start + from, scene.start + at)).at(-1);
  return mention?.value.name ?? null;
}
