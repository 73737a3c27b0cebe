import type { AnnotatedArticle } from "../annotation.js";
import { withAgreedItems } from "../commitments/agreed-items.js";
import { type Duty, dutiesFrom, isDuty } from "../commitments/agreement-duties.js";
import { answered } from "../commitments/answered-requests.js";
import { draft } from "../commitments/commitment-draft.js";
import {
  actorSides,
  askingSide,
  DELEGATION,
  homeSide,
  postedSpeakers,
  SideVotes,
  sideOfTraveller,
  sidesByGesture,
  travellersOf,
} from "../commitments/commitment-side.js";
import { EXHORTS_POSTED, exhortsOwn, OWN_STAFF, TRAINEES } from "../commitments/exhortation.js";
import { laymen } from "../commitments/laymen.js";
import { isSpoken, oratorOf, sendsOff, wordsOfOrator } from "../commitments/orator.js";
import { ownFuture } from "../commitments/own-future.js";
import {
  beginsWithAct,
  continuesAsk,
  continuesPlan,
  continuesPledge,
  type Made as MadeBefore,
} from "../commitments/promise-continuation.js";
import { ACTOR_BEFORE, promiseTriggers } from "../commitments/promise-grammar.js";
import { descriptive, MEANS_TO, tellsResults } from "../commitments/promise-or-report.js";
import { speaksForSender } from "../commitments/sent-team.js";
import { type Speaker, speakerAt, type Utterance, utterances } from "../commitments/speech.js";
import { EXHORTING, PROMISING } from "../commitments/speech-words.js";
import { genreOf } from "../document/genre.js";
import {
  AGREES,
  BOTH_AGREED,
  BOUND,
  BOUND_TOO,
  CHARGED,
  CLAUSE,
  DEADLINE,
  DECIDES,
  GIVES_TASK,
  GOAL,
  headsItem,
  INTENDS,
  isTask,
  MEETING_TELLS,
  NOTICE_LIMIT,
  OF_OTHERS,
  PART,
  type Part,
  PLANNED,
  PROPOSES,
  partUnder,
  REPORT_ASKS,
  SANCTION,
  setsTasks,
  TALKED,
  TOLD_TO_DO,
  takesOn,
} from "../document/paper-parts.js";
import type { DraftOf, Rule } from "../draft.js";
import type { Genre } from "../extraction.js";
import { type Sides, sidesOf } from "../parties/sides.js";

type Commitment = DraftOf<"commitment">;

/** Statements in which one side says what it will do or asks of the other (表态与请求), and decisions of minutes. */
export const commitment: Rule = {
  id: "commitment",
  version: 1,
  purpose: "A statement with 将/要/全力… or 希望/恳请… in somebody's mouth, or agreed in minutes, is a commitment.",
  apply(article, soFar) {
    const sides = sidesOf(article, soFar);
    const genre = genreOf(article);
    const orator = isSpoken(article) ? oratorOf(article, sides) : null;
    const heard = utterances(article, soFar);
    const said = orator === null ? heard : heard.map(wordsOfOrator);
    const tasks = setsTasks(article);
    const out: Commitment[] = [];
    const votes = new SideVotes();
    let part: Part = null;
    let last: MadeBefore | null = null;
    let duties: Duty | null = null;
    let exhorted = -1;
    for (const utterance of said) {
      const { text } = utterance.unit;
      if (EXHORTS_POSTED.test(utterance.unit)) exhorted = utterance.unit.paragraph;
      // Whoever takes the word behind it is heard.
      else if (utterance.attributions.length > 0) exhorted = -1;
      if (exhorted === utterance.unit.paragraph) continue;
      if (genre === "agreement" && utterance.unit.opens) {
        const whose = dutiesFrom(sides, text);
        if (whose !== undefined) duties = whose;
        if (whose !== undefined && whose !== null) continue;
        if (duties !== null && isDuty(text)) {
          const agreed = { act: "decision", grade: "agreed", speaker: null } as const;
          const item = draft(article, sides, utterance, text, null, agreed); // 二、各方责任 （一）甲方每季度…
          out.push(duties === "both" && item.inferred.length === 0 ? item : { ...item, side: duties, inferred: [] });
          continue;
        }
      }
      const opened = partUnder(utterance.unit, genre, part, tasks);
      part = opened.part;
      // （一）关于花牛苹果产业园。 is the heading of an item; what stands behind it in the paragraph is decided.
      if (opened.head || ((part === "decided" || orator !== null) && headsItem(article, utterance.unit, text)))
        continue;
      // In a report of his own work somebody promises only where it looks ahead.
      const voice = genre === "speech" || part === "intended" ? orator : null;
      const made = statement(article, sides, utterance, text, part, last, genre, voice, tasks);
      if (made === null) {
        // 二是强化保障。: the next point of a list that 会议要求 opened, without an actor of its own.
        if (utterance.speaker === null && !/^[二三四五六七八九]是/.test(text)) last = null;
        continue;
      }
      out.push(made);
      if (made.speaker !== null && made.side !== "both" && !made.inferred.includes("side"))
        votes.add(made.speaker, made.side, 2);
      last = { commitment: made, utterance };
    }
    const sent = postedSpeakers(article, out);
    const speakers = new Set(out.flatMap((item) => item.speaker ?? []));
    const gestures = sidesByGesture(sides, speakers);
    for (const name of speakers)
      if (sent.has(name)) votes.add(name, "east", 3);
      else
        votes
          .add(name, sides.ofPerson(name) ?? sideOfTraveller(sides, soFar, name), 1)
          .add(name, gestures.get(name) ?? null, 2);
    const travelling = travellersOf(sides, soFar);
    const sided = out.map((item): Commitment => {
      if (speaksForSender(article, item)) return { ...item, side: "east" };
      if (item.speaker === null) return item;
      // 慰问团、代表团一行 speak for the side that came.
      if (travelling !== null && DELEGATION.test(item.speaker) && item.inferred.includes("side"))
        return { ...item, side: travelling };
      return { ...item, side: votes.of(item.speaker) ?? item.side };
    });
    const whole = genre === "minutes" ? withAgreedItems(article, sides, sided) : sided;
    const lay = laymen(soFar);
    return answered(
      article,
      whole.filter((item) => !exhortsOwn(item) && !(item.act === "pledge" && lay.has(item.speaker ?? ""))),
    );
  },
};

