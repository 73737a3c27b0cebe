import type { AnnotatedArticle } from "../annotation.js";
import type { DraftOf } from "../draft.js";
import type { Side } from "../fact.js";
import type { Sides } from "../parties/sides.js";
import { type RepairedSpan, repairedSpan } from "../span.js";
import { dueIn, ownersIn, unitNames } from "./decision-terms.js";
import { fieldsOf } from "./fields.js";

/** 现将议定事项纪要如下：, 会议议定以下事项：, 议定事项: what opens the list of what minutes agree. */
const OPENS =
  /(?:(?:议定|商定|决定|明确|同意)(?:了?(?:如下|以下|下列))?(?:的)?(?:\d|[一二三四五六七八九十])*项?事项[^。；;]{0,10}|达成了?(?:如下|以下)?(?:共识|一致意见|一致)|(?:会议|双方|两地)(?:一致|共同)?(?:议定|商定|决定|明确|同意)(?:如下|以下)?)[：:。]?$/;
/** 一、, （一）, 1., 1、, （1）; each form is a list of its own. */
const NUMBER =
  /^[\s　]*(?:([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[）)]|(\d{1,2})[.．、](?!\d)|[（(](\d{1,2})[）)])[\s　]*/;
/** What stands behind the list. */
const ENDS =
  /^[\s　]*(?:出席|参加|参会|列席|缺席|请假|发送|分送|抄送|主送|主持|记录|主题词|报送|附件|印发|会议还|示例)/;
const LABEL = /(?:责任|牵头|主办|承办|落实|配合|协办|协助)(?:单位|部门|主体)[：:]\s*([^；;。）)\n]{2,80})/g;
const LIMIT = /(?:完成|办结|落实|时间)?(?:时限|期限|时间要求|时间)[：:]\s*$/;
/** 惠水县农业农村局、县林业局要…; 请海珠区合作交流办协调…. */
const OFFICE = "[^，,。；;：:（）()、要请]{2,16}(?:局|委|办|部|中心|镇|街道|政府|公司|供销社|工作[组队])";
const ACTS = new RegExp(`^(?:请)?(${OFFICE}(?:[、和]${OFFICE}){0,5})(?:要|负责|牵头|须|应|协调|协助|于)`);
const HEAD = /^关于[^。，,；;]{2,30}[。：:]?$/;
/** Heard or talked about, not agreed. */
const HEARD =
  /^(?:会议)?(?:还|也)?(?:听取|通报|传达学习|学习)了?|(?:进行|作|做)了?[^，,。]{0,6}(?:交流|讨论|研讨|沟通|磋商)|交换了?意见/;

type Commitment = DraftOf<"commitment">;

interface Item {
  /** From behind the number to the end of its last line. */
  readonly span: RepairedSpan;
  /** Where its number is printed, which is part of the sentence. */
  readonly from: number;
}

/**
 * The numbered items of minutes, read as wholes: what was found in one gets the units and the time limit that stand lines
 * behind it; an item in which nothing was found is decided as it stands.
 */
export function withAgreedItems(
  article: AnnotatedArticle,
  sides: Sides,
  found: readonly Commitment[],
): readonly Commitment[] {
  const out = [...found];
  for (const item of agreedItems(article)) {
    const whole = agreedDraft(article, sides, item);
    if (whole === null) continue;
    const at = out.findIndex(({ evidence }) => evidence.some((span) => overlaps(span, item.span)));
    const known = out[at];
    if (known === undefined) out.push(whole);
    else if (known.grade === "agreed" && known.speaker === null) out[at] = completed(known, whole);
  }
  return out;
}

function completed(known: Commitment, whole: Commitment): Commitment {
  const side = whole.inferred.includes("side") ? known.side : whole.side;
  const sideless = whole.inferred.includes("side") && known.inferred.includes("side");
  const due = known.due ?? whole.due;
  const dueless = known.due === null && whole.inferred.includes("due");
  return {
    ...known,
    ...{ side, due },
    owners: whole.owners.length >= known.owners.length ? whole.owners : known.owners,
    quantity: known.key === whole.key ? whole.quantity : known.quantity,
    inferred: [...(sideless ? ["side"] : []), ...(dueless ? ["due"] : [])],
    evidence: [
      ...known.evidence,
      ...whole.evidence.filter(({ start }) => !known.evidence.some((one) => one.start <= start && start < one.end)),
    ],
  };
}

