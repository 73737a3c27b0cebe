import type { Article } from "../annotation.js";
import type { Page } from "../article.js";
import type { Genre } from "../extraction.js";

/** Endings of a title that say what kind of paper it is, in order: 会议纪要 before 会议. */
const BY_TITLE: readonly (readonly [RegExp, Genre])[] = [
  [/纪要$/, "minutes"],
  // 两县签订四项协议 is a headline.
  [/^(?!.*(?:签订|签署|签下|签了|达成|续签)).*(?:协议|协议书|备忘录|合同|责任书|任务书|意向书)$/, "agreement"],
  [/(?:通知|通报|公告|公示|通告|批复)$/, "notice"],
  [/(?:函|复函|(?<=关于.{2,60}的)(?:答复|回复)(?:意见)?|感谢信|慰问信|公开信|[的一封]信|一封家书)$/, "letter"],
  [/(?:计划|规划|方案|要点)$/, "plan"],
  [/(?:总结|报告|综述|工作情况|情况汇报|简介)$/, "report"],
  [/(?:名册|名单|花名册|一览表)$/, "roster"],
  // 在…上的讲话; 某某出席并讲话 is news.
  [/(?:上的?|的)(?:讲话|致辞|发言|发言稿|主持词)$|^(?:讲话|致辞|主持词)/, "speech"],
];
/** How a newspaper's page begins: 本报讯, 本网讯（记者 …）, 记者从…获悉. */
const NEWS = /本[报网台]讯|讯（|讯\(|记者|通讯员|来源[：:]|赴|到|来/;

/** 感　谢　信: a title spread over its line. */
function spreadOut(title: string): string {
  return /^(?:\S[\s　]+){1,5}\S$/.test(title) ? title.replace(/[\s　]+/g, "") : title;
}

/** What kind of paper it is (文种), by the ending of its title, else by its first lines; `other` when nothing says it. */
export function genreOf(article: Article): Genre {
  if (article.genre !== undefined) return article.genre;
  let genre = told.get(article);
  if (genre === undefined) {
    genre = read(article);
    told.set(article, genre);
  }
  return genre;
}

/** Seven rules ask. */
const told = new WeakMap<Article, Genre>();

/** The same of a page whose paragraphs are not all there. */
export function genreOfPage({ title, text, paragraphs }: Pick<Page, "title" | "text" | "paragraphs">): Genre {
  return genreBy(title, paragraphs.first("subtitle"), text);
}

function read({ title, text, paragraphs }: Article): Genre {
  const heading = paragraphs.find((paragraph) => paragraph.role === "subtitle");
  return genreBy(title, heading === undefined ? "" : text.slice(heading.span.start, heading.span.end), text);
}

function genreBy(printed: string | null, subtitle: string, text: string): Genre {
  const title = spreadOut((printed ?? "").replace(/[（(][^（()）]{0,20}[）)]$/, ""));
  const named = BY_TITLE.find(([ending]) => ending.test(title));
  if (named !== undefined) return named[1];
  const second = BY_TITLE.find(([ending]) => ending.test(subtitle));
  if (second !== undefined) return second[1];
  return NEWS.test(text.slice(0, 400)) ? "news" : "other";
}