/** The commitment that one statement makes, if any. */
function statement(
  article: AnnotatedArticle,
  sides: Sides,
  utterance: Utterance,
  text: string,
  part: Part,
  last: MadeBefore | null,
  genre: Genre,
  orator: Speaker | null,
  tasks: boolean,
): Commitment | null {
  const start = utterance.unit.span.start;
  if (utterance.unit.role === "table") return null;
  const triggers = promiseTriggers(utterance.unit);
  const agreed = genre === "minutes" || genre === "agreement";
  const letter = genre === "letter";
  // 请端州区继续协调6所学校…: what minutes ask of the other side.
  const asking = part === "decided" && genre === "minutes" ? askingSide(sides, utterance, text) : null;
  const asked = { act: "ask", grade: "agreed", speaker: null } as const;
  if (asking !== null) return { ...draft(article, sides, utterance, text, null, asked), side: asking, inferred: [] };
  const under =
    part === "decided" && !utterance.unit.opens && utterance.speaker === null && utterance.attributions.length === 0;
  if (under && DECIDES.test(utterance.unit))
    return draft(article, sides, utterance, text, null, { act: "decision", grade: "agreed", speaker: null });
  const listed =
    part !== null && /^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]是|\d+[.．、])/.test(text);
  if (part === "decided" && (listed || PART.test(text)) && !TALKED.test(utterance.unit))
    return draft(article, sides, utterance, text, null, { act: "decision", grade: "agreed", speaker: null });
  const own = utterance.speaker === null && utterance.attributions.length === 0;
  const told = utterance.attributions.length === 0 && (utterance.speaker?.kind ?? "body") === "body";
  if (
    genre === "minutes" &&
    told &&
    (GIVES_TASK.test(text) || (TOLD_TO_DO.test(text) && !PART.test(text))) &&
    !TALKED.test(utterance.unit)
  )
    return draft(article, sides, utterance, text, null, { act: "decision", grade: "agreed", speaker: null });
  const task =
    (tasks || (genre === "notice" && listed)) &&
    part === "intended" &&
    own &&
    isTask(utterance.unit) &&
    !headsItem(article, utterance.unit, text);
  if (task || (part === "intended" && own && (listed || !utterance.unit.opens) && INTENDS.test(text))) {
    const item = draft(article, sides, utterance, text, null, { act: "pledge", grade: "statement", speaker: null });
    // 选派6名干部赴某区: whose the list is sends them.
    return item.side === "both" ? item : { ...item, side: homeSide(sides) };
  }
  if (
    last?.commitment.act === "ask" &&
    triggers.every((trigger) => trigger.strength === "weak") &&
    continuesAsk(utterance, last.utterance, text)
  )
    return draft(article, sides, utterance, text, null, { act: "ask", grade: "statement", speaker: utterance.speaker });
  if (last !== null && triggers.length === 0 && continuesPledge(last, utterance, text)) {
    const { speaker } = utterance;
    const more = draft(article, sides, utterance, text, null, { act: "pledge", grade: "statement", speaker });
    return { ...more, side: last.commitment.side };
  }
  // 启东要做好三件事。第一，…。第二，…: the points of what the speech promised.
  if (
    orator !== null &&
    triggers.length === 0 &&
    last?.commitment.act === "pledge" &&
    last.commitment.speaker === orator.name &&
    last.utterance.unit.paragraph === utterance.unit.paragraph &&
    (/^(?:第[一二三四五六]|[一二三四五六]是)/.test(text) || beginsWithAct(text)) &&
    !sendsOff(article)
  )
    return draft(article, sides, utterance, text, null, { act: "pledge", grade: "statement", speaker: orator });
  // 建议调整2项内容：一是…: a letter asks by proposing; 现商请贵区支持： only opens its list.
  if (letter && /[：:]$/.test(text)) return null;
  if (letter && PROPOSES.test(text) && triggers.every((trigger) => trigger.act === "pledge"))
    return draft(article, sides, utterance, text, null, { act: "ask", grade: "statement", speaker: null });
  for (const trigger of triggers) {
    const heard = speakerAt(utterance, start + trigger.at);
    const speaker = heard ?? (utterance.unit.quoted ? null : orator);
    // In a speech that is printed whole, 要带着感情去 exhorts; only who is named to act promises.
    const exhorts = heard === null && orator !== null && trigger.strength === "weak" && sendsOff(article);
    if (exhorts && !ACTOR_BEFORE.test(text.slice(0, trigger.at))) continue;
    const verb = utterance.attributions.filter((row) => row.at <= start + trigger.at).at(-1)?.verb ?? "";
    if (trigger.strength === "weak" && tellsResults(text, trigger.at)) continue;
    if (EXHORTING.test(verb) || (trigger.strength === "weak" && TRAINEES.test(utterance.unit))) continue;
    if (trigger.act === "ask") {
      // 怀着不舍和期待: a feeling, where nobody is asked for anything.
      if (/^期待/.test(text.slice(trigger.at)) && /[着和与]$/.test(text.slice(0, trigger.at))) continue;
      if (
        speaker === null &&
        !utterance.unit.quoted &&
        !(
          (letter &&
            /^(?:真诚|衷心|诚挚|热切|热忱)?(?:希望|期待|盼望|恳请|欢迎)|贵[省市州县区旗]|恳请|我们[^，,。；;]{0,3}(?:盼|希望|期待|恳)/.test(
              text,
            )) ||
          (genre === "report" && REPORT_ASKS.test(text)) ||
          (part === "intended" && OF_OTHERS.test(text))
        )
      )
        continue;
      return draft(article, sides, utterance, text, trigger, { act: "ask", grade: "statement", speaker });
    }
    const joint = speaker?.joint === true && !agreed;
    if (speaker !== null && (speaker.kind !== "body" || joint)) {
      if (descriptive(text, trigger)) continue;
      return draft(article, sides, utterance, text, trigger, { act: "pledge", grade: "statement", speaker });
    }
    if (genre === "notice" && SANCTION.test(utterance.unit)) continue;
    if ((genre === "notice" || genre === "plan") && TOLD_TO_DO.test(text) && speaker === null)
      return draft(article, sides, utterance, text, trigger, { act: "pledge", grade: "statement", speaker: null });
    const meeting = utterance.speaker?.kind === "body" && MEETING_TELLS.test(text);
    if (PLANNED.test(utterance.unit) || part === "intended" || continuesPlan(last, utterance) || meeting) {
      if (trigger.strength === "weak" && speaker?.kind !== "body" && part === null && !/^(?:力争|确保|争取)/.test(text))
        continue;
      const body = speaker?.kind === "body";
      return draft(article, sides, utterance, text, trigger, {
        act: "pledge",
        grade: body && (agreed || /议定|商定|同意|一致|约定/.test(verb)) ? "agreed" : "statement",
        speaker: null,
      });
    }
    if (agreed && actorSides(sides, utterance, text, trigger.at).size > 0)
      return draft(article, sides, utterance, text, trigger, { act: "decision", grade: "agreed", speaker: null });
    // 我们将用好每一分资金: in a letter its sender speaks.
    const sends =
      letter &&
      speaker === null &&
      /(?:我们|我[省市县区州旗盟镇乡局委办院校会])(?:还|也|同意|拟|计划|[向对][^，,。；;]{1,8})*$/.test(
        text.slice(0, trigger.at),
      );
    if (sends || ownFuture(article, sides, utterance, text, trigger))
      return draft(article, sides, utterance, text, trigger, { act: "pledge", grade: "statement", speaker: null });
  }
  // 一、我市同意列入今年计划，安排资金…: what a letter agrees to.
  if (letter && own && AGREES.test(text) && triggers.every((trigger) => trigger.act === "pledge"))
    return draft(article, sides, utterance, text, null, { act: "pledge", grade: "statement", speaker: null });
  const bodily = utterance.attributions.find(
    (row) =>
      row.speaker.kind === "body" &&
      (/商定|议定|同意|约定|决定/.test(row.verb) || (genre === "minutes" && /要求$|明确$/.test(row.verb))),
  );
  if (bodily !== undefined)
    return draft(article, sides, utterance, text, null, { act: "decision", grade: "agreed", speaker: null });
  const ordering = utterance.attributions.find(
    (row) =>
      row.verb.endsWith("要求") &&
      row.speaker.kind === "person" &&
      // 重要指示和要求: the noun.
      !/[和的及]$/.test(text.slice(0, Math.max(0, row.verbAt - start - 2))),
  );
  // 要求前方工作组的同志发扬…精神: said to one's own posted staff.
  const toOwn =
    ordering !== undefined &&
    (TRAINEES.test(utterance.unit) || OWN_STAFF.test(text.slice(Math.max(0, ordering.verbAt - start))));
  if (ordering !== undefined && !toOwn && triggers.every((trigger) => trigger.act === "pledge"))
    return draft(article, sides, utterance, text, null, {
      act: "pledge",
      grade: "statement",
      speaker: ordering.speaker,
    });
  // 介绍了下一步打算：帮助县医院建成…: what somebody means to do stands behind the colon.
  const meaning = utterance.attributions.find((row) => row.speaker.kind === "person" || row.speaker.kind === "phrase");
  if (meaning !== undefined && MEANS_TO.test(text) && triggers.every((trigger) => trigger.act === "pledge"))
    return draft(article, sides, utterance, text, null, {
      act: "pledge",
      grade: "statement",
      speaker: meaning.speaker,
    });
  const promising = utterance.attributions.find((row) => PROMISING.test(row.verb));
  if (
    promising !== undefined &&
    (/[前内]|[就都]|会/.test(text) ||
      /(?:表态|承诺|应下|答复)[^，,。]{0,4}[：:]/.test(text) ||
      // 当场答应，丹阳出一半的钱: what is promised stands in the next clause.
      /(?<![没不未][^，,。]{0,4})(?:答应|应下|承诺|许诺|拍板)[，,：:](?!只|但|不|没|“[^，,。”]{0,6}了)[^，,。]{4,}/.test(
        text,
      )) &&
    triggers.every((trigger) => trigger.act === "pledge")
  )
    return draft(article, sides, utterance, text, null, {
      act: "pledge",
      grade: "statement",
      speaker: promising.speaker,
    });
  const boundBefore =
    last !== null &&
    last.commitment.speaker === null &&
    last.utterance.unit.paragraph === utterance.unit.paragraph &&
    ((BOUND.regex.test(last.commitment.text) && BOUND_TOO.test(text)) ||
      // 协议明确：1.甲市…。2.两市…。: the next of its items.
      (/^协议[^。]{0,8}[：:]\s*(?:1|一|[（(]一[）)]|①)|^[\d②-⑨]/.test(last.commitment.text) &&
        /^(?:\d{1,2}[.．、]|[②-⑨])/.test(text)));
  if ((BOUND.test(utterance.unit) || boundBefore || BOTH_AGREED.test(utterance.unit)) && !utterance.unit.quoted)
    return draft(article, sides, utterance, text, null, { act: "pledge", grade: "statement", speaker: null });
  if (genre === "notice" && /各[^，,。]{1,14}/.test(text) && NOTICE_LIMIT.test(utterance.unit) && triggers.length === 0)
    return draft(article, sides, utterance, text, null, { act: "pledge", grade: "statement", speaker: null });
  if ((part === "told" && own && listed) || (genre === "notice" && own && CHARGED.test(text)))
    return draft(article, sides, utterance, text, null, { act: "pledge", grade: "statement", speaker: null });
  if (genre === "agreement" && (CLAUSE.test(text) || GOAL.test(text)))
    return draft(article, sides, utterance, text, null, { act: "decision", grade: "agreed", speaker: null });
  const party = genre === "agreement" && own ? sides.regionsIn(utterance.unit.span)[0]?.span : undefined;
  if (takesOn(utterance.unit, party) && !TALKED.test(utterance.unit))
    return draft(article, sides, utterance, text, null, { act: "decision", grade: "agreed", speaker: null });
  if (
    agreed &&
    (utterance.speaker?.name ?? null) === null &&
    DEADLINE.test(utterance.unit) &&
    actorSides(sides, utterance, text, text.length).size > 0
  )
    return draft(article, sides, utterance, text, null, { act: "decision", grade: "agreed", speaker: null });
  return null;
}
