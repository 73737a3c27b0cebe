import type { RegionMention } from "../annotation.js";
import { agedName } from "./aged-name.js";
import type { Attributed } from "./attributed.js";
import {
  betweenOffices,
  credited,
  isAddressed,
  isCutByPlace,
  isJoining,
  isOther,
  isPlaceNotHead,
  mayBeWord,
  spacedLabel,
  speaksFor,
  wantsSight,
} from "./behind-post.js";
import { photographer } from "./byline-reader.js";
import { closesLine, endsSentence, type Item } from "./items.js";
import { LoneNames } from "./lone-names.js";
import { allHave, likeness, surnameLength, trait } from "./name-characters.js";
import { joinsNext } from "./name-gain.js";
import { nameAtStart, nameBeforeVerb, nameShape, wholeShape } from "./name-shape.js";
import { NextPlace } from "./next-place.js";
import { labelPost, levelOf, type Post, readPost, signsFor, withoutMedium } from "./post.js";
import { isForMany } from "./post-of-many.js";
import { regionsBetween } from "./region-window.js";
import { group, holdsTitle, isCommon, isVague, titleEnds, titleStart } from "./title-shape.js";
import { pairAtStart } from "./unmarked-pair.js";

const reach = 48; // the longest post with its place, in characters

const deedBehind = /(?<=^.{1,2})(?:分别|先后|共同|出席|参加|陪同|主持|致辞).*$/u; // 何　勇分别签字

/** Reads items from left to right and joins names to the posts in force. */
export class ListReader {
  readonly people: Attributed[] = [];
  #pending: Post[] = []; // posts that wait for a name: 区委副书记、 …
  #shared: readonly Post[] | null = null; // posts that the names of the running list share
  /** Regions that posts of this paragraph named, the last one first; a list needs few. */
  #heads: RegionMention[] = [];
  /** The last of them in this sentence: posts without a level word (人大主席, 统战部部长) belong to it. */
  #sentenceHead: RegionMention | undefined;
  #bracketed: Item | null = null; // a name in front of a bracket that may hold its posts
  #single: Item | null = null;
  #surname: Item | null = null; // a lone surname that may continue behind a space: 李  明
  #signed = false; // （签字） stood before the item
  #pair: readonly [number, number] | null = null; // where two names without a mark between them end: 记者张某王某某
  readonly #lone: LoneNames;

