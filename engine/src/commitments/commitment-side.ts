import type { AnnotatedArticle } from "../annotation.js";
import { genreOf } from "../document/genre.js";
import type { Draft } from "../draft.js";
import type { Side } from "../fact.js";
import { opposite, type Sides } from "../parties/sides.js";
import { repairedSpan } from "../span.js";
import type { PromiseTrigger } from "./promise-grammar.js";
import type { Speaker, Utterance } from "./speech.js";

/** Between the promiser and 将: 宝安区委将, 县政府将, 新区将, 两地还将. */
export const OFFICE =
  /^(?:人民)?(?:区委|县委|市委|州委|旗委|镇|县|区|市|州|党工委|政府|[^，,。；;]{0,12}(?:局|委|办|协|会|院|校|联|人大|工作[队组]))?(?:、[^，,。]{1,8})?(?:还|也|都|继续|同时|一定|愿意?|今年|每年|\d+月底?前?|年内|计划)*$/;

/**
 * What the wording itself says of the side: the promiser's region stands before 将 (宝安将…), the asked one after 希望
 * (希望宝安区…); posted teams promise for the side that sent them. Null where the wording says nothing; then the speaker's own region decides.
 */
export function wordedSide(
  sides: Sides,
  utterance: Utterance,
  text: string,
  trigger: PromiseTrigger | null,
  act: string,
): Side | null {
  if (trigger === null) return null;
  const { start } = utterance.unit.span;
  if (act === "ask") {
    // 希望今后某街道…, 希望下一步某市能…: when, before whom.
    const when = /^(?:在?今后|以后|未来|下一步|接下来|下阶段)(?:的[^，,。]{1,6}中)?[，,]?/.exec(
      text.slice(trigger.from),
    );
    const from = start + trigger.from + (when?.[0].length ?? 0);
    const [asked, next] = sides.regionsIn(repairedSpan(from, Math.min(from + 16, start + text.length)));
    if (asked === undefined || asked.span.start > from) return null;
    const side = sides.ofPath(asked.value.path);
    if (side === null) return null;
    // 希望甲市与乙州携手…: asked of both, so the speaker tells.
    const both =
      next !== undefined &&
      sides.ofPath(next.value.path) === opposite(side) &&
      /^[与和同、]$/.test(text.slice(asked.span.end - start, next.span.start - start));
    return both ? null : opposite(side);
  }
  const clause =
    text
      .slice(0, trigger.at)
      .split(/[，,；;：:。“]/)
      .at(-1) ?? "";
  if (/(?:工作[队组]|医疗队|支教队|帮扶队|指挥部)(?:还|也|今年)?$/.test(clause)) return "east";
  // 小榄组团将…: only the helping side works in 组团.
  if (/^[^，,]{2,6}组团(?:还|也|今年|各镇街?)*$/.test(clause)) return "east";
  // 莱西市驻两当县工作站: of the one who set it up.
  const posted = /^[，,]?([^，,]{2,12})(?:派?驻|援)[^，,]{2,24}(?:站|组|队|办|办事处|中心)(?:还|也|将)*$/.exec(clause);
  const from = start + trigger.at - clause.length;
  if (posted !== null) {
    const sender = sides.regionsIn(repairedSpan(from, from + (posted[1] ?? "").length + 1))[0];
    if (sender !== undefined) return sides.ofPath(sender.value.path);
  }
  // 临安区慈善总会还将…: the place inside the name of a body that acts counts too.
  const promiser = sides.article.within("region", repairedSpan(from, from + clause.length))[0];
  if (promiser === undefined || promiser.span.start - from > 1) return null;
  if (!OFFICE.test(clause.slice(promiser.span.end - from))) return null;
  return sides.ofPath(promiser.value.path);
}

/** Sides of the regions that begin a clause, which are the ones who act: 甲区负责…，乙县配合…. */
export function actorSides(sides: Sides, utterance: Utterance, text: string, until: number): ReadonlySet<Side> {
  const { start } = utterance.unit.span;
  const found = new Set<Side>();
  for (const [, alias = ""] of text.matchAll(/(?:^|[，,；;])([甲乙丙]方)/g)) {
    const side = partySide(sides, alias);
    if (side !== null) found.add(side);
  }
  let from = 0;
  for (const clause of text.split(/[，,；;：:]/)) {
    const region = sides.regionsIn(repairedSpan(start + from, start + from + clause.length))[0];
    const side = region === undefined ? null : sides.ofPath(region.value.path);
    const leads =
      region !== undefined &&
      region.span.start - start - from <= 3 &&
      // 在某区新建直营店: where, not who.
      !/[在到赴向从为与同]$/.test(clause.slice(0, region.span.start - start - from));
    if (side !== null && leads && (from <= until || /[；;]/.test(text.charAt(from - 1)))) found.add(side);
    from += clause.length + 1;
  }
  return found;
}

