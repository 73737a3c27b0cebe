import type { RegionMention } from "../annotation.js";
import type { TitleEnd } from "./title-shape.js";

/** One post as printed: 罗甸县委书记 is {printed 县委书记, region 罗甸县}. */
export interface Post {
  /** Place of the whole post, region included. */
  readonly start: number;
  readonly end: number;
  /** Without the region in front, its level word kept (县委书记); names of hospitals, schools, firms and teams whole. */
  readonly printed: string;
  readonly organisation: string | null;
  readonly region: RegionMention | null;
  readonly class: string;
  /** The word that the post ends with: 书记 of 县委书记. */
  readonly word: string;
}

const level = /(?:自治区|地区|省|市|州|县|区|旗|盟|镇|乡|街道)$/;
/** Institutions that keep the place in their name, so that the post keeps it too. */
const institution =
  /(?:医院|大学|学院|中学|高中|小学|学校|幼儿园|公司|集团|银行|协会|商会|基金会|合作社|研究院|研究所|卫生院|工作队|工作组|联络组|挂职团队|指挥部|医疗队|支教队|帮扶团队|实验室|党校|开发区|高新区|经开区|产业园|保税区|\p{Script=Han}{2}厂(?![长区房]))/u;
const teamAhead = /^(?:驻|援|赴|派驻|对口)/;
/** 民盟建德市委主委: a party or league in front of the place stays, because 市委 alone is another's. */
const league = /^(?:民[革盟建进]|农工党|致公党|九三学社|台盟|共青团|团)$/;

/**
 * Reads a post that ends with `end` and begins at `start`, with the regions printed inside it. The region in front is
 * taken off and its level word kept: a clerk enters 县委书记 and the county separately.
 */
export function readPost(
  text: string,
  start: number,
  end: TitleEnd,
  to: number,
  regions: readonly RegionMention[],
): Post {
  const inside = regions.filter((r) => r.span.start >= start && r.span.end <= end.end);
  let head = inside[0] ?? null;
  let from = start;
  if (head !== null && head.span.start > start) {
    const lead = text.slice(start, head.span.start);
    if (league.test(lead)) from = start;
    else if (lead === "中共" || (lead.length <= 4 && !/[省市县区州级协作援驻原党第]/.test(lead)))
      from = head.span.start;
    else head = null;
  }
  const whole = text.slice(from, to);
  const lead = head !== null && head.span.start > from ? text.slice(from, head.span.start) : "";
  const body = head === null ? whole : text.slice(head.span.end, to);
  const institutional = institution.exec(whole);
  const organisation =
    institutional === null ? null : text.slice(from, from + institutional.index + institutional[0].length);
  let printed = whole
    .replace(/^\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?[·,，、：:]?/, "")
    .replace(/^(?:本[报网台社刊文]|原|时任|我([省市县区州旗镇乡])(?=\1)|我(?=[省市县区州旗镇乡]))/, "");
  if (head !== null && institutional === null && !teamAhead.test(body)) {
    const name = text.slice(head.span.start, head.span.end);
    const last = level.exec(name)?.[0] ?? "";
    const word = head.value.path.endsWith(last) ? last : ""; // 福州 ends in a 州 that is no level
    // 册亨县副县长, 白河县县长: the level word comes again.
    const again = word !== "" && /^(?:副|常务副|代)?.{1,2}长/.test(body) && body.includes(`${word}长`);
    const full = head.value.level === "zone" ? name : word;
    // 黔东南州务工人员: who holds no office is of no level.
    const plain = end.class === "occupation" && body === end.word;
    printed = lead + (plain || again || (word !== "" && body.startsWith(word)) ? body : full + body); // 凤县县委常委
  }
  return {
    start: from,
    end: to,
    printed,
    organisation,
    region: head ?? inside[0] ?? null,
    class: end.class,
    word: end.word,
  };
}

/** A label of the page (记者, 摄) as the post of who signs; empty where none is printed. */
export function labelPost(text: string, start: number, end: number): Post {
  return { start, end, printed: text.slice(start, end), organisation: null, region: null, class: "label", word: "" };
}

/** The level that a post names: 县 of 县委书记 and 副县长. */
export function levelOf(post: Post): string | null {
  return /^(?:副|常务副)?(自治区|省|市|州|县|区|旗|镇|乡|街道)/.exec(post.printed)?.[1] ?? null;
}

/** What stands in front of 记者: 本报, 特约, 山海新闻. */
export const signsFor =
  /^(?:本[报网台社刊文]|特[约派]|实习|文字|图片|全媒体|融媒体?|[A-Za-z]+|\p{Script=Han}{2,8}(?:新闻|[日晚时]报社?|[网台]|融媒体?(?:中心)?|客户端))*$/u;

/** 记者 of 山海新闻记者: the medium is no part of what somebody signs as. */
export function withoutMedium(post: Post): Post {
  if (!/(?:新闻|报社?|[网台]|融媒体?(?:中心)?|客户端).{2,4}$/.test(post.printed) || post.printed.startsWith("本"))
    return post;
  return { ...post, start: post.end - post.word.length, printed: post.word };
}