  constructor(
    readonly text: string,
    readonly regions: readonly RegionMention[],
    readonly again: (name: string) => number,
    readonly next: NextPlace = new NextPlace(text),
    /** Names that the document's lists have given so far: alone they are known without further proof. */
    readonly named: Set<string> = new Set(),
  ) {
    this.#lone = new LoneNames(text, regions, again, next, (person) => {
      if (named.has(person.name)) return;
      named.add(person.name);
      this.people.push(person);
    });
  }

  read(item: Item): void {
    const { text } = this;
    if (item.end <= this.#lone.told) return;
    // 甲方代表：（签字）郗某: how they sign.
    if (item.end - item.start === 2 && /^(?:签字|签名|签章|盖章|公章|手印)$/.test(text.slice(item.start, item.end))) {
      this.#signed = true;
      return;
    }
    const signed = this.#signed;
    this.#signed = false;
    if (signed && this.#pending.length > 0 && nameShape(text.slice(item.start, item.end)) !== null) {
      this.#add(item.start, item.end, text.slice(item.start, item.end), this.#pending);
      this.#break();
      return;
    }
    if (endsSentence(item.before)) {
      this.#break();
      this.#sentenceHead = undefined;
    }
    const running = this.#pending.length > 0 || this.#shared !== null;
    const known = this.people.length;
    if (this.#joinSplit(item) || this.#spacedLabel(item) || (!running && this.#photographer(item))) return;
    const credit = running ? null : credited(text, item);
    if (credit !== null) {
      const { name, label } = credit;
      this.#add(name.start, name.end, name.name, [labelPost(text, label.start, label.end)]);
      return;
    }
    const ends = titleEnds(text, item.start, item.end);
    const inItem = ends.length === 0 && !running ? [] : this.#regionsIn(item);
    let from = item.start;
    let used = false;
    for (const end of ends) {
      if (end.start < from) continue;
      // A post and the name behind it are short; an item may be a page without a mark.
      const regions = regionsBetween(inItem, end.start - reach, end.end + 12);
      // 东莞市长安镇 holds no 市长.
      if (regions.some((r) => r.span.start <= end.start && r.span.end >= end.end)) continue;
      if (!used) this.#nameInFront(item, end.start);
      let to = end.end;
      if ((text[to] === "（" || text[to] === "(") && item.note !== null)
        to = text.slice(to, item.end).search(/[）)]/) + to + 1;
      const floor = from > item.start && /[和与及]/.test(text.charAt(from)) ? from + 1 : from; // 校长张某和处长邱某
      const post = readPost(text, titleStart(text, Math.max(floor, end.start - reach), end, regions), end, to, regions);
      if (to >= item.end) {
        used = true;
        if (isAddressed(text, item, end)) break;
        this.#pend(post, item, text.slice(post.start, end.start));
        break;
      }
      // 挂任某县副县长的林某: 的 between post and name.
      const particle = text[to] === "的" || text[to] === "叫" ? 1 : 0; // 领队叫封某
      const office = /^(?:party|government|hospital|school|company|team)$/.test(end.class) && !isCommon(end);
      const noted = /[）)]/.test(text.charAt(to - 1));
      if (to < item.end && isAddressed(text, item, end)) continue;
      this.#pair = particle === 0 && end.class === "label" ? pairAtStart(text, to, item.end) : null;
      const rest = text.slice(to + particle, this.#pair?.[0] ?? item.end);
      const read = nameAtStart(rest, this.again, noted, office && particle === 0);
      const between = read?.sure || particle > 0 ? null : betweenOffices(text, to, item, end);
      const name = between === null ? read : ({ name: between, shape: "surname", sure: true } as const);
      if (particle > 0 && (name?.shape !== "surname" || likeness(name.name) < 2)) continue;
      to += particle;
      if (name !== null && isJoining(name.name, end, to + name.name.length === item.end, this.again)) continue;
      if (isOther(text, to, name?.name)) continue;
      // “县长接待日”: a word in quotes.
      if (name?.shape === "plain" && item.before === "“" && item.after === "”") continue;
      if (/^[和与及]/.test(name?.name ?? "") && joinsNext(text.slice(to, Math.min(item.end, to + 12)))) continue;
      if (name?.shape === "plain" && (isCommon(end) || /label|occupation/.test(end.class))) continue;
      if (name === null || (name.shape !== "dotted" && holdsTitle(name.name))) continue;
      // 女儿出生, 艺术家表演, 学生，学制…: behind a common noun the characters must be a name's.
      if (isVague(end) && name.shape === "surname" && (this.again(name.name) === 0 || mayBeWord(name.name))) {
        // 神经外科专家某某。 says more than 专家 alone.
        const whole = end.word !== "群众" && to + name.name.length === item.end;
        const told = whole && post.printed.length > end.word.length ? 1 : 0;
        const sounding = name.sure && allHave(name.name, 0, name.name.length, trait.syllable); // 村民宝音介绍
        if (!sounding && likeness(name.name) + told < (name.name.length === 3 ? 2 : 3)) continue;
      }
      if (isPlaceNotHead(text, item, end, to + name.name.length, name.sure, regions)) continue;
      if (isCutByPlace(regions, to, to + name.name.length, name.shape === "dotted")) continue;
      // Only the surname speaks for it: behind an office that is enough, behind 干部 or 专家 it must be seen again.
      if (!name.sure && (name.shape !== "surname" || end.class === "label")) continue;
      if (!name.sure && (isCommon(end) || end.class === "occupation") && this.again(name.name) === 0) {
        // 老农何某正心疼得…: three characters that all look like a name's.
        if (name.name.length !== 3 || likeness(name.name) < 3) continue;
      }
      // 李某代表丹麻镇; but 州委书记沈阳带队 is a man of that name.
      const place = regions.find((r) => r.span.start === to && r.span.end >= to + name.name.length);
      if (
        place !== undefined &&
        !(
          /^(?:party|government)$/.test(end.class) &&
          name.sure &&
          name.name.length < 3 &&
          place.span.end === to + name.name.length
        )
      )
        continue;
      // 镇长代表镇区党政: behind an office 代表 is a verb; a label without a mark behind it is a word (统筹推进).
      if (name.shape === "surname" && speaksFor(text, item, end)) continue;
      if (end.class === "label" && !/记者|通讯员|编辑|责编|摄影|实习生|作者/.test(end.word)) continue;
      // 企业家多来走走, 专家进村: after a common noun a name without a known surname must be seen again.
      if (name.shape === "syllabic" && wantsSight(name.name, end) && this.again(name.name) === 0) continue;
      if (end.word === "代表" && this.#pending.length === 0 && post.printed === "代表") continue;
      this.#add(to, to + name.name.length, name.name, this.#posts(post, item));
      from = this.#joined(to + name.name.length, item);
      used = true;
    }
    if (used && item.after === "、" && item.end - from > 3) this.#shared = null; // 处长邱某谈了感受、想法和建议
    if (this.#ages(item)) used = true;
    if (!used) this.#nameItem(item, regionsBetween(inItem, item.start, item.start + 12));
    if (this.people.length === known) this.#lone.read(item, ends);
    else this.#lone.skip(item);
    if (endsSentence(item.after)) this.#break();
  }

  /** 副县长顾某和岑某参加: a second name joined to the first has its posts. Where reading goes on. */
  #joined(end: number, item: Item): number {
    if (this.#pair?.[0] === end && this.#shared !== null) {
      this.#add(end, this.#pair[1], this.text.slice(end, this.#pair[1]), this.#shared);
      return this.#pair[1];
    }
    const link = /^(?:和|与|及|以及)/.exec(this.text.slice(end, end + 2))?.[0] ?? "";
    const start = end + link.length;
    if (link === "" || start + 2 > item.end || this.#shared === null) return end;
    const name = nameAtStart(this.text.slice(start, item.end), this.again);
    if (name === null || !name.sure || name.shape !== "surname" || likeness(name.name) < 2) return end;
    const to = start + name.name.length;
    if (regionsBetween(this.regions, start, to).some((r) => r.span.start < to && r.span.end > start)) return end;
    // 副部长吴某和杨某共同颁奖: who has posts of his own already keeps them.
    this.#add(start, to, name.name, this.named.has(name.name) ? [] : this.#shared);
    return to;
  }

  /** 冯某和我市领导钟某: the last name of a list in front of the next post. */
  #nameInFront(item: Item, to: number): void {
    if (this.#shared === null || item.before !== "、") return;
    const name = nameAtStart(this.text.slice(item.start, to), this.again);
    if (name === null || !name.sure || !/^(?:和|与|及|以及)/.test(this.text.slice(item.start + name.name.length, to)))
      return;
    this.#add(item.start, item.start + name.name.length, name.name, this.#shared);
  }

  /** A post at the end of an item waits; posts of an earlier list are over. */
  #pend(post: Post, item: Item, lead: string): void {
    if (this.#shared !== null || !(item.before === "、" || item.before === "，" || item.before === ","))
      this.#pending = [];
    if (isForMany(this.text, item, post, lead)) {
      this.#break();
      return;
    }
    // 强化统揽统筹: a label is short and stands alone.
    if (post.class === "label" && !signsFor.test(lead)) return;
    const name = this.#bracketed;
    this.#shared = null;
    this.#pending.push(post.class === "label" ? withoutMedium(post) : post);
    if (name !== null && /[）)]/.test(item.after)) {
      this.#add(name.start, name.end, this.text.slice(name.start, name.end), this.#pending);
      this.#break();
    }
  }

  /** Posts of a name right behind `post`: those that waited, in one chain, and this one. */
  #posts(post: Post, item: Item): readonly Post[] {
    const chained = this.#pending.length > 0 && this.#shared === null && /[、，,]/.test(item.before);
    const posts = chained ? [...this.#pending, post] : [post];
    this.#pending = [];
    this.#shared = posts;
    return posts;
  }

  /** An item without a post of its own: a name of the running list, or the end of the list. */
  #nameItem(item: Item, regions: readonly RegionMention[]): void {
    const { text } = this;
    const printed = text.slice(item.start, item.end);
    const posts = this.#pending.length > 0 ? this.#pending : this.#shared;
    const label = posts?.[posts.length - 1]?.class === "label";
    const space =
      item.before === " " ||
      item.before === "　" ||
      item.before === "/" ||
      item.before === "∕" ||
      item.before === "｜" ||
      item.before === "|";
    const listed =
      item.before === "、" || ((label || this.#pending.length > 0) && (space || /[:：，,]/.test(item.before)));
    if (
      posts !== null &&
      posts.length > 0 &&
      listed &&
      !(/^[，,]$/.test(item.before) && !label && this.#pending.length === 0)
    ) {
      if (printed.length === 1 && surnameLength(printed, 0) === 1 && /[ 　]/.test(item.after)) {
        this.#surname = item;
        return;
      }
      // 记者顾某 岑某报道: the last of those who sign, with what they did.
      const signed = label && (space || item.before === "、") ? photographer(text, item.start, item.end) : null;
      if (signed !== null) {
        this.#add(signed.start, signed.end, signed.name, posts);
        this.#break();
        return;
      }
      const whole = wholeShape(printed);
      // Between two list marks a short item is a name though nobody knows the surname.
      const heading = /[：:]/.test(item.after) && !(space && !label && whole !== null && whole !== "plain"); // 阅读：
      if (heading || titleEnds(text, item.start, Math.min(item.end, item.start + 4))[0]?.start === item.start) {
        if (!label) this.#break();
        return;
      }
      const last = posts[posts.length - 1];
      const vague = last !== undefined && isVague(last) && this.#pending.length > 0;
      const certain =
        whole !== null &&
        (whole === "dotted" || !holdsTitle(printed)) &&
        !(vague && likeness(printed) < 2) &&
        (whole !== "plain" || (item.before === "、" && item.after === "、"));
      this.#pair = label && whole === null ? pairAtStart(text, item.start, item.end) : null;
      const first = this.#pair === null ? printed : text.slice(item.start, this.#pair[0]);
      const sure = certain || this.#pair !== null;
      const name = sure ? { name: first, sure } : label && space ? null : nameAtStart(printed, this.again);
      const place =
        name !== null &&
        (regions.some((r) => r.span.start === item.start && r.span.end >= item.start + name.name.length) ||
          isCutByPlace(regions, item.start, item.start + name.name.length, name.name.includes("·")));
      // 各族群众，向长期以来…; 设有医生、设备和…
      const word = vague && !certain && (/^[向对同]/.test(printed) || mayBeWord(name?.name ?? ""));
      if (name?.sure && !place && !word && (name.name.includes("·") || !holdsTitle(name.name))) {
        if (this.#pending.length > 0) this.#shared = this.#pending;
        this.#pending = [];
        this.#add(item.start, item.start + name.name.length, name.name, this.#shared ?? []);
        // 程某（县委常委、副县长）、陆某（某局副局长）: the bracket says whose posts these are.
        if (/[（(]/.test(item.after) && name.name.length === printed.length) this.#bracketed = item;
        else this.#joined(item.start + name.name.length, item);
        if (name.name.length < printed.length && !/^(?:等|和|与|及|以及|同志)/.test(printed.slice(name.name.length)))
          this.#shared = null;
        return;
      }
      if (label && (space || /[ 　]/.test(item.after))) return; // 作者：某学校 某人
      if (this.#shared !== null && item.before === "、" && !place) {
        const unknown = nameBeforeVerb(printed);
        if (unknown !== null && !holdsTitle(unknown))
          this.#add(item.start, item.start + unknown.length, unknown, this.#shared);
      }
    }
    // …提高。（徐增艳）: the author at the end, without a label.
    const bracketed = printed.length <= 3 && /[（(]/.test(item.before) && /[）)]/.test(item.after);
    if (bracketed && nameShape(printed) === "surname" && closesLine(this.text, item))
      this.#add(item.start, item.end, printed, [labelPost(text, item.end, item.end)]);
    // 石映东（武都区委副书记、区长）: the posts stand behind the name.
    if ((item.after === "（" || item.after === "(") && nameShape(printed) === "surname") this.#bracketed = item;
    this.#break();
  }

  /** 记　　录：, 主　　持：: a label spread over its column. */
  #spacedLabel(item: Item): boolean {
    const first = this.#single;
    this.#single = item.end - item.start === 1 ? item : null;
    const label = first === null || this.#single === null ? null : spacedLabel(this.text, first, item);
    if (label === null) return false;
    this.#shared = null;
    this.#pending = [label];
    return true;
  }

  /** （李明摄）, 李明供图: the label stands behind the name. */
  #photographer(item: Item): boolean {
    const signed = photographer(this.text, item.start, item.end);
    if (signed === null) return false;
    this.#add(signed.start, signed.end, signed.name, [labelPost(this.text, signed.end, item.end)]);
    this.#break();
    return true;
  }

  /** 28岁的曲比阿牛告诉…: a name behind an age, without any post. */
  #ages(item: Item): boolean {
    const found = this.next.of("岁的", item.start) >= item.end ? null : agedName(this.text, item, this.again);
    if (found !== null) this.#add(found.start, found.end, found.name, []);
    return found !== null;
  }

  #joinSplit(item: Item): boolean {
    const first = this.#surname;
    this.#surname = null;
    if (first === null || spacedLabel(this.text, first, item) !== null) return false; // 终 审：
    const given = this.text.slice(item.start, item.end).replace(deedBehind, "");
    const name = this.text.slice(first.start, first.end) + given;
    if (given.length > 2 || nameShape(name) !== "surname") {
      this.#break();
      return false;
    }
    if (this.#pending.length > 0) this.#shared = this.#pending;
    this.#pending = [];
    this.#add(first.start, item.start + given.length, name, this.#shared ?? []);
    return true;
  }

  #add(start: number, end: number, name: string, posts: readonly Post[]): void {
    if (group.test(name)) return;
    // In one chain a post that names no level belongs to the one before: 区委常委、统战部部长.
    let above: RegionMention | null | undefined;
    const placed = posts.map((post) => {
      const own = above === undefined || post.region !== null || levelOf(post) !== null;
      const read = own ? this.#withRegion(post) : { ...post, region: above ?? null };
      above = read.region;
      return read;
    });
    this.named.add(name);
    this.people.push({ start, end, name, posts: placed });
  }

  /** A post that names no place belongs to the list head's: …镇党委书记A，副镇长B. */
  #withRegion(post: Post): Post {
    if (post.region !== null) {
      this.#heads = [post.region, ...this.#heads].slice(0, 6);
      this.#sentenceHead = post.region;
      return post;
    }
    if (post.class === "label" || /^(?:中央|全国|国务院|国家|中国)/.test(post.printed)) return post;
    const word = levelOf(post);
    const head = word === null ? this.#sentenceHead : this.#heads.find((h) => h.value.path.endsWith(word));
    return head === undefined ? post : { ...post, region: head };
  }

  #regionsIn(item: Item): readonly RegionMention[] {
    return regionsBetween(this.regions, item.start, item.end).filter(
      ({ span }) => span.start >= item.start && span.start < item.end,
    );
  }

  #break(): void {
    if (this.#pending.length > 0 || this.#shared !== null) this.#bracketed = null;
    this.#pending = [];
    this.#shared = null;
  }
}
