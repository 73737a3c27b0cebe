import type { AnnotatedArticle } from "../annotation.js";
import type { Draft, DraftOf, Rule } from "../draft.js";
import type { Side } from "../fact.js";
import { fieldsOf } from "../fields.js";
import { EXHORTING, PROMISING, type PromiseTrigger, promiseTriggers } from "../promise-grammar.js";
import { opposite, Sides } from "../sides.js";
import { repairedSpan } from "../span.js";
import { type Speaker, speakerAt, type Utterance, utterances } from "../speech.js";

type Commitment = DraftOf<"commitment">;

/** Openers by which the paper itself states what is agreed or planned, nobody speaking. */
const PLANNED =
  /^(?:按照|根据|按)(?:计划|协议|方案|约定|安排)|^(?:下一步|接下来|今后|下阶段)|(?:会议|双方|两地)(?:还)?(?:议定|商定|同意|强调|要求|决定|明确|约定)/;
/** Titles of parts that hold decisions (minutes) or intentions (reports). */
const DECIDED = /(?:商定|议定|决定|同意)[^。]{0,8}事项|议定事项|会议(?:议定|决定)/;
const INTENDED = /下(?:一?步|阶段)[^。]{0,6}(?:打算|工作|计划|安排|重点)|工作打算/;
/** Heads of parts in papers: 二、…, 三、…. */
const PART = /^[一二三四五六七八九十]{1,3}、/;
/** Posted staff (派驻人员), whom their own side exhorts but asks nothing of. */
const POSTED =
  /^(?:[^，,。；]{0,6}?)(?:派驻|挂职|援派|支教|支医|帮扶队|医疗队|工作队|队员|各位队员|大家|同志们|干部人才|参训学员|学员)/;
const DISCUSSED = /初步(?:磋商|协商|探讨)|交换了?[^，,。]{0,6}意见/;

/** Statements in which one side says what it will do or asks of the other (表态与请求), and decisions of minutes. */
export const commitment: Rule = {
  id: "commitment",
  version: 1,
  purpose: "A statement with 将/要/全力… or 希望/恳请… in somebody's mouth, or agreed in minutes, is a commitment.",
  apply(article, soFar) {
    const sides = new Sides(article, soFar);
    const said = utterances(article, soFar);
    const out: Commitment[] = [];
    let part: "decided" | "intended" | null = null;
    let mark: Utterance | null = null;
    let last: { commitment: Commitment; utterance: Utterance } | null = null;
    for (const utterance of said) {
      const text = article.text.slice(utterance.unit.span.start, utterance.unit.span.end);
      if (utterance.unit.opens && (PART.test(text) || utterance.unit.role === "heading")) {
        part = DECIDED.test(text) ? "decided" : INTENDED.test(text) ? "intended" : null;
        mark = utterance;
        if (text.length < 30 && !/[。！]$/.test(text)) continue;
      }
      const made = statement(article, sides, utterance, text, part, last);
      if (made === null) {
        if (utterance.speaker === null) last = null;
        continue;
      }
      out.push(made);
      last = { commitment: made, utterance };
    }
    void mark;
    return answered(out);
  },
};

/** The commitment that one statement makes, if any. */
function statement(
  article: AnnotatedArticle,
  sides: Sides,
  utterance: Utterance,
  text: string,
  part: "decided" | "intended" | null,
  last: { commitment: Commitment; utterance: Utterance } | null,
): Commitment | null {
  const start = utterance.unit.span.start;
  if (utterance.unit.role === "table") return null;
  const triggers = promiseTriggers(text);
  const listed = part !== null && /^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]是|\d+[.．、])/.test(text);
  if (part === "decided" && listed)
    return draft(article, sides, utterance, text, null, { act: "decision", grade: "agreed", speaker: null });
  for (const trigger of triggers) {
    const speaker = speakerAt(utterance, start + trigger.at);
    const verb = utterance.attributions.filter((row) => row.at <= start + trigger.at).at(-1)?.verb ?? "";
    if (EXHORTING.test(verb)) continue;
    if (trigger.act === "ask") {
      if (speaker === null && !utterance.unit.quoted) continue;
      if (exhortsOwn(text.slice(trigger.from), speaker)) return null;
      return draft(article, sides, utterance, text, trigger, { act: "ask", grade: "statement", speaker });
    }
    if (speaker !== null && speaker.kind !== "body") {
      if (descriptive(text, trigger)) continue;
      return draft(article, sides, utterance, text, trigger, { act: "pledge", grade: "statement", speaker });
    }
    if (PLANNED.test(text) || part === "intended" || continuesPlan(last, utterance)) {
      if (trigger.strength === "weak" && speaker?.kind !== "body" && part === null && !/^(?:力争|确保|争取)/.test(text))
        continue;
      const body = speaker?.kind === "body";
      return draft(article, sides, utterance, text, trigger, {
        act: "pledge",
        grade: body ? "agreed" : "statement",
        speaker: null,
      });
    }
    if (ownFuture(article, sides, utterance, text, trigger))
      return draft(article, sides, utterance, text, trigger, { act: "pledge", grade: "statement", speaker: null });
  }
  const promising = utterance.attributions.find((row) => PROMISING.test(row.verb));
  if (promising !== undefined && /[前内]|[就都]|会/.test(text) && triggers.every((trigger) => trigger.act === "pledge"))
    return draft(article, sides, utterance, text, null, {
      act: "pledge",
      grade: "statement",
      speaker: promising.speaker,
    });
  if (last?.commitment.act === "ask" && continuesAsk(article, utterance, last.utterance, text))
    return draft(article, sides, utterance, text, null, { act: "ask", grade: "statement", speaker: utterance.speaker });
  if (DISCUSSED.test(text) && /双方|两地/.test(text)) return null;
  return null;
}

