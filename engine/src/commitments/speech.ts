import type { AnnotatedArticle, PersonMention } from "../annotation.js";
import { outsideQuotes } from "../document/outside-quotes.js";
import { type SentenceUnit, unitsOf } from "../document/sentence-units.js";
import type { Draft } from "../draft.js";
import type { Side } from "../fact.js";
import { type Sides, sidesOf } from "../parties/sides.js";
import { Pattern, type Stretch } from "../patterns/pattern.js";
import { type RepairedSpan, repairedSpan } from "../span.js";
import {
  BODY,
  COLLECTIVE,
  COLLECTIVE_LATER,
  giftSide,
  isJoint,
  OFFICE,
  OFFICE_THANKS,
  PHRASE,
  PHRASE_LATER,
} from "./collective-speech.js";
import { CONTINUATION, closed, DATED_DEED, NARRATION, NARRATION_OPENING, narrates } from "./narration.js";
import { ROLE_NOUNS, SPEECH_VERBS } from "./speech-words.js";

/** Who speaks: a person by name, a printed phrase (虎门等镇区党委书记、镇长), or nobody in particular (会议, 双方, 大家). */
export interface Speaker {
  readonly name: string | null;
  readonly side: Side | null;
  /** `body`: 会议, 双方 …; `all`: 大家; their words are nobody's in particular. */
  readonly kind: "person" | "phrase" | "body" | "all";
  /** A body that is both sides: 双方表示, 两地政协认为. */
  readonly joint?: boolean;
}

/** Where in a statement somebody is said to speak, and by which verb. */
export interface Attribution {
  readonly at: number;
  /** Where the words begin to be the speaker's: what stands before is told by the paper. */
  readonly verbAt: number;
  readonly speaker: Speaker;
  readonly verb: string;
}

/** One statement with who says it. `speaker` null: the paper itself tells. */
export interface Utterance {
  readonly unit: SentenceUnit;
  readonly attributions: readonly Attribution[];
  /** Who is speaking where no attribution inside the statement says otherwise. */
  readonly speaker: Speaker | null;
  /** It stands in an answer of an interview, which tells what happened as the paper elsewhere does. */
  readonly answers?: boolean;
}

/** Between the subject and the verb of speech: no stop, no comma, not too far. */
const GAP = "[^，,。；;：:“”！!？?\\n]{0,24}?";

const AFTER_PERSON = new RegExp(
  `^(?:同志|书记|市长|县长|区长|镇长|教授|主任|总)?(?!的|总书记|、)(${GAP})(${SPEECH_VERBS}|[：:](?=“)|请(?=[一-龥]{2,8}(?:省|市|县|区|州|旗|局|委|集团|公司)))`,
);
/** The person does something first and speaks in a later clause: 某某介绍了情况，希望…; 某某作检讨发言，承诺…. */
const LATER_CLAUSE = new RegExp(
  `(?:[，,](?:并|也|还|同时)?|(?<=[作动研察问议谈访导])时)(${SPEECH_VERBS})|[，,](?:并|也|还|同时)?[就对][^，,。；;]{2,30}?(提出)(?=[^，,。；;]{0,6}(?:要求|意见|希望))`,
);
const PRONOUN = new Pattern(
  new RegExp(
    `(?<![一-龥其])(?:他们|她们|他|她)(?:还|也|又|同时|则|接着|最后|特别|[拉握]着[^，,。；;：:“”]{1,12}手|在[^，,。]{1,8}[中时上]|[对向][^，,。；;：:“”]{1,10})*(介绍|补充|强调|指出|${SPEECH_VERBS})`,
  ),
);
const ALL = new Pattern(/(?<![一-龥])(?:大家|与会人员|参会人员)(?:一致|纷纷|还)?(表示|认为|说)/);
/** 何某（某区副区长）：我们还要…: who speaks stands at the head of the line, with or without the post. */
const INTERVIEWED = /^(?:[（(][^（）()]{0,40}[）)])?[：:]/;
const OFFICE_AFTER = new RegExp(`^(?:${ROLE_NOUNS}|总|老师)`);
/** Surname and office, without the name: 李书记, 许校长. */
const SURNAME_TITLE = new Pattern(
  new RegExp(
    `(?<![一-龥])(?:[^，,。；;“”]{0,12}的)?((?!我|谨)[一-龥](?:${ROLE_NOUNS}|总|老师))(?=[^，,。；;“”]{0,14}(?:${SPEECH_VERBS}))`,
  ),
);

