import type { AnnotatedArticle } from "../annotation.js";
import { matchesOf } from "../patterns/pattern.js";
import { repairedSpan } from "../span.js";
import type { Party } from "./parties.js";

/* Groups of towns (组团) that help a county together: 虎门组团, 大朗组团（大朗、黄江、大岭山）. */

/** Behind a town these say that it leads or belongs to a group of towns: 虎门组团, 虎门、沙田、麻涌三镇组团. */
const GROUP = /^(?:等?[一二三四五六七八九十\d]*个?(?:镇街|镇区|镇|街道|区)?)组团(?!式|[赴来到前参])/;

/** The towns after which groups are called: 大朗 of 大朗组团. */
export function groupHeads(text: string): ReadonlySet<string> {
  return new Set(
    matchesOf(/([一-龥]{2,5})组团(?!式)/g, text).flatMap(([, name = ""]) =>
      [2, 3, 4, 5].map((length) => name.slice(-length)),
    ),
  );
}

/** The name of the 组团 that a party leads or is listed in, as printed; null where the text names none. */
export function groupOf(article: AnnotatedArticle, party: Party): string | null {
  for (const mention of party.mentions) {
    const clause = repairedSpan(mention.span.start, Math.min(article.text.length, mention.span.end + 60));
    let end = mention.span.end;
    for (const next of article.within("region", clause)) {
      if (next.span.start > end && !/^[、和及与]$/.test(article.text.slice(end, next.span.start))) break;
      end = Math.max(end, next.span.end);
    }
    const group = GROUP.exec(article.text.slice(end, end + 12));
    if (group === null) continue;
    let start = mention.span.start;
    const before = article.within("region", repairedSpan(Math.max(0, start - 60), start));
    for (const previous of [...before].reverse())
      if (/^[、和及与]$/.test(article.text.slice(previous.span.end, start))) start = previous.span.start;
    return article.text.slice(start, end) + group[0];
  }
  return null;
}

/** Behind a town: its leaders. */
const LEADER = /^(?:党)?委?(?:委员会)?(?:副?书记|副?[镇主]长|主任)/;
/** From the leaders' names on to the group that they bring. */
const BRING = /^[^。；;]{0,90}?(?:率领?|带领|带队|随)[^，,。；;]{0,16}组团/;

/** 麻涌镇委书记某某，中堂镇委书记某某率虎门组团来考察: the towns whose leaders bring their group. */
export function townsOfLeaders(article: AnnotatedArticle, towns: readonly Party[]): ReadonlySet<string> {
  if (!article.text.includes("组团")) return new Set();
  const bring = (end: number) => {
    const behind = article.text.slice(end, end + 130);
    const post = LEADER.exec(behind);
    return post !== null && BRING.test(behind.slice(post[0].length));
  };
  return new Set(towns.filter(({ mentions }) => mentions.some(({ span }) => bring(span.end))).map(({ path }) => path));
}