/** 将 that describes: 该项目将于2024年投产, 队长将担任院长. */
function descriptive(text: string, trigger: PromiseTrigger): boolean {
  return /(?:项目|工程|该馆|园区)(?:建成|投产)后?$|预计$/.test(text.slice(Math.max(0, trigger.at - 8), trigger.at));
}

/** In the paper's own words only a party is believed to promise: 长宁区党政代表团将…, 我区将…, 两地还将…. */
function ownFuture(
  article: AnnotatedArticle,
  sides: Sides,
  utterance: Utterance,
  text: string,
  trigger: PromiseTrigger,
): boolean {
  if (trigger.strength !== "strong" || utterance.unit.quoted) return false;
  const clause =
    text
      .slice(0, trigger.at)
      .split(/[，,；;]/)
      .at(-1) ?? "";
  if (/^(?:[^，,。]{0,8}[年月日])?(?:两地|双方|两市县?|两县|我[省市县区旗州])还?$/.test(clause)) return true;
  const from = utterance.unit.span.start + trigger.at - clause.length;
  const region = sides.regionsIn(repairedSpan(from, from + clause.length)).at(-1);
  return (
    region !== undefined &&
    /^(?:[区县市州]?(?:政府)?|还|也|继续|\d+月\d+日前?|前方|工作[队组]|办)*$/.test(
      article.text.slice(region.span.end, from + clause.length),
    )
  );
}

/** 力争全年引进…, after 下一步，我区将…: the plan goes on. */
function continuesPlan(last: { utterance: Utterance; commitment: Commitment } | null, utterance: Utterance): boolean {
  return (
    last !== null &&
    last.commitment.speaker === null &&
    last.utterance.speaker === null &&
    last.utterance.unit.paragraph === utterance.unit.paragraph &&
    utterance.attributions.length === 0
  );
}

/** 全面增进互访交流…, 强化统揽统筹… after 希望…: a request without its verb, begun by an act and by nobody. */
function continuesAsk(article: AnnotatedArticle, utterance: Utterance, before: Utterance, text: string): boolean {
  return (
    utterance.speaker !== null &&
    utterance.attributions.length === 0 &&
    utterance.unit.paragraph === before.unit.paragraph &&
    /^(?:全面|进一步|不断|持续|切实|着力|强化|加强|深化|完善|增进|推进|推动|加快|健全|建立|聚焦|突出)/.test(text) &&
    article.within("person", utterance.unit.span).length === 0
  );
}

/** 希望各派驻人员…: the sender exhorts its own posted staff; the host's request to them is an ask. */
function exhortsOwn(after: string, speaker: Speaker | null): boolean {
  return POSTED.test(after) && speaker?.side !== "west";
}

interface Made {
  readonly act: Commitment["act"];
  readonly grade: Commitment["grade"];
  readonly speaker: Speaker | null;
}

function draft(
  article: AnnotatedArticle,
  sides: Sides,
  utterance: Utterance,
  text: string,
  trigger: PromiseTrigger | null,
  made: Made,
): Commitment {
  const { span } = utterance.unit;
  const quantity = article.within("quantity", span).find((mention) => !mention.value.ordinal)?.value ?? null;
  const speaker = made.speaker;
  const [side, stated] = sideOf(sides, utterance, text, trigger, made);
  return {
    kind: "commitment",
    key: `commitment:${span.start}`,
    act: made.act,
    grade: made.grade,
    side,
    speaker: speaker?.name ?? null,
    owners: ownersIn(text),
    fields: fieldsOf(text),
    text,
    quantity: quantity === null ? null : { value: quantity.value, unit: quantity.unit },
    due: dueIn(article, utterance, text),
    respondsTo: [],
    confidence: trigger?.strength === "strong" ? 0.9 : 0.75,
    inferred: stated ? [] : ["side"],
    evidence: [span],
  };
}