/** Reads the whole article once and says of each statement who speaks. */
export function utterances(article: AnnotatedArticle, drafts: readonly Draft[]): readonly Utterance[] {
  const sides = sidesOf(article, drafts);
  const known = heard.get(sides);
  if (known !== undefined) return known;
  const said = listen(article, sides);
  heard.set(sides, said);
  return said;
}

/** Who speaks depends on the article and on who stands on which side: heard once for all rules. */
const heard = new WeakMap<Sides, readonly Utterance[]>();

function listen(article: AnnotatedArticle, sides: Sides): readonly Utterance[] {
  const units = unitsOf(article);
  const names = new Bearers(article);
  const marked = attribute(article, sides, units, names);
  const out: Utterance[] = [];
  let current: Speaker | null = null;
  let speaking = false;
  let answering = false;
  units.forEach((unit, index) => {
    const { text } = unit;
    const attributions = attributed(marked[index] ?? [], current);
    let speaker: Speaker | null = null;
    const first = attributions[0];
    // 甲：…。上个月，…。: in an interview the whole line is the answer.
    if (unit.opens)
      answering =
        first !== undefined &&
        first.at === unit.span.start &&
        first.verb === "说" &&
        /[：:]/.test(article.text.charAt(first.verbAt - 1)) &&
        !unit.quoted;
    const told = NARRATION.test(text) || startsWithDate(article, unit) || DATED_DEED.test(text);
    if (unit.quoted && first === undefined) {
      const goesOn = sameSpeech(units, index) && speaking;
      const first = /我|咱/.test(text) && !unit.opens && units[index - 1]?.quoted === false;
      speaker = goesOn
        ? current
        : (tailOf({ article, sides, names }, units, marked, index, current) ?? (speaking || first ? current : null));
    } else if (first !== undefined) {
      speaker = unit.quoted ? first.speaker : speaking && !unit.opens && !told ? current : null;
    } else if (told || (unit.opens && NARRATION_OPENING.test(text))) {
      speaker = null;
    } else if (speaking && (!unit.opens || CONTINUATION.test(text))) {
      speaker = narrates(article, unit, text) || closed(units, index) ? null : current;
    }
    out.push({ unit, attributions, speaker, answers: answering });
    const last = attributions.at(-1);
    if (last !== undefined) current = last.speaker;
    else if (speaker !== null) current = speaker;
    else current = subject(article, sides, unit, names) ?? current;
    speaking = last !== undefined || speaker !== null || (answering && !unit.opens);
  });
  return out;
}

/** 他表示: who spoke before speaks on; where nobody did, nobody does. */
function attributed(rows: readonly Marked[], current: Speaker | null): readonly Attribution[] {
  const out: Attribution[] = [];
  for (const { at, verbAt, verb, speaker } of rows)
    if (speaker !== "same") out.push({ at, verbAt, verb, speaker });
    else if (current !== null) out.push({ at, verbAt, verb, speaker: current });
  return out;
}

/** Who speaks at a place inside a statement. */
export function speakerAt(utterance: Utterance, at: number): Speaker | null {
  let found = utterance.speaker;
  for (const row of utterance.attributions) if (row.at <= at) found = row.speaker;
  return found;
}

