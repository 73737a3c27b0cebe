import type { RegionMention } from "../annotation.js";
import { addressedNames } from "./addressed.js";
import type { Attributed } from "./attributed.js";
import type { Candidate } from "./byline-reader.js";
import { introducedPosts } from "./introduced-posts.js";
import type { Item } from "./items.js";
import {
  acts,
  before,
  cue,
  goesOnBare,
  introduced,
  lastOfRun,
  lineBefore,
  openers,
  people,
  presentLine,
  speaks,
  speech,
  together,
  unit,
  unitOf,
} from "./lone-words.js";
import { likeness, nameWords, trait } from "./name-characters.js";
import { gainsAtStart } from "./name-gain.js";
import { followsName, nameAtStart, nameShape, syllablesAt, wholeShape } from "./name-shape.js";
import type { NextPlace } from "./next-place.js";
import { labelPost, type Post, readPost } from "./post.js";
import { regionsBetween } from "./region-window.js";
import { soundingNames, wordsBeforeDotted } from "./sounding-names.js";
import type { TitleEnd } from "./title-shape.js";
import { namedAsDoer, namedByBeing, namedForFirm, namedInClinic } from "./unit-names.js";

/**
 * People who are named without a post in front: runs of names (看望了李某、吴某等老师), names with a word of address behind
 * (薄某同志, 段某副部长), names of an office (麻醉科的逯某), an unknown name that speaks (罗某说). The characters must look
 * like a name, because no list says so.
 */
export class LoneNames {
  #run: Candidate[] = [];
  #led = false; // the run's first name stands behind a word that people stand behind: it counts though the run does not
  told = 0; // the end of the last post that stands behind the name it belongs to
  #firm = -1; // the end of the last name behind a firm
  #ofUnit = -1; // the end of the last name behind 的 in this sentence: a second one needs less

  constructor(
    readonly text: string,
    readonly regions: readonly RegionMention[],
    readonly again: (name: string) => number,
    readonly next: NextPlace,
    readonly add: (person: Attributed) => void,
  ) {}