function overlaps(one: RepairedSpan, other: RepairedSpan): boolean {
  return one.start < other.end && other.start < one.end;
}

/**
 * 议定事项: the numbered items behind the words that open them, one by one, each over as many lines as it has (责任单位、完成时限
 * may stand in lines of their own). Fewer than two in order are no list.
 */
function agreedItems(article: AnnotatedArticle): readonly Item[] {
  const items: Item[] = [];
  let list: { form: number; next: number; found: Item[] } | null = null;
  const close = () => {
    if (list !== null && list.found.length > 1) items.push(...list.found);
    list = null;
  };
  for (const { span, role } of article.paragraphs) {
    const line = article.text.slice(span.start, span.end);
    if (line.trim() === "" || role === "furniture") continue;
    const number = NUMBER.exec(line);
    const form = number === null ? -1 : number.slice(1).findIndex((part) => part !== undefined);
    const value = number === null ? 0 : numberOf(number[form + 1] ?? "");
    const begin = span.start + (number?.[0].length ?? 0);
    if (list !== null && list.found.length > 0) {
      const last = list.found.at(-1);
      if (form === list.form && value === list.next) {
        list.found.push({ span: repairedSpan(begin, span.end), from: span.start });
        list.next += 1;
        continue;
      }
      // A line of another list one level up, or the foot of the page, ends it; any other line goes on with the item.
      if (!(ENDS.test(line) || (form >= 0 && form <= list.form)) && last !== undefined) {
        list.found[list.found.length - 1] = { ...last, span: repairedSpan(last.span.start, span.end) };
        continue;
      }
      close();
    } else if (list !== null && value === 1) {
      list.form = form;
      list.next = 2;
      list.found.push({ span: repairedSpan(begin, span.end), from: span.start });
      continue;
    }
    if (OPENS.test(line.trim())) {
      close();
      list = { form: -1, next: 1, found: [] };
    }
  }
  close();
  return items;
}

/** What an item decides, with its units and its time limit wherever in the item they stand; null: it only tells or heads. */
function agreedDraft(article: AnnotatedArticle, sides: Sides, { span, from }: Item): Commitment | null {
  const sentences = sentencesIn(article.text, span);
  const stretch = (part: RepairedSpan) => ({
    document: article.text,
    start: part.start,
    text: article.text.slice(part.start, part.end),
  });
  const main = sentences.find((part) => !HEAD.test(stretch(part).text) && !labelled(stretch(part).text));
  if (main === undefined || HEARD.test(stretch(main).text)) return null;
  const named = sentences.map((part) => unitsIn(stretch(part)));
  const owners = [...new Set(named.flat())];
  const dues = sentences.map((part) => limitIn(article, part) ?? dueIn(article, part, stretch(part).text));
  const stated = inMeetingsYear(article, span, dues.find((one) => one !== null) ?? null);
  const due = stated ?? withinYear(article, span);
  const text = stretch(main).text;
  // 食用菌大棚二期: which of them, not how many.
  const quantity = article
    .within("quantity", main)
    .find(
      ({ value, span: at }) =>
        !value.ordinal && value.measure !== "other" && !/^[一二三四五]期$/.test(article.text.slice(at.start, at.end)),
    )?.value;
  const side = sideOf(article, sides, span, owners);
  const evidence = sentences.filter((part, at) => part === main || named[at]?.length !== 0 || dues[at] !== null);
  return {
    kind: "commitment",
    key: `commitment:${main.start}`,
    act: "decision",
    grade: "agreed",
    side: side ?? "both",
    speaker: null,
    owners,
    fields: fieldsOf(article.text.slice(span.start, span.end)),
    text: main.start === span.start ? article.text.slice(from, main.end).trim() : text,
    quantity: quantity === undefined ? null : { value: quantity.value, unit: quantity.unit },
    due,
    respondsTo: [],
    confidence: owners.length > 0 && due !== null ? 0.9 : 0.8,
    inferred: [...(side === null ? ["side"] : []), ...(stated === null && due !== null ? ["due"] : [])],
    evidence: [main, ...evidence.filter((part) => part !== main)],
  };
}