/** Who 甲方 is: the region behind 甲方： at the head of the agreement. */
export function partySide(sides: Sides, alias: string): Side | null {
  const { text } = sides.article;
  const named = new RegExp(`${alias}(?:[（(][^（()）\\n]{1,12}[）)])?[：:][^\\n]{0,46}`).exec(text.slice(0, 2_000));
  return named === null ? null : sides.sideNear(repairedSpan(named.index, named.index + named[0].length));
}

/** 县委常委、副县长（挂职）某某, 某区派驻某县的干部某某, 援滇医生某某: who was sent, in the words in front of the name. */
const SENT =
  /挂职|派驻|援派|选派|援[疆藏青宁滇黔川陕甘桂渝][^，,。]{0,6}(?:医生|教师|老师|专家|干部|队员|队长)|(?:支医|支教|帮扶)(?:医生|教师|老师|专家|干部|队员)|驻[^，,。；;]{1,14}(?:工作|联络)[组队]|(?:帮扶|协作)工作[组队]/;
const BEFORE_NAME = 48;
/** 某区派出的医疗队抵达我旗，…。队长某某表示: the sentence before tells whose team it is. */
const SENDS_TEAM = /(?:派[出驻遣]|选派)[^。]{0,16}?(?:医疗|支教|帮扶|专家|教师|工作|服务)[^，,。]{0,4}[队组团]/;
const told = (article: AnnotatedArticle, at: number): string =>
  article.text
    .slice(Math.max(0, at - 160), at)
    .split(/[\n。]/)
    .at(-2) ?? "";
/** 县里打算…, 主持召开调度会，要求各项目单位…: said as one of the county's own. */
const FOR_HOST = /[县州旗区市]里(?=打算|要|将|还|正|准备|会)|我[县州旗](?!们)|主持|要求各/;

/**
 * Posted staff (挂职干部, 支医医生) speak for the side that sent them, whatever office they hold there; only where a name is
 * printed with it. Whoever says 我县 speaks for the county all the same.
 */
export function postedSpeakers(
  article: AnnotatedArticle,
  said: readonly { readonly speaker: string | null; readonly text: string }[],
): ReadonlySet<string> {
  const asked = new Set(said.flatMap(({ speaker }) => speaker ?? []));
  for (const { speaker, text } of said) if (speaker !== null && FOR_HOST.test(text)) asked.delete(speaker);
  const found = new Set<string>();
  for (const mention of article.mentions) {
    if (mention.kind !== "person" || !asked.has(mention.value.name) || found.has(mention.value.name)) continue;
    const { start } = mention.span;
    const before = /[^。！!？?；;\n”]*$/.exec(article.text.slice(Math.max(0, start - BEFORE_NAME), start))?.[0] ?? "";
    // Of the last who is named before, not of him: 副县长（挂职）甲、县教育局局长乙.
    const others = article.within("person", repairedSpan(Math.max(0, start - before.length), start));
    const own = before.slice(Math.max(0, (others.at(-1)?.span.end ?? 0) - (start - before.length)));
    if (
      SENT.test(own) ||
      (/(?:^|[，,])(?:队长|领队|组长)$/.test(own) && SENDS_TEAM.test(told(article, mention.span.start)))
    )
      found.add(mention.value.name);
  }
  return found;
}

/** Most of what one speaker's words and region say of the side; words weigh double. */
export class SideVotes {
  readonly #votes = new Map<string, number>();

  add(speaker: string, side: Side | null, weight: number): this {
    if (side !== null) this.#votes.set(speaker, (this.#votes.get(speaker) ?? 0) + (side === "east" ? weight : -weight));
    return this;
  }

  of(speaker: string): Side | null {
    const sum = this.#votes.get(speaker) ?? 0;
    return sum === 0 ? null : sum > 0 ? "east" : "west";
  }
}