/** True where the paper tells on behind what was reported: 某某汇报工作；双方签署…, 某某介绍情况，两地签订…. */
export function toldOn({ verb }: Attribution, behind: string): boolean {
  return /^(?:汇报|介绍|通报)/.test(verb) && /[；;]|[，,](?:双方|两地|两[县市区]|会上)/.test(behind);
}

/** Full names by their first character, so that 岑总 is the Cen who was named last before. */
class Bearers {
  readonly #named = new Map<string, PersonMention[]>();

  constructor(article: AnnotatedArticle) {
    for (const mention of article.mentions) {
      if (mention.kind !== "person" || mention.value.surnameOnly) continue;
      const first = mention.value.name.charAt(0);
      const list = this.#named.get(first);
      if (list === undefined) this.#named.set(first, [mention]);
      else list.push(mention);
    }
  }

  /** The full name meant by a surname at a place: the last one named before it, else the first named after. */
  of(surname: string, at: number): string | null {
    const list = (this.#named.get(surname.charAt(0)) ?? []).filter((mention) => mention.value.name.startsWith(surname));
    const before = list.findLast((mention) => mention.span.start < at);
    return (before ?? list[0])?.value.name ?? null;
  }
}

interface Reading {
  readonly article: AnnotatedArticle;
  readonly sides: Sides;
  readonly names: Bearers;
}

type Marked = {
  readonly at: number;
  readonly verbAt: number;
  readonly verb: string;
  readonly speaker: Speaker | "same";
};

function attribute(
  article: AnnotatedArticle,
  sides: Sides,
  units: readonly SentenceUnit[],
  names: Bearers,
): readonly (readonly Marked[])[] {
  const answerer =
    article.mentions.find(
      (mention): mention is PersonMention => mention.kind === "person" && !mention.value.surnameOnly,
    ) ?? null;
  return units.map((unit) => {
    const { start } = unit.span;
    const { text } = unit;
    const spoken = outsideQuotes(text, unit.quoted);
    const free: Stretch = { document: article.text, start, text: spoken.text };
    const rows: Marked[] = [];
    // 王某对虞某一行来访表示欢迎: whom something is said to does not speak.
    const everyone = article.within("person", unit.span);
    const persons =
      everyone.length < 2
        ? everyone
        : everyone.filter((person, at) => {
            const earlier = everyone[at - 1];
            if (earlier === undefined) return true;
            const between = article.text.slice(earlier.span.end, person.span.start);
            return !/^(?:代表[^，,。；;：:“”]{2,30}|[^，,。；;：:“”、]{0,30})[对向][^，,。；;：:“”、]{0,16}$/.test(
              between,
            );
          });
    for (const person of persons) {
      const from = person.span.end - start;
      if (!spoken.free(person.span.start - start)) continue;
      const match = AFTER_PERSON.exec(spokenOrQuoted(spoken.text, text, from));
      if (match === null || crosses(persons, person, start + from + (match[1] ?? "").length)) continue;
      rows.push({
        at: person.span.start,
        verbAt: person.span.end + match[0].length,
        verb: match[2] ?? "",
        speaker: ofPerson(article, sides, person, names),
      });
    }
    // An interview: the line begins with the name and a colon.
    const [first] = persons;
    if (
      rows.length === 0 &&
      unit.opens &&
      first?.span.start === start &&
      INTERVIEWED.test(text.slice(first.span.end - start, first.span.end - start + 60))
    )
      rows.push({ at: start, verbAt: first.span.end + 1, verb: "说", speaker: ofPerson(article, sides, first, names) });
    // 答：今年我们想…: in questions and answers whom the title names speaks.
    if (rows.length === 0 && unit.opens && answerer !== null && /^(?:答|A)[：:]/.test(text))
      rows.push({ at: start, verbAt: start + 2, verb: "说", speaker: ofPerson(article, sides, answerer, names) });
    const acting = persons.find((person) => spoken.free(person.span.start - start));
    if (
      rows.length === 0 &&
      acting !== undefined &&
      !unit.quoted &&
      !/^[、，,的]|^总书记/.test(text.slice(acting.span.end - start))
    ) {
      const later = LATER_CLAUSE.exec(spoken.text.slice(acting.span.end - start));
      if (later !== null && !crosses(persons, acting, acting.span.end + later.index))
        rows.push({
          at: acting.span.start,
          verbAt: acting.span.end + later.index,
          verb: later[1] ?? later[2] ?? "",
          speaker: ofPerson(article, sides, acting, names),
        });
    }
    const add = (match: RegExpExecArray | null, speaker: Speaker | "same", verb: string): void => {
      if (
        match !== null &&
        !rows.some((row) => row.at < start + match.index + match[0].length && row.at >= start + match.index)
      )
        rows.push({ at: start + match.index, verbAt: start + match.index + match[0].length, verb, speaker });
    };
    const pronoun = PRONOUN.exec(free);
    // 甲欢迎乙一行的到来，他表示…: 他 is whom this very statement began with.
    const before = pronoun === null ? undefined : persons[0];
    const self =
      before !== undefined &&
      !unit.quoted &&
      before.span.start <= start + 12 &&
      before.span.end <= start + (pronoun?.index ?? 0);
    add(pronoun, self ? ofPerson(article, sides, before, names) : "same", pronoun?.[1] ?? "");
    const body = BODY.exec(free);
    add(body, { name: null, side: null, kind: "body", joint: isJoint(body) }, body?.[2] ?? "");
    const all = ALL.exec(free);
    add(all, { name: null, side: null, kind: "all" }, all?.[1] ?? "");
    const called = rows.length === 0 ? SURNAME_TITLE.exec(free) : null;
    if (called !== null) add(called, phrase(sides, unit.span, called[1] ?? ""), "");
    else if (rows.length === 0) {
      const match =
        PHRASE.exec(free) ?? PHRASE_LATER.exec(free) ?? COLLECTIVE.exec(free) ?? COLLECTIVE_LATER.exec(free);
      // 刘某代表州委、州政府及干部群众对…表示感谢: who speaks on their behalf is named.
      const behalf = persons.find(
        ({ span }) => span.start === start + (match?.index ?? 0) && /^代表/.test(text.slice(span.end - start)),
      );
      if (match !== null)
        add(
          match,
          behalf === undefined ? phrase(sides, unit.span, match[1] ?? "") : ofPerson(article, sides, behalf, names),
          match[2] ?? "",
        );
      else if (everyone.length === 0) {
        const office = OFFICE.exec(free) ?? OFFICE_THANKS.exec(free);
        const speaker = phrase(sides, unit.span, office?.[1] ?? "");
        const side = speaker.side ?? giftSide(office) ?? sides.ofRank(speaker.name?.charAt(0) ?? "");
        if (side !== null) add(office, { ...speaker, side }, office?.[2] ?? "表示");
      }
    }
    return rows.sort((a, b) => a.at - b.at);
  });
}

/** A stretch after a name, with the colon before a quotation kept readable. */
function spokenOrQuoted(spoken: string, text: string, from: number): string {
  const stretch = spoken.slice(from, from + 48);
  const colon = stretch.search(/[：:]□/);
  return colon < 0 || text.charAt(from + colon + 1) !== "“" ? stretch : `${stretch.slice(0, colon)}：“`;
}

/** Another person stands between the subject and the verb, so the verb is that one's. */
function crosses(persons: readonly PersonMention[], of: PersonMention, verbAt: number): boolean {
  return persons.some((other) => other !== of && other.span.start >= of.span.end && other.span.end <= verbAt);
}

/** The person, by full name where 岑总 can only be one of those named; else the printed form (李书记). */
function ofPerson(article: AnnotatedArticle, sides: Sides, person: PersonMention, names: Bearers): Speaker {
  const name = person.value.surnameOnly ? names.of(person.value.name, person.span.start) : person.value.name;
  if (name !== null) return { name, side: sides.ofPerson(name) ?? employer(article, sides, person), kind: "person" };
  const title = OFFICE_AFTER.exec(article.text.slice(person.span.end, person.span.end + 4));
  const printed = article.text.slice(person.span.start, person.span.end + (title?.[0].length ?? 0));
  return { name: printed, side: null, kind: "phrase" };
}

/** The side of the firm or body that a speaker without region of their own speaks for: 该公司董事长…, 来自海盐的企业家…. */
function employer(article: AnnotatedArticle, sides: Sides, person: PersonMention): Side | null {
  const { start } = person.span;
  const title =
    article.text
      .slice(Math.max(0, start - 30), start)
      .split(/[，,。；;\n”]/)
      .at(-1) ?? "";
  const reach =
    /该?(?:公司|企业|集团|厂|合作社)/.test(title) && !/[一-龥]{4,}(?:公司|集团)/.test(title) ? 200 : title.length;
  const named = sides.sideBefore(repairedSpan(Math.max(0, start - reach), start));
  if (named !== null) return named;
  // 市人民医院院长 without a place: of the one side whose party is a city.
  const word = /^(?:[^，,。]{0,4}[”。])?([省市州县区旗镇])(?!场|民)/.exec(title)?.[1];
  return word === undefined ? null : sides.ofLevel(word);
}

function phrase(sides: Sides, around: RepairedSpan, name: string): Speaker {
  const within = repairedSpan(around.start, Math.min(around.end, around.start + name.length + 12));
  const region = sides.regionsIn(within)[0];
  return {
    name,
    // Only the helping side works in 组团.
    side: name.endsWith("组团")
      ? "east"
      : (sides.ofPhrase(name) ?? (region === undefined ? null : sides.ofPath(region.value.path))),
    kind: "phrase",
  };
}

/** `“…。”戴永昌说。`: the statement after the quotation names its speaker. */
function tailOf(
  { article, sides, names }: Reading,
  units: readonly SentenceUnit[],
  marked: readonly (readonly Marked[])[],
  index: number,
  current: Speaker | null,
): Speaker | null {
  const unit = units[index];
  let next = index + 1;
  while (units[next]?.quoted === true && units[next]?.quotation === unit?.quotation) next++;
  const after = units[next];
  const row = marked[next]?.[0];
  if (after === undefined || after.quoted || after.paragraph !== unit?.paragraph) return null;
  if (row === undefined) return subject(article, sides, after, names);
  if (row.at > after.span.start + 40) return null;
  return row.speaker === "same" ? current : row.speaker;
}

function sameSpeech(units: readonly SentenceUnit[], index: number): boolean {
  const quotation = units[index]?.quotation ?? null;
  return quotation !== null && units[index - 1]?.endsIn === quotation;
}

function startsWithDate(article: AnnotatedArticle, { span: { start, end } }: SentenceUnit): boolean {
  const dates = article.within("date", repairedSpan(start, Math.min(end, start + 14)));
  return dates.some(({ span, value }) => span.start === start && (value.form === "day" || value.form === "range"));
}

/** The person whom a telling statement begins with, for the 他 of the next one. */
function subject(article: AnnotatedArticle, sides: Sides, unit: SentenceUnit, names: Bearers): Speaker | null {
  const person = article
    .within("person", unit.span)
    .find(({ value, span }) => !value.surnameOnly && !signs(article, unit, span.start));
  if (person === undefined || article.text.charAt(person.span.end) === "、") return null;
  return ofPerson(article, sides, person, names);
}

/** 本报讯（记者 某某 编辑 某某）: who made the page is not the 他 of the text. */
function signs(article: AnnotatedArticle, { span }: SentenceUnit, at: number): boolean {
  return /[（(][^（()）]*(?:记者|通讯员|编辑|摄影)[^（()）]*$/.test(article.text.slice(span.start, at));
}