function unitsIn(part: {
  readonly document: string;
  readonly start: number;
  readonly text: string;
}): readonly string[] {
  const labelled = [...part.text.matchAll(LABEL)].flatMap(([, units = ""]) =>
    unitNames(units.replace(/[，,][^，,：:]{2,6}[：:].*$/, "")),
  );
  const acting = unitNames(ACTS.exec(part.text)?.[1] ?? "");
  const told = labelled.length > 0 ? labelled : [...ownersIn(part), ...acting];
  return told
    .map((unit) => unit.replace(/^[请由]|等?(?:有关|相关)?(?:单位|部门)?$/g, "").trim())
    .filter((unit) => unit.length > 1);
}

/** 完成时限：2023年12月15日. */
function limitIn(article: AnnotatedArticle, part: RepairedSpan): string | null {
  for (const { span, value } of article.within("date", part))
    if (LIMIT.test(article.text.slice(part.start, span.start))) return value.end ?? value.start;
  return null;
}

/** 年内, 年底前: the last day of the year that the minutes are of. */
function withinYear(article: AnnotatedArticle, span: RepairedSpan): string | null {
  if (!/(?<!\d)年(?:内|底前)/.test(article.text.slice(span.start, span.end))) return null;
  const held = heldIn(article);
  return held === null ? null : `${held.slice(0, 4)}-12-31`;
}

/** The day or month of the meeting: the first that the minutes print. */
function heldIn(article: AnnotatedArticle): string | null {
  for (const mention of article.mentions)
    if (mention.kind === "date" && /^\d{4}-\d\d/.test(mention.value.start ?? "")) return mention.value.start;
  return article.published;
}

/** 12月底前 is the next December from the meeting on, whatever year was printed last before it. */
function inMeetingsYear(article: AnnotatedArticle, span: RepairedSpan, due: string | null): string | null {
  const held = heldIn(article);
  const month = due?.slice(5, 7) ?? "";
  if (due === null || held === null || month === "") return due;
  if (/\d{4}年|明年|次年/.test(article.text.slice(span.start, span.end))) return due;
  const year = Number(held.slice(0, 4)) + (month < held.slice(5, 7) ? 1 : 0);
  return `${year}${due.slice(4)}`;
}

/** A sentence that only names units or the time limit: （责任单位：…；完成时限：…）. */
function labelled(text: string): boolean {
  return /^[（(]?(?:责任|牵头|主办|承办|落实|配合|协办|协助|完成|办结|时间)[^：:，,。]{0,6}[：:]/.test(text);
}

/** Whose task it is: the side of its units where they are of one; 县财政局 is of the party that is a county. */
function sideOf(article: AnnotatedArticle, sides: Sides, span: RepairedSpan, owners: readonly string[]): Side | null {
  const text = article.text.slice(span.start, span.end);
  const found = new Set(
    owners.flatMap((owner) => {
      const at = span.start + text.indexOf(owner);
      const side = sides.sideNear(repairedSpan(at, at + owner.length)) ?? sides.ofRank(owner.charAt(0));
      return side === null ? [] : [side];
    }),
  );
  const [side] = found;
  return found.size === 1 && side !== undefined ? side : null;
}

/** Sentences of an item over all its lines; what stands in brackets behind a full stop is one of its own. */
function sentencesIn(text: string, span: RepairedSpan): readonly RepairedSpan[] {
  const parts: RepairedSpan[] = [];
  for (const { 0: match, index } of text
    .slice(span.start, span.end)
    .matchAll(
      /[（(][^（()）\n]*[：:][^（()）\n]*[)）]。?|[^。！!？?\n（(]+(?:[（(](?![^（()）\n]*[：:])[^（()）\n]*[)）][^。！!？?\n（(]*)*[。！!？?]?/g,
    )) {
    const lead = match.length - match.trimStart().length;
    const body = match.trim();
    if (body.length > 1) parts.push(repairedSpan(span.start + index + lead, span.start + index + lead + body.length));
  }
  return parts;
}

const DIGITS = "零一二三四五六七八九";

/** 一 … 九十九, 1 … 99. */
function numberOf(printed: string): number {
  if (/^\d+$/.test(printed)) return Number(printed);
  const [tens = "", ones = ""] = printed.includes("十") ? printed.split("十") : ["", printed];
  const digit = (one: string | undefined) => Math.max(0, DIGITS.indexOf(one ?? ""));
  return printed.includes("十") ? (tens === "" ? 10 : digit(tens) * 10) + (ones === "" ? 0 : digit(ones)) : digit(ones);
}