/** The side of somebody's words: what they say themselves, else where the speaker belongs. */
export function spokenSide(
  sides: Sides,
  speaker: Speaker,
  worded: Side | null,
  until: string,
): [Side | "both", boolean] {
  // 三地将共同…: all of them act, whoever says so.
  if (worded === null && BOTH_ACT.test(until)) return ["both", true];
  return [worded ?? speaker.side ?? homeSide(sides), worded !== null];
}

/** Words by which both act together. */
const BOTH = /双方|[两三]地|两[省市县区校]|共同|互派/;

/** Both begin the clause that promises: …，三地(将). */
const BOTH_ACT = /(?:^|[，,；;：:。“])(?:双方|[两三]地|两[省市县区])(?:还|也|一定|今后|接下来|未来)?$/;

/** （二）由县某局…: which level the office is of that begins a decision. */
const OFFICE_OF_RANK =
  /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*)?(?:会议(?:决定|明确|同意|要求|议定)[，,：:]?)?由?([县区市旗州])(?:直)?[^，,。；;：:县区市旗州]{1,10}(?:局|委|办|中心|部|公司|联社|学校|医院)(?!.{0,3}[与和])/;

/** What stands before who acts in a decision: its number, 协议约定, the time. */
const BEFORE_ACTOR =
  /^(?:(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|第[一二三四五六七八九十]+条)[\s　]*)?(?:(?:会议|双方|两地|协议)?(?:还)?(?:约定|明确|商定|议定|决定|同意)[，,：:]?)?(?:[一二三四五六七八九十]、)?(?:(?:20\d\d年度?|今年|明年|年内|每年|(?:[一二三四五六七八九十两\d]+年内))[，,]?)?由?/;

/**
 * The one side that begins a decision and so acts: 西青区于11月增派…, 由永登县…提交, 甲方引导…; `both` for 甲镇与丙镇…; null where
 * no party begins it.
 */
export function leadActor(sides: Sides, utterance: Utterance, text: string): Side | "both" | null {
  const lead = BEFORE_ACTOR.exec(text)?.[0].length ?? 0;
  const clause = /^[^，,。；;]*/.exec(text.slice(lead))?.[0] ?? "";
  const alias = /^[甲乙丙]方/.exec(clause)?.[0];
  if (alias !== undefined) {
    const both = /(?:[与和同、]|及)[甲乙丙]方/.test(clause) || /^甲乙双方/.test(clause);
    // 甲方提供就业岗位；乙方组织输出: each does its part.
    const others = [...text.matchAll(/[；;。]([甲乙丙]方)/g)].some(([, other]) => other !== alias);
    return both || others ? "both" : partySide(sides, alias);
  }
  const start = utterance.unit.span.start + lead;
  const [first, ...others] = sides.regionsIn(repairedSpan(start, start + clause.length));
  const side = sides.ofPath(first?.value.path ?? null);
  if (first === undefined || side === null || first.span.start > start + 1) return null;
  const paired = others.some((other) => {
    const before = clause.slice(0, other.span.start - start);
    return sides.ofPath(other.value.path) === opposite(side) && /(?:[与和同、及]|[—－-]+|·)$/.test(before);
  });
  return paired ? "both" : side;
}

/** 3.请甲区继续协调…: who asks the other side for something in an item of minutes; null where nobody does. */
export function askingSide(sides: Sides, utterance: Utterance, text: string): Side | null {
  const lead = /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?\s*(?:恳|提|商)?请(?!示)/.exec(text)?.[0].length;
  if (lead === undefined) return null;
  const at = utterance.unit.span.start + lead;
  const [first] = sides.regionsIn(repairedSpan(at, at + 12));
  const asked = first === undefined || first.span.start > at + 1 ? null : sides.ofPath(first.value.path);
  return asked === null ? null : opposite(asked);
}