/** Whose promise or wish it is: the promiser named before the trigger, else the one asked turned round, else the speaker. */
function sideOf(
  sides: Sides,
  utterance: Utterance,
  text: string,
  trigger: PromiseTrigger | null,
  made: Made,
): [Side | "both", boolean] {
  const { start, end } = utterance.unit.span;
  const speaking = made.speaker?.side ?? null;
  if (made.act === "ask") {
    if (speaking !== null) return [speaking, true];
    const asked = sides.regionsIn(repairedSpan(start + (trigger?.from ?? 0), end))[0];
    const side = asked === undefined ? null : sides.ofPath(asked.value.path);
    return side === null ? ["west", false] : [opposite(side), false];
  }
  if (made.act === "decision" || made.speaker === null) {
    if (/双方|两地|两县|共同|互派|两市/.test(text)) return ["both", true];
    const actors = actorSides(sides, utterance, text, trigger);
    if (made.act === "decision")
      return actors.size === 1 && !/[，,]/.test(text) ? [[...actors][0] ?? "both", true] : ["both", false];
    if (actors.size === 2) return ["both", true];
    const [only] = actors;
    if (only !== undefined) return [only, true];
    return [homeSide(sides), false];
  }
  if (speaking !== null) return [speaking, true];
  const [only] = actorSides(sides, utterance, text, trigger);
  return only === undefined ? [homeSide(sides), false] : [only, false];
}

/** Sides of the regions that begin a clause, which are the ones who act. */
function actorSides(
  sides: Sides,
  utterance: Utterance,
  text: string,
  trigger: PromiseTrigger | null,
): ReadonlySet<Side> {
  const { start } = utterance.unit.span;
  const found = new Set<Side>();
  let from = 0;
  for (const clause of text.split(/[，,；;：:]/)) {
    const region = sides.regionsIn(repairedSpan(start + from, start + from + clause.length))[0];
    const side = region === undefined ? null : sides.ofPath(region.value.path);
    const leads = region !== undefined && region.span.start - start - from <= 6;
    if (side !== null && leads && (trigger === null || from <= trigger.at || /；|;/.test(text.charAt(from - 1))))
      found.add(side);
    from += clause.length + 1;
  }
  return found;
}

/** The side that publishes, for 我区将… without a name: the side named more often. */
function homeSide(sides: Sides): Side {
  const [east] = sides.principal("east");
  return sides.article.source !== null && east !== undefined && sides.article.source.includes(east.slice(-3, -1))
    ? "east"
    : "west";
}

/** Units told to do it (责任单位): 甲、乙等有关部门要…, 由甲牵头, 请甲…. */
function ownersIn(text: string): readonly string[] {
  const told =
    /^([^，,。；]{2,60}?)等?(?:有关|相关)?部门要/.exec(text)?.[1] ??
    /由([^，,。；]{2,30}?)(?:牵头|负责)/.exec(text)?.[1];
  return told === undefined ? [] : told.split(/[、和]/).filter((name) => name.length > 1);
}

/** The day or month by which it is to be done: a date before 前 or after 力争, 确保, 于. */
function dueIn(article: AnnotatedArticle, utterance: Utterance, text: string): string | null {
  for (const date of article.within("date", utterance.unit.span)) {
    const until = text.slice(date.span.end - utterance.unit.span.start, date.span.end - utterance.unit.span.start + 2);
    const printed = article.text.slice(date.span.start, date.span.end);
    if (/^(?:前|之前|以前|底前)/.test(until) || /前$/.test(printed)) return date.value.end ?? date.value.start;
  }
  return null;
}

/** Links pledges to the asks of the other side that were made before them since the last such answer. */
function answered(found: readonly Commitment[]): readonly Draft[] {
  let open: Commitment[] = [];
  return found.map((item, index) => {
    if (item.act === "ask") {
      const before = found[index - 1];
      if (before !== undefined && before.act !== "ask" && before.side !== item.side)
        open = open.filter((ask) => ask.side === item.side);
      open.push(item);
      return item;
    }
    const asks = open.filter((ask) => ask.side !== item.side && item.side !== "both");
    return asks.length === 0 ? item : { ...item, respondsTo: asks.map((ask) => ask.key) };
  });
}
