import type { AnnotatedArticle, DateMention } from "../annotation.js";
import { toldOn, type Utterance, utterances } from "../commitments/speech.js";
import { clauseTo } from "../document/clause-to.js";
import { genreOf } from "../document/genre.js";
import { withoutParentheses } from "../document/without-parentheses.js";
import type { Draft, DraftOf } from "../draft.js";
import type { Genre } from "../extraction.js";
import { type Sides, sidesOf } from "../parties/sides.js";
import type { Stretch } from "../patterns/pattern.js";
import { repairedSpan } from "../span.js";
import { covers } from "./covers.js";
import { diaryDays, isEventDay, onDiaryDay } from "./event-day.js";
import {
  AGREED_BELOW,
  AHEAD,
  ANOTHER,
  ARRIVAL,
  AT_MEETING,
  FELL_THROUGH,
  FIRST_DAY,
  GATHERS,
  INTENDS,
  ITEM,
  ITEM_HEAD,
  ITEM_OR_ABOUT,
  LOOKING_BACK,
  MOVES_ON,
  onlyMeans,
  opensItem,
  PLANNED,
  RECALLED,
  SAME_DAY,
  SUMS_UP,
  TELLS,
  WHOLE_TRIP,
} from "./scene-words.js";

export type EventDraft = DraftOf<"event">;

/** When something happened: ISO days, `--MM-DD` without a year, null for 近日. */
export interface Days {
  readonly start: string | null;
  readonly end: string | null;
  /** False where the text leaves the day to what was told before (会上, 期间). */
  readonly stated: boolean;
}

/** One statement of the paper's own, with what was told before it. */
export interface Scene extends Stretch {
  readonly utterance: Utterance;
  readonly index: number; // among the statements
  /** The statement with quoted terms left in and parentheses blanked, length kept. */
  readonly text: string;
  readonly start: number;
  /** The day that holds where the statement names none; null: the text tells no day at all. */
  readonly days: Days | null;
  /** Deepest regions of the leg (在罗甸县，…) that the statement belongs to. */
  readonly leg: readonly string[];
  /** Which piece of a digest it stands in; 0 in a paper that tells one thing. */
  readonly item: number;
}

const COARSE: ReadonlySet<DateMention["value"]["form"]> = new Set([
  "month",
  "year",
  "so_far",
  "quarter",
  "half",
  "plan_period",
  "duration",
]);
/** How far back in a long statement a date still dates a deed, and how many trips around a statement are asked. */
const REACH = 400;
/** So many statements are the head of the news. */
const LEADING = 3;
const NEAR_TRIPS = 12;
const LONGEST_ITEM = 40; // sentences
const MOST_CAPTIONS = 50; // no page has more that tell something
/** The scenes of an article with what is drafted so far: built anew only when a visit, course or fair was added. */
export function scenesOf(article: AnnotatedArticle, drafts: readonly Draft[]): Scenes {
  const sides = sidesOf(article, drafts);
  const told = drafts.filter(
    (draft) => draft.kind === "event" && draft.type !== "signing" && draft.type !== "donation",
  ).length;
  const known = followed.get(sides);
  if (known !== undefined && known.told === told) return known.scenes;
  const scenes = new Scenes(article, drafts, known?.scenes ?? null);
  followed.set(sides, { told, scenes });
  return scenes;
}

const followed = new WeakMap<Sides, { readonly told: number; readonly scenes: Scenes }>();
/** Statements of an article with their day and leg: what rules about events read. */
export class Scenes {
  readonly sides: Sides;
  readonly all: readonly Scene[];
  readonly visits: readonly EventDraft[];
  readonly #genre: Genre;
  readonly #trips: readonly EventDraft[];
  readonly #opening: EventDraft | null;
  readonly #dayMentions: Map<number, readonly DateMention[]>;
  readonly #lookingBack: Map<number, number>;
  readonly #agreedFrom: number;
  readonly #entries: readonly DateMention[];
  #gathered: Map<string | null, EventDraft> | null = null;
  #told: readonly Scene[] | null = null;
  #dayless: boolean | null = null;

  constructor(
    readonly article: AnnotatedArticle,
    readonly drafts: readonly Draft[],
    before: Scenes | null,
  ) {
    this.sides = sidesOf(article, drafts);
    this.visits = drafts.filter((draft): draft is EventDraft => draft.kind === "event" && draft.type === "visit");
    this.#genre = genreOf(article);
    this.#entries = before === null ? diaryDays(article) : before.#entries;
    this.#agreedFrom = AGREED_BELOW.exec(article.text)?.index ?? Number.POSITIVE_INFINITY;
    this.#dayMentions = before === null ? new Map() : before.#dayMentions;
    this.#lookingBack = before === null ? new Map() : before.#lookingBack;
    this.#trips = this.visits.filter((visit) => visit.status === "held");
    this.#opening =
      drafts.find(
        (draft): draft is EventDraft => draft.kind === "event" && (draft.type === "training" || draft.type === "fair"),
      ) ?? null;
    // Days and legs follow from the first trip and the first course or fair; what else was added changes none.
    const alike = before !== null && before.#trips[0] === this.#trips[0] && before.#opening === this.#opening;
    this.all = alike ? before.all : this.#follow(utterances(article, drafts));
    if (alike) this.#told = before.#told;
  }