/** Whose promise or wish it is, where nobody in particular speaks: the actors named, both for 双方, else the publisher. */
export function namelessSide(
  sides: Sides,
  utterance: Utterance,
  text: string,
  trigger: PromiseTrigger | null,
  made: { readonly act: string; readonly grade: string },
): [Side | "both", boolean] {
  // 恳请贵区继续选派: who writes asks, whichever paper of both is named before.
  if (made.act === "ask" && /[贵你][省市县区州旗盟镇局委]/.test(text)) return [homeSide(sides), true];
  const worded = wordedSide(sides, utterance, text, trigger, made.act);
  const lead = trigger === null ? leadActor(sides, utterance, text) : null;
  if (lead !== null) return [lead, true];
  // 庆元县、九寨沟县将共同…: regions of both sides stand before 将.
  const clause = /[^，,；;：:。]*$/.exec(text.slice(0, trigger?.at ?? 0))?.[0] ?? "";
  const clauseAt = utterance.unit.span.start + (trigger?.at ?? 0) - clause.length;
  const acting = new Set(
    sides.regionsIn(repairedSpan(clauseAt, clauseAt + clause.length)).map((region) => sides.ofPath(region.value.path)),
  );
  if (trigger !== null && acting.has("east") && acting.has("west") && /[、与和]/.test(clause)) return ["both", true];
  // 某市驻某县工作站将…，实现两地优势互补: who acts stands before 将; 两地 behind it is what for.
  const until = text.slice(0, trigger?.at ?? text.length);
  if (worded !== null && trigger?.strength === "strong" && !BOTH.test(until)) return [worded, true];
  if (BOTH.test(text)) return ["both", true];
  const actors = actorSides(sides, utterance, text, trigger?.at ?? text.length);
  const [only] = actors;
  // 由县农业农村局负责, 县财政局须…: an office of the party that is a county.
  const rank = made.grade === "agreed" ? OFFICE_OF_RANK.exec(text)?.[1] : undefined;
  const ranked = rank === undefined ? null : sides.ofRank(rank);
  if (ranked !== null) return [ranked, true];
  if (made.grade === "agreed" && trigger === null)
    return actors.size === 1 && only !== undefined && (/^(?:甲方|乙方)/.test(text) || !/[，,]/.test(text))
      ? [only, true]
      : ["both", false];
  if (actors.size === 2) return ["both", true];
  if (worded !== null) return [worded, true];
  return only === undefined ? [homeSide(sides), false] : [only, true];
}

/**
 * The side that publishes, for 我区将… and lists of intentions without a name: a letter's sender, the source's own place, whose
 * report it is by its title, 我县 where only one side's parties are 县; else the helped side, which tells most.
 */
export function homeSide(sides: Sides): Side {
  let home = homes.get(sides);
  if (home === undefined) {
    home = senderOf(sides) ?? bySource(sides) ?? byOrgan(sides) ?? byTitle(sides) ?? byRank(sides) ?? "west";
    homes.set(sides, home);
  }
  return home;
}

const homes = new WeakMap<Sides, Side>();

/** A letter is written by the other side than the one that its first line addresses: 同心县人民政府：. */
function senderOf(sides: Sides): Side | null {
  const { article } = sides;
  if (genreOf(article) !== "letter") return null;
  for (const { span, role } of article.paragraphs) {
    if (role === "furniture" || !/^[^，,。]{2,60}[：:]$/.test(article.text.slice(span.start, span.end).trim()))
      continue;
    const addressed = sides.sideNear(span);
    if (addressed !== null) return opposite(addressed);
  }
  // 致某区各位老师的一封感谢信: the title says whom it thanks.
  const title = article.paragraphs.find(({ role }) => role === "title");
  const thanked = title === undefined ? undefined : /^\s*[致给].{2,30}的/.exec(spanned(article.text, title.span))?.[0];
  const side =
    title === undefined || thanked === undefined
      ? null
      : sides.sideNear(repairedSpan(title.span.start, title.span.start + thanked.length));
  return side === null ? null : opposite(side);
}

const spanned = (text: string, { start, end }: { start: number; end: number }): string => text.slice(start, end);

/** 来源：某区融媒体中心: the place in the source, where it names one side only. */
function bySource(sides: Sides): Side | null {
  const { source } = sides.article;
  if (source === null) return null;
  const named = (side: Side) =>
    ["", "省", "市", "区", "县", "旗", "州", "镇"].some((level) =>
      sides.principal(side, level).some((path) => {
        const stem = /([^省市县区州旗盟镇乡]{2,})(?:特别行政区|自治[区州县旗]|[省市州县区旗盟镇乡])$/.exec(path)?.[1];
        return stem !== undefined && source.includes(stem.slice(0, 2));
      }),
    );
  const [east, west] = [named("east"), named("west")];
  return east === west ? null : east ? "east" : "west";
}

