import type { DraftOf } from "../draft.js";
import type { Utterance } from "./speech.js";

type Commitment = DraftOf<"commitment">;

/** The promise or request made last, with the statement that made it. */
export interface Made {
  readonly commitment: Commitment;
  readonly utterance: Utterance;
}

/** 力争全年引进…, after 下一步，我区将…: the plan goes on. */
export function continuesPlan(last: Made | null, utterance: Utterance): boolean {
  return (
    last !== null &&
    last.commitment.speaker === null &&
    (last.utterance.speaker === null || last.utterance.speaker.kind === "body") &&
    last.utterance.unit.paragraph === utterance.unit.paragraph &&
    utterance.attributions.length === 0
  );
}

/** 全面增进互访交流…, 强化统揽统筹… after 希望…: a request without its verb, begun by an act and by nobody. */
export function continuesAsk(utterance: Utterance, before: Utterance, text: string): boolean {
  return (
    utterance.speaker !== null &&
    utterance.attributions.length === 0 &&
    utterance.unit.paragraph === before.unit.paragraph &&
    IMPERATIVE.test(text) &&
    utterance.unit.quoted === before.unit.quoted
  );
}

/** 持续开展产品进青活动…, after 下一步，某区将…: the plan goes on without its 将; what is told as done is none. */
export function continuesPledge(last: Made | null, utterance: Utterance, text: string): boolean {
  return (
    last !== null &&
    last.commitment.act === "pledge" &&
    last.commitment.grade === "statement" &&
    last.utterance.unit.paragraph === utterance.unit.paragraph &&
    utterance.attributions.length === 0 &&
    (utterance.speaker?.name ?? null) === last.commitment.speaker &&
    utterance.unit.quoted === last.utterance.unit.quoted &&
    (beginsWithAct(text) || (SETS_OUT.test(text) && !DONE.test(text)))
  );
}

/** 今年，安排资金1.53亿元，实施项目61个: what the year brings, by its figures. */
const SETS_OUT =
  /^(?:今年|明年|年内|下半年|20\d\d年)[，,]?(?:计划)?(?:安排|投入|实施|选派|新建|引进|采购|帮助|培训|建设)[^。]*\d/;

/** Told as done. */
const DONE = /了|已|取得|以来|去年|此前|截至/;

/** Beginnings by an act, without who acts. */
const IMPERATIVE =
  /^(?:同时[，,]?|并)?(?:全面|进一步|不断|持续|切实|着力|大力|积极|深入|扎实|强化|加强|深化|完善|增进|推进|推动|加快|健全|建立|聚焦|突出|携手|共同|拓展|拓宽|扩大|加大|做好|抓好|做优|做强|做实|做大|用好|支持(?!下)|组织|动员|鼓励|引导|充分发挥|落实|优化|提升|共建|打造|紧盯|紧扣|围绕|把[^，,。]{2,24}(?:作为|列为|打造成|建成|建设成)|下半年再|年内再|再(?:选派|安排|增派))/;

/** 推动某项目年内落地: an act, by nobody, that is not told as done. */
export function beginsWithAct(text: string): boolean {
  return IMPERATIVE.test(text) && !DONE.test(text);
}