  /** Statements that may tell an event: the paper's own words, not speech. */
  told(): readonly Scene[] {
    this.#told ??= this.all.filter(
      (scene) =>
        !scene.utterance.unit.quoted &&
        (scene.utterance.unit.role === "body" || scene.utterance.unit.role === "table") &&
        !ITEM_HEAD.test(scene),
    );
    return this.#told;
  }

  /** What stands under pictures: of the day that was told last before it. */
  captions(): readonly Scene[] {
    return this.all.filter((scene) => scene.utterance.unit.role === "caption").slice(0, MOST_CAPTIONS);
  }

  /** Among the first statements of a report, what is news was held, whether its day is told or not; null elsewhere. */
  undated(scene: Scene): Days | null {
    const heads = this.#genre === "news" && scene.index < LEADING && scene.utterance.unit.role === "body";
    const none: Days = { start: null, end: null, stated: false };
    return heads ? (this.#toldNext(scene) ?? none) : this.#tellsNoDay() ? none : null;
  }

  /** A report of a visit that prints no day at all: what was given or signed there has none either. */
  #tellsNoDay(): boolean {
    this.#dayless ??= this.#trips[0]?.start === null && !this.all.some((scene) => this.prints(scene));
    return this.#dayless;
  }

  /** 年货大集开市了。1月10日至12日，…: the days stand in the next sentence of the paragraph. */
  #toldNext(scene: Scene): Days | null {
    if (this.prints(scene)) return null;
    for (const next of this.all.slice(scene.index + 1, scene.index + 3)) {
      if (next.utterance.unit.paragraph !== scene.utterance.unit.paragraph) return null;
      const [first] = this.#days(next);
      if (first === undefined) continue;
      const { start, end } = first.value;
      const opens = first.span.start - next.start <= 2 && start !== null && first.value.planned !== true;
      return opens && this.statusAt(next, first.span.end - next.start) === "held"
        ? { start, end: end ?? start, stated: false }
        : null;
    }
    return null;
  }

  /** 5月28日 小雨: a day that heads an entry of a diary. */
  entry({ start }: Scene): boolean {
    return this.#entries.some(({ span }) => span.start === start);
  }

  /** Minutes list what was decided (（一）…续签协议); that is not yet done. What stands before 双方商定 was. */
  decided(scene: Scene, at = Number.POSITIVE_INFINITY): boolean {
    const body = scene.utterance.attributions.some(
      (row) => row.speaker.kind === "body" && /商定|议定|同意|决定/.test(row.verb) && row.verbAt <= scene.start + at,
    );
    return (
      body ||
      (this.#genre === "minutes" && ITEM.test(this.article.text.slice(scene.start, scene.start + 6))) ||
      this.#inDecidedItem(scene)
    );
  }

  /** （二）扩大劳务协作。甲局组织专场招聘…: what follows the head of a decided item in its paragraph is decided with it. */
  #inDecidedItem(scene: Scene): boolean {
    if (this.#genre !== "minutes" && this.#agreedFrom > scene.start) return false;
    const { paragraph } = scene.utterance.unit;
    for (let index = scene.index; index >= 0 && index > scene.index - LONGEST_ITEM; index--) {
      const before = this.all[index];
      if (before === undefined || before.utterance.unit.paragraph !== paragraph) return false;
      if (!before.utterance.unit.opens) continue;
      const about = this.#genre === "minutes" && !this.prints(scene);
      return (about ? ITEM_OR_ABOUT : ITEM).test(this.article.text.slice(before.start, before.start + 8));
    }
    return false;
  }

  /** True where the words at an offset of the statement are somebody's speech. */
  spoken(scene: Scene, at: number): boolean {
    const { utterance } = scene;
    if (utterance.answers === true && TELLS.test(scene.text) && !INTENDS.test(clauseTo(scene.text, at))) return false;
    const said = utterance.attributions.filter((row) => row.verbAt <= scene.start + at).at(-1);
    if (said !== undefined && toldOn(said, scene.text.slice(Math.max(0, said.verbAt - scene.start), at))) return false;
    const speaker = said === undefined ? utterance.speaker : said.speaker;
    return speaker !== null && speaker.kind !== "body" && speaker.kind !== "all";
  }

  /** The day of what happens at an offset: the nearest day before it in the statement, else the scene's; null: none told. */
  daysAt(scene: Scene, at: number): Days | null {
    const days = this.#days(scene);
    const within = (date: DateMention) => date.span.start - scene.start;
    let index = days.findLastIndex((date) => within(date) <= at);
    if (index < 0)
      index = days.findIndex((date) => within(date) <= at + 30 && !/[；;]/.test(scene.text.slice(at, within(date))));
    const day = days[index];
    if (day === undefined) return scene.days;
    // 6月16日、17日: a list of days is one span.
    let first = index;
    while (
      first > 0 &&
      /^[、和及至]$/.test(this.article.text.slice(days[first - 1]?.span.end ?? 0, days[first]?.span.start))
    )
      first--;
    return { start: days[first]?.value.start ?? day.value.start, end: day.value.end ?? day.value.start, stated: true };
  }

  /** The statement itself prints a day (or 近日). */
  prints(scene: Scene): boolean {
    return this.#days(scene).length > 0;
  }

  /** `planned` before 将/拟, `background` where the statement counts or looks back to a month or a year, else `held`. */
  statusAt(scene: Scene, at: number): "held" | "planned" | "background" {
    const clause = clauseTo(scene.text, at);
    const before = /^并/.test(clause) ? scene.text.slice(Math.max(0, at - 80), at - clause.length - 1) : "";
    if (PLANNED.test(clause) || (before !== "" && PLANNED.test(before))) return "planned";
    const failed = FELL_THROUGH.test(scene.text.slice(at, at + 48));
    const means = () => onlyMeans(clause, scene.text.slice(at, at + 80), this.#days(scene).length > 0);
    if (failed || RECALLED.test(clause) || means()) return "background";
    if (SUMS_UP.test(scene) && this.#days(scene).length === 0) return "background";
    if (this.#looksBackFrom(scene) <= at + 2) return "background";
    const reach = repairedSpan(scene.start + Math.max(0, at - REACH), scene.start + Math.max(at, 0));
    const dates = this.article.within("date", reach);
    // 订单是9月初签下的: a month behind 是 dates a deed gone by.
    const latest = dates.at(-1);
    const gone =
      latest !== undefined &&
      scene.text.charAt(latest.span.start - scene.start - 1) === "是" &&
      /^[^，,。；;]{1,6}的[。，,；;]/.test(scene.text.slice(at));
    if (gone && COARSE.has(latest.value.form)) return "background";
    const last = dates.filter((date) => this.#opensClause(scene, date)).at(-1);
    return last !== undefined && COARSE.has(last.value.form) && !this.#isRecent(scene, last) ? "background" : "held";
  }

  /** What gathered people on that day (fair, course, meeting): says who hosted what was signed or given there. */
  gatheringOf(days: Days | null): EventDraft | null {
    if (days === null) return null;
    this.#gathered ??= new Map(
      this.drafts
        .filter(
          (draft): draft is EventDraft => draft.kind === "event" && /^(?:fair|training|meeting)$/.test(draft.type),
        )
        .reverse()
        .map((event) => [event.start, event]),
    );
    return this.#gathered.get(days.start) ?? null;
  }

  /** The visit that a statement belongs to: of the same days, else, where its day is not told, the nearest before it. */
  tripOf(scene: Scene, days: Days | null): EventDraft | null {
    const end = scene.start + scene.text.length;
    let next = this.#trips.findIndex((visit) => (visit.evidence[0]?.start ?? 0) > end);
    if (next < 0) next = this.#trips.length;
    const near = this.#trips.slice(Math.max(0, next - NEAR_TRIPS), next + NEAR_TRIPS);
    const isBefore = (visit: EventDraft) => (visit.evidence[0]?.start ?? 0) < end;
    const covering = near.filter((visit) => days?.start != null && covers(visit, days.start));
    if (covering.length > 0) return covering.findLast(isBefore) ?? covering[0] ?? null;
    const open = days?.stated === true && days.start !== null ? near.filter((visit) => visit.start === null) : near;
    return open.findLast(isBefore) ?? open[0] ?? null;
  }

  #days(scene: Scene): readonly DateMention[] {
    const known = this.#dayMentions.get(scene.start);
    if (known !== undefined) return known;
    const span = repairedSpan(scene.start, scene.start + scene.text.length);
    const days = this.article
      .within("date", span)
      .filter((date) => isEventDay(this.article, date) && scene.text.charAt(date.span.start - scene.start) !== "□")
      .map((date) => onDiaryDay(this.article, this.#entries, date));
    this.#dayMentions.set(scene.start, days);
    return days;
  }

  /** Where in a statement it begins to look back; past its end where it does not. */
  #looksBackFrom(scene: Scene): number {
    const known = this.#lookingBack.get(scene.start);
    if (known !== undefined) return known;
    const at = LOOKING_BACK.exec(scene);
    const from = at === null ? Number.POSITIVE_INFINITY : at.index + at[0].length;
    this.#lookingBack.set(scene.start, from);
    return from;
  }

  /** A coarse date counts as the time of the deed where it begins a clause: 2018年，…; not 2022年度协议. */
  #opensClause(scene: Scene, date: DateMention): boolean {
    const at = date.span.start - scene.start;
    const before = scene.text.slice(0, at);
    return (
      isEventDay(this.article, date) ||
      (/(?:^|[，,；;：:]|早在|自|截至)$/.test(before) &&
        /^[，,]|^[^，,。]{0,6}(?:发生|冬天|春天|期间|[，,])/.test(scene.text.slice(date.span.end - scene.start)))
    );
  }

  /** 2024年 opening a statement of the same year with a day after it is no look back. */
  #isRecent(scene: Scene, { span, value }: DateMention): boolean {
    const month = value.form === "month" ? (value.start ?? "") : "";
    return this.#days(scene).some((day) => day.span.start > span.start && day.value.start?.startsWith(month));
  }

  #follow(said: readonly Utterance[]): readonly Scene[] {
    const { article } = this;
    const out: Scene[] = [];
    let day: Days | null = null;
    let main: Days | null = null;
    let gathering: Days | null = null;
    let leg: readonly string[] = [];
    let item = 0;
    const parts = said.filter(({ unit }) => opensItem(unit)).length;
    const [visit] = this.#trips;
    const known: Days | null = visit === undefined ? null : { start: visit.start, end: visit.end, stated: false };
    said.forEach((utterance, index) => {
      const { unit } = utterance;
      const { start } = unit.span;
      const text = withoutParentheses(unit.text);
      const told: Stretch = { document: article.text, start, text };
      const answered = utterance.answers === true && !unit.quoted && TELLS.test(text);
      const spoken = !answered && (unit.quoted || utterance.speaker !== null || utterance.attributions.length > 0);
      const trip = known ?? main;
      if (opensItem(unit) && (parts > 1 || ANOTHER.test(text))) {
        item++;
        // The next piece of a digest has a day of its own, or none.
        day = { start: null, end: null, stated: true };
        gathering = null;
      }
      if (unit.opens && unit.role === "body") {
        leg = [];
        if (item > 0) leg = [];
        else if (WHOLE_TRIP.test(told) && (trip?.start ?? null) !== (trip?.end ?? null)) day = trip;
        else if (MOVES_ON.test(told) && !SAME_DAY.test(text) && !spoken) day = trip;
        else if (AT_MEETING.test(told)) day = gathering ?? day;
      } else if (/^(?:期间|其间)/.test(text)) day = trip;
      const scene = { utterance, index, document: article.text, text, start, days: day, leg, item };
      if (!unit.quoted && (unit.role === "body" || (unit.role === "heading" && text.length < 16))) {
        // 2月22日，首批189人将乘专列南下: a day ahead is no day of the tale.
        const days = this.#days(scene).filter(
          (date) => date.value.planned !== true && !AHEAD.test(text.slice(date.span.end - start)),
        );
        // 展会持续至27日: until when, not when what follows happened.
        const until = (date: DateMention) => /(?:持续|延续)[至到]$/.test(text.slice(0, date.span.start - start));
        const first = days.find((date) => !until(date) && this.statusAt(scene, date.span.end - start) === "held");
        if (first !== undefined && !(spoken && utterance.attributions.length === 0)) {
          const last = days.filter((date) => !/[至到]$/.test(text.slice(0, date.span.start - start))).at(-1) ?? first;
          const stated = { start: first.value.start, end: first.value.end ?? first.value.start, stated: true };
          if (main === null && index < 6 && this.#genre !== "report") main = stated;
          day =
            last === first
              ? stated
              : { start: last.value.start, end: last.value.end ?? last.value.start, stated: true };
        }
        if (GATHERS.test(told) && !spoken) gathering = day;
        if (FIRST_DAY.test(told) && (this.#opening ?? day) !== null)
          day = {
            start: (this.#opening ?? day)?.start ?? null,
            end: (this.#opening ?? day)?.start ?? null,
            stated: true,
          };
        const place = /^在[^，,。]{2,40}(?=[，,])/.exec(text) ?? ARRIVAL.exec(told);
        const from = start + (place?.index ?? 0);
        const there = place === null ? [] : this.sides.pathsIn(repairedSpan(from, from + place[0].length));
        if (there.length > 0) leg = [...new Set(there.map((path) => this.sides.county(path)))];
      }
      if (scene.days === null || FIRST_DAY.test(told)) scene.days = day;
      scene.leg = leg;
      out.push(scene);
    });
    return out;
  }
}