  /** Reads an item in which the list grammar found nobody; `ends` are the words of posts in it. */
  read(item: Item, ends: readonly TitleEnd[]): void {
    if (this.#ofUnit >= 0 && /[。！!？?\n]/.test(item.before)) this.#ofUnit = -1;
    if (this.next.dotWithin(item.start, item.end)) this.#sounding(item);
    if (this.#listed(item) || this.#addressed(item, ends)) return;
    if (this.#being(item) || this.#belongs(item)) return;
    if (this.#introduced(item) || this.#pair(item) || this.#stoodFor(item) || this.#fromUnit(item)) return;
    if (this.#sounding(item)) return;
    this.#speaks(item);
    this.#cued(item);
  }

  /** 顾某某，某县人民医院副院长，…; 岑某某，42岁，…: a name with what a person is behind a comma. */
  #introduced(item: Item): boolean {
    const { text } = this;
    if (item.end - item.start > 4 || likeness(text.slice(item.start, item.end)) < 3 || !/[，,（(]/.test(item.after))
      return false;
    const whole = this.#whole(item.start, item.end);
    if (whole === null) return false;
    const posts = introducedPosts(text, item.end + 1, this.regions);
    const told = posts.length > 0 ? null : introduced.exec(text.slice(item.end + 1, item.end + 32));
    if (posts.length === 0 && told === null) return false;
    const printed = told?.[1] ?? "";
    const start = item.end + 1;
    const post = { start, end: start + printed.length, printed, organisation: null, region: null };
    this.told = posts.at(-1)?.end ?? 0;
    this.add({ ...whole, posts: printed === "" ? posts : [{ ...post, class: "party", word: "" }] });
    return true;
  }

  /** 两个徒弟，羊某和母某某，都…: an item of two names and nothing else. */
  #pair(item: Item): boolean {
    const { text } = this;
    const length = item.end - item.start;
    if (length < 5 || length > 8) return false;
    const at = item.start + text.slice(item.start, item.end).search(/[和与](?=.{2,3}$)/);
    const first = at < item.start ? null : this.#whole(item.start, at);
    const second = first === null ? null : this.#whole(at + 1, item.end);
    if (first === null || second === null || likeness(first.name) < 3 || likeness(second.name) < 3) return false;
    for (const person of [first, second]) this.add({ ...person, posts: [] });
    return true;
  }

  /** 某某有限公司某某（某某代）、…: who came for a firm, and who stood in for him. */
  #stoodFor(item: Item): boolean {
    const found = namedForFirm(this.text, item, this.#firm);
    this.#firm = found?.end ?? this.#firm;
    return this.#take(found);
  }

  /** 岑某是某集团董事长: what somebody is. */
  #being(item: Item): boolean {
    const is = this.next.of("是", item.start) < Math.min(item.end, item.start + 30);
    const found = is ? namedByBeing(this.text, item) : null;
    if (found === null || this.#placed(found.start, found.end)) return false;
    const { office, ...name } = found;
    const regions = regionsBetween(this.regions, name.end, item.end);
    this.add({ ...name, posts: [readPost(this.text, name.end + 1, office, item.end, regions)] });
    return true;
  }

  #take(found: Candidate | null): boolean {
    if (found === null || this.#placed(found.start, found.end)) return false;
    this.add({ ...found, posts: [] });
    return true;
  }

  /** 还有市乡村振兴局邓某某、县财政局杨某某等: a list of offices and who came from them. */
  #fromUnit(item: Item): boolean {
    const { text } = this;
    const contact =
      /[：:]/.test(item.before) && /联系人[：:]$/.test(text.slice(Math.max(0, item.start - 4), item.start));
    // 成员：县发展改革委冉某某，县教委任某某: a list of a group goes on over commas.
    const member = /[，,：:]/.test(item.before + item.after) && /^\s*成\s*员[：:]/.test(lineBefore(text, item.start));
    if (item.before !== "、" && item.after !== "、" && !contact && !member) return false;
    const end =
      item.end - (/(?:等|为联[络系][员人]|\d+[名位].{2,12})$/.exec(text.slice(item.start, item.end))?.[0].length ?? 0);
    const start = end - 3;
    const like = start - 3 < item.start ? 0 : likeness(text.slice(start, end));
    // 列席：县农业农村局蒙某某、县工信局…: whoever stands there behind an office was there, whatever the surname.
    // 党政办罗某某为联络员: what somebody is made.
    const made = end < item.end && /^为/.test(text.slice(end, item.end));
    if (like < 2 || (like < 3 && !contact && !made && !presentLine.test(lineBefore(text, start)))) return false;
    if (!unit.test(text.slice(Math.max(item.start, start - 6), start)) || this.#placed(start, end)) return false;
    const name = text.slice(start, end);
    if (nameShape(name) !== "surname") return false;
    this.add({ start, end, name, posts: contact ? [labelPost(text, item.start - 4, item.start - 1)] : [] });
    return true;
  }

  /** Names written by sound, wherever they begin a clause or stand behind 的, 与, 给. */
  #sounding(item: Item): boolean {
    const found = soundingNames(this.text, item, this.next.dotWithin(item.start, item.end), this.again).filter(
      ({ start, end }) => !this.#placed(start, end),
    );
    for (const name of found) this.add({ ...name, posts: [] });
    return found.length > 0;
  }

  /** 据顾某某介绍, 任命顾某某为, 走进岑某某家: a name of three characters between a word that people stand behind and one that they stand before. */
  #cued(item: Item): void {
    const { text } = this;
    const { traits, afterName } = nameWords();
    for (let at = item.start; at + 3 <= item.end; at++) {
      if (((traits[text.charCodeAt(at)] ?? 0) & trait.common) === 0) continue;
      const second = traits[text.charCodeAt(at + 1)] ?? 0;
      const third = traits[text.charCodeAt(at + 2)] ?? 0;
      if ((second & third & trait.given) === 0 || likeness(text.slice(at, at + 3)) < 3) continue;
      const front = text.slice(Math.max(item.start, at - 4), at);
      const name = text.slice(at, at + 3);
      const rest = text.slice(at + 3, Math.min(item.end, at + 12));
      // 祝大家新年好 is a wish.
      const acting = at === item.start && acts.test(rest) && !/^[祝愿]/.test(name);
      // 陈某|赞叹: a word begins with the third character.
      if (afterName.longest(text, at + 2) > 1 && this.again(name) < this.again(text.slice(at, at + 2))) continue;
      if (name.startsWith("师") && /[教老医律]$/.test(front)) continue; // 骨干教师来园支教
      // 苗子运到后: words.
      if (acting && (gainsAtStart(text.slice(at, Math.min(item.end, at + 12)))[3] ?? 0) === 0) continue;
      const opens = at === item.start ? acting || openers.test(rest) : cue.test(front);
      if (!opens) continue;
      const closes = acting || rest === "" || followsName(rest) || /^[家的]/.test(rest);
      // 巧手的刘某某还坐在窗边; not 的 and a phrase that ends its clause.
      if (front.endsWith("的") && (rest === "" || rest.startsWith("的"))) continue;
      if (!closes || nameShape(name) !== "surname" || this.#placed(at, at + 3)) continue;
      this.add({ start: at, end: at + 3, name, posts: [] });
      at += 2;
    }
  }

  /** An item in which the list grammar found somebody ends every run. */
  skip(item: Item): void {
    this.#drop();
    this.#sounding(item);
  }

  #listed(item: Item): boolean {
    const { text } = this;
    const inList = item.before === "、";
    const goesOn = item.after === "、";
    if (!inList) this.#drop();
    if (!inList && !goesOn) return false;
    const whole = this.#whole(item.start, item.end);
    if (whole !== null && (goesOn || this.#run.length > 0)) {
      this.#run.push(whole);
      if (goesOn) return true;
      return this.#allLike() ? this.#commit() : this.#drop();
    }
    if (goesOn && this.#run.length === 0) {
      for (const length of [3, 2]) {
        const at = item.end - length;
        const tail = at > item.start ? this.#whole(at, item.end) : null;
        if (tail === null || likeness(tail.name) < 2) continue;
        const front = text.slice(Math.max(item.start, at - 4), at);
        const cued = cue.test(front);
        // 某区第一小学叶某、李某某三位教师: their school stands right in front.
        const ofUnit =
          unit.test(front) && likeness(tail.name) === 3 && goesOnBare.test(text.slice(item.end, item.end + 8));
        if (!cued && !ofUnit && !before.test(front)) continue;
        this.#run = [tail];
        // 麻醉科的逯某、护理部的仝某: each behind its own office.
        if (unitOf.test(front)) return false;
        this.#led = length === 3 && likeness(tail.name) === 3 && cued;
        return true;
      }
      return false;
    }
    if (this.#run.length === 0) return false;
    if (this.#lastTwo(item)) return true;
    // The last of the run, with what ends it: 杨某等老师.
    for (const length of [3, 2, 4]) {
      const end = item.start + length;
      if (end >= item.end) continue;
      const last = this.#whole(item.start, end);
      if (last === null || likeness(last.name) < 2) continue;
      const rest = text.slice(end, end + 12);
      const led =
        people.test(rest) ||
        (/^等/.test(rest) && (item.end === end + 1 || speech.test(rest.slice(1)) || together.test(rest.slice(1))));
      if (!led || !this.#run.every(({ name }) => likeness(name) >= 2 || name.includes("·"))) continue;
      this.#run.push(last);
      const noun = /老师|教师|医生|护士|专家|队员/.exec(people.exec(rest)?.[0] ?? "")?.[0] ?? "";
      const at = noun === "" ? end : end + rest.indexOf(noun);
      return this.#commit(
        noun === "" ? [] : [{ ...labelPost(text, at, at + noun.length), class: "occupation", word: noun }],
      );
    }
    return this.#drop();
  }

  /** Three or more that look like names by every character; of four or more one character of one may be another. */
  #allLike(): boolean {
    const odd = this.#run.filter(({ name }) => likeness(name) < 3 && !name.includes("·"));
    if (odd.length > 0 && (this.#run.length < 4 || odd.length > 1 || likeness(odd[0]?.name ?? "") < 2)) return false;
    return this.#run.length >= 3;
  }

  /** 张某某、李某某和王某某都参加了: the last two of a run, joined to each other. */
  #lastTwo(item: Item): boolean {
    const at = item.start + this.text.slice(item.start, item.start + 5).search(/(?<=^.{2,3})[和与及]/);
    const first = at < item.start ? null : this.#whole(item.start, at);
    if (first === null) return false;
    for (const length of [3, 2]) {
      const end = at + 1 + length;
      const second = end > item.end ? null : this.#whole(at + 1, end);
      if (second === null || !lastOfRun.test(this.text.slice(end, Math.min(item.end, end + 6)))) continue;
      const run = this.#run.length;
      this.#run.push(first, second);
      // 泰山、黄山和华山 are of two characters each.
      if (this.#allLike() && this.#run.some(({ name }) => name.length > 2)) return this.#commit();
      this.#run.length = run;
    }
    return false;
  }

  #whole(from: number, end: number): Candidate | null {
    const start = from + wordsBeforeDotted(this.text.slice(from, Math.min(end, from + 24)));
    const length = end - start;
    if (length < 2 || length > 12) return null;
    const first = nameWords().traits[this.text.charCodeAt(start)] ?? 0;
    if ((first & (trait.surname | trait.compound | trait.syllable)) === 0) return null;
    if (length > 4 && !/[·•．・‧]/.test(this.text.slice(start, end))) return null;
    const name = this.text.slice(start, end);
    const shape = wholeShape(name);
    if (shape !== "surname" && shape !== "dotted") return null;
    return this.#placed(start, end) ? null : { start, end, name };
  }

  #placed(start: number, end: number): boolean {
    return regionsBetween(this.regions, start, end).some((r) => r.span.start < end && r.span.end > start);
  }

  #commit(posts: readonly Post[] = []): boolean {
    for (const { start, end, name } of this.#run) this.add({ start, end, name, posts });
    this.#run = [];
    this.#led = false;
    return true;
  }

  #drop(): boolean {
    const [first] = this.#run;
    if (this.#led && first !== undefined) this.add({ ...first, posts: [] });
    // A name with a dot is one whatever stands beside it.
    for (const person of this.#run)
      if (person.name.includes("·") && !(this.#led && person === first)) this.add({ ...person, posts: [] });
    this.#led = false;
    this.#run = [];
    return false;
  }

  /** 薄某同志, 县委组织部的段某副部长, 骨科高某某医生. */
  #addressed(item: Item, ends: readonly TitleEnd[]): boolean {
    const found = addressedNames(this.text, item, ends, this.next, this.again, this.regions);
    for (const person of found) this.add(person);
    return found.length > 0;
  }

  /** 麻醉科的逯某、护理部的仝某: a name that ends its item behind 的. */
  #belongs(item: Item): boolean {
    const { text } = this;
    for (let of = this.next.of("的", item.start + 2); of < item.end - 4; of = this.next.of("的", of + 1)) {
      if (!unitOf.test(text.slice(Math.max(item.start, of - 3), of + 1))) continue;
      // 洛浦县第二小学的阿依努尔第一次…: a name written by sound shows where it ends.
      const length = syllablesAt(text, of + 1);
      const name = text.slice(of + 1, of + 1 + length);
      if (length >= 4 && length <= 7 && of + 1 + length <= item.end && nameShape(name) === "syllabic") {
        this.add({ start: of + 1, end: of + 1 + length, name, posts: [] });
        return true;
      }
      // 家住王堂村的黄某红在村里…: a name of three characters, and what stands behind names.
      const open = nameAtStart(text.slice(of + 1, Math.min(item.end, of + 14)), this.again);
      if (open === null || !open.sure || likeness(open.name) < 3 || of + 1 + open.name.length >= item.end) continue;
      if (open.name.length < 3 && this.again(open.name) === 0) continue;
      if (this.#placed(of + 1, of + 1 + open.name.length)) continue;
      this.add({ start: of + 1, end: of + 1 + open.name.length, name: open.name, posts: [] });
      return true;
    }
    if (this.#inClinic(item) || this.#named(item)) return true;
    // 壶口镇的冯某某，如今是…; 万胜坝村的冉某某填了…: whom the next words tell of.
    for (let of = this.next.of("的", item.start + 2); of + 4 <= item.end; of = this.next.of("的", of + 1)) {
      const name = text.slice(of + 1, of + 4);
      if (!unitOf.test(text.slice(Math.max(item.start, of - 3), of + 1)) || likeness(name) < 3) continue;
      const rest = text.slice(of + 4, Math.min(item.end, of + 14));
      const told =
        rest === ""
          ? /^[，,](?:如今|现在|今年|去年|从前|原|曾|一|早|是|也|每|正|在|带|用|靠)/.test(text.slice(of + 4))
          : acts.test(rest);
      if (!told || nameShape(name) !== "surname" || this.#placed(of + 1, of + 4)) continue;
      this.add({ start: of + 1, end: of + 4, name, posts: [] });
      return true;
    }
    for (const length of [3, 2]) {
      const start = item.end - length;
      if (start - 2 < item.start || text[start - 1] !== "的") continue;
      const name = text.slice(start, item.end);
      const needed = this.#ofUnit >= 0 ? 1 : 3;
      if (likeness(name) < needed || nameShape(name) !== "surname" || this.#placed(start, item.end)) continue;
      const listed = item.after === "、" || item.before === "、";
      if (!unitOf.test(text.slice(Math.max(item.start, start - 4), start)) || !listed) continue;
      this.#ofUnit = item.end;
      this.add({ start, end: item.end, name, posts: [] });
      return true;
    }
    return false;
  }

  /** 核医学科张某文优化…: a department and a name of three characters. */
  #inClinic(item: Item): boolean {
    if (this.next.of("科", item.start) >= Math.min(item.end - 3, item.start + 9)) return false;
    return this.#take(namedInClinic(this.text, item));
  }

  /** 活动由余某主持: who did what was done. */
  #named(item: Item): boolean {
    if (this.next.of("由", item.start) >= item.end - 4) return false;
    return this.#take(namedAsDoer(this.text, item));
  }

  /** 罗某某说: an unknown name of three characters that begins its clause and speaks. */
  #speaks(item: Item): void {
    const { text } = this;
    const { traits } = nameWords();
    if (
      ((traits[text.charCodeAt(item.start)] ?? 0) & (trait.common | trait.compound)) === 0 ||
      item.end - item.start < 4 ||
      (speaks[text.charCodeAt(item.start + 3)] === 0 && speaks[text.charCodeAt(item.start + 4)] === 0)
    )
      return;
    const found = nameAtStart(text.slice(item.start, Math.min(item.end, item.start + 16)), this.again);
    if (found === null || found.name.length < 3 || likeness(found.name) < 3) return;
    const end = item.start + found.name.length;
    if (!speech.test(text.slice(end, end + 20)) || this.#placed(item.start, end)) return;
    this.add({ start: item.start, end, name: found.name, posts: [] });
  }
}