/** 某县教育局文件 over the title, 某县教育局 under the text: the office whose paper it is. */
function byOrgan(sides: Sides): Side | null {
  const { article } = sides;
  if (!/^(?:report|plan|notice|letter)$/.test(genreOf(article))) return null;
  const lines = article.paragraphs.filter(({ role }) => role !== "furniture");
  const signed = lines.findLastIndex(({ span }) => SIGNED_DAY.test(article.text.slice(span.start, span.end)));
  const organs = [...lines.filter(({ role }) => role === "subtitle"), ...lines.slice(Math.max(0, signed - 1), signed)];
  for (const { span } of organs) {
    const side = ORGAN.test(article.text.slice(span.start, span.end)) ? sides.sideNear(span) : null;
    if (side !== null) return side;
  }
  return null;
}

const ORGAN = /^\s*\p{Script=Han}{2,30}(?:人民政府|委员会|办公室|领导小组|局|厅|委|办|政府)(?:文件)?\s*$/u;
const SIGNED_DAY =
  /^\s*(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|[二一][〇零○九一二三四五六七八]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)\s*$/;

/** 某区对口协作某县工作总结: whose report it is stands first in its title. */
function byTitle(sides: Sides): Side | null {
  const { article } = sides;
  if (!/^(?:report|plan|notice)$/.test(genreOf(article))) return null;
  const title = article.paragraphs.find(({ role }) => role === "title");
  return title === undefined ? null : sides.sideNear(title.span);
}

/** 我县, where only one side's parties are counties. */
function byRank(sides: Sides): Side | null {
  const word = /[我本]([县区旗市州省])(?![域内])/.exec(sides.article.text)?.[1];
  return word === undefined ? null : sides.ofRank(word);
}

/** Who heads a visit belongs to the side that travels, though no post says so (市委常委某某率队). */
export function sideOfTraveller(sides: Sides, soFar: readonly Draft[], name: string): Side | null {
  const trip = soFar.find((draft) => draft.kind === "event" && draft.type === "visit" && draft.lead === name);
  return trip?.kind === "event" ? sides.ofPath(trip.visitor[0] ?? null) : null;
}

/** Bodies that speak for the side that came. */
export const DELEGATION = /^(?:代表团|考察[团组]|慰问[团组]|调研组|参访团)/;

/** The side that travels in what is told first: 代表团 without a name is theirs. */
export function travellersOf(sides: Sides, soFar: readonly Draft[]): Side | null {
  for (const draft of soFar)
    if (draft.kind === "event" && (draft.type === "visit" || draft.type === "talent") && draft.status === "held")
      return sides.ofPath(draft.visitor[0] ?? null);
  return null;
}

/** 某某对乙县代表团的到来表示欢迎, 感谢乙县的支持: whom somebody welcomes or thanks stands on the other side. */
const GESTURE =
  /[对向](?:来自)?([^，,。；;]{2,40}?)(?:表示|表达|致以|深表)[^，,。；;]{0,10}(?:欢迎|感谢|谢意|慰问)|(?:感谢|欢迎)(?!会|仪式)([^，,。；;]{2,24}?)(?:一行|代表团|考察团|长期|多年|一直|一如既往|对|给予|的(?:支持|帮助|帮扶|到来|关心))/;

/** The sides of speakers by whom they welcome or thank, in the first statement that begins with them and does. */
export function sidesByGesture(sides: Sides, speakers: ReadonlySet<string>): ReadonlyMap<string, Side> {
  const { article } = sides;
  const found = new Map<string, Side>();
  if (speakers.size === 0) return found;
  for (const mention of article.mentions) {
    if (mention.kind !== "person" || !speakers.has(mention.value.name) || found.has(mention.value.name)) continue;
    const { start, end } = mention.span;
    const told = /^[^。！!？?\n]{0,120}/.exec(article.text.slice(end, end + 120))?.[0] ?? "";
    const gesture = GESTURE.exec(told);
    if (gesture === null) continue;
    const [words = "", toward, thanked] = gesture;
    const from = end + gesture.index + words.indexOf(toward ?? thanked ?? "");
    // 甲对乙一行的到来表示欢迎: neither what is said to him nor what another does behind him.
    const before = /[^。！!？?\n]*$/.exec(article.text.slice(Math.max(0, start - 80), start))?.[0].length ?? 0;
    if (article.within("person", repairedSpan(start - before, start)).length > 0) continue;
    if (article.within("person", repairedSpan(end, from)).length > 0) continue;
    const span = repairedSpan(from, from + (toward ?? thanked ?? "").length);
    const other = sides.ofPath(sides.regionsIn(span)[0]?.value.path ?? null);
    if (other !== null) found.set(mention.value.name, opposite(other));
  }
  return found;
}
