import type { AnnotatedArticle } from "../annotation.js";
import { cooperationHints, partnersOf, provinceOfLetter } from "../regions/cooperation-hints.js";
import type { Region } from "../regions/region.js";
import { sideOf } from "../regions/sides-of-document.js";
import { type RepairedSpan, repairedSpan } from "../span.js";

/** 来宁考察, 赴滇支教, 在闽挂职, 援黔干部: a province by its letter, and what was done there. */
const BY_LETTER =
  /(?:来|赴|在|到|抵|入|援|驻|访)(\p{Script=Han})(?=考察|调研|学习|访问|对接|座谈|挂职|期间|干部|教师|医生|医疗|支教|支医|人才|慰问|交流|招商|洽谈|[，,。])/gu;
const PAIR = /(\p{Script=Han})(\p{Script=Han})(?=两[地省]|(?:东西部)?(?:扶贫|对口|结对)?(?:帮扶|协作|合作|支援))/gu;

/** A province that the text names by its letter alone, with the places of the letter. */
export interface LetterProvince {
  readonly region: Region;
  readonly side: "east" | "west";
  readonly spans: readonly RepairedSpan[];
}

/**
 * Provinces named by a letter (来宁考察, 沪滇协作) in a text that has nobody else on their side. `known` are the paths that
 * are parties already: a letter that stands for two places (宁, 川) counts only as the partner of one of their provinces
 * or in a pair that the State made.
 */
export function letterProvinces(
  article: AnnotatedArticle,
  known: readonly { readonly path: string; readonly side: "east" | "west" | null }[],
): readonly LetterProvince[] {
  const empty = (["east", "west"] as const).filter((side) => !known.some((party) => party.side === side));
  if (empty.length === 0) return [];
  const paired = new Set(cooperationHints(article.text).map(({ path }) => path));
  const partnered = (region: Region) =>
    paired.has(region.path) ||
    partnersOf(region).some(([other]) => known.some(({ path }) => path.startsWith(other.path)));
  const provincial = known.every(({ path }) => /^[^省市区]{2,6}(?:省|自治区)$|^..市$/.test(path));
  const found = new Map<Region, RepairedSpan[]>();
  const note = (letter: string, at: number, sure: boolean) => {
    const region = provinceOfLetter(letter);
    if (region === null || !(sure || partnered(region))) return;
    const spans = found.get(region) ?? [];
    spans.push(repairedSpan(at, at + 1));
    found.set(region, spans);
  };
  for (const paragraph of article.paragraphs) {
    if (!/title|body|caption/.test(paragraph.role)) continue;
    const text = article.text.slice(paragraph.span.start, paragraph.span.end);
    for (const match of text.matchAll(BY_LETTER)) note(match[1] ?? "", paragraph.span.start + match.index + 1, false);
    // 闽宁协作 says no more than what it is called where a county of one side acts: only provinces among themselves.
    if (provincial)
      for (const match of text.matchAll(PAIR)) {
        const [east, west] = [provinceOfLetter(match[1] ?? ""), provinceOfLetter(match[2] ?? "")];
        if (east === null || west === null || !partnersOf(east).some(([other]) => other === west)) continue;
        note(match[1] ?? "", paragraph.span.start + match.index, true);
        note(match[2] ?? "", paragraph.span.start + match.index + 1, true);
      }
  }
  return [...found].flatMap(([region, spans]) => {
    const side = sideOf(region);
    return side !== null && empty.includes(side) ? [{ region, side, spans }] : [];
  });
}

/**
 * The two provinces that a text's cooperation is called after (浙川东西部协作, 苏陕两省), most often where it names several;
 * only pairs that the State made.
 */
export function provincesByLetter(
  article: AnnotatedArticle,
): { readonly one: LetterProvince; readonly other: LetterProvince } | null {
  const found = new Map<string, { one: Region; other: Region; spans: RepairedSpan[] }>();
  for (const paragraph of article.paragraphs) {
    if (!/title|body|caption/.test(paragraph.role)) continue;
    const text = article.text.slice(paragraph.span.start, paragraph.span.end);
    for (const match of text.matchAll(PAIR)) {
      const [one, other] = [provinceOfLetter(match[1] ?? ""), provinceOfLetter(match[2] ?? "")];
      if (one === null || other === null || !partnersOf(one).some(([partner]) => partner === other)) continue;
      const entry = found.get(one.path + other.path) ?? { one, other, spans: [] };
      entry.spans.push(repairedSpan(paragraph.span.start + match.index, paragraph.span.start + match.index + 1));
      found.set(one.path + other.path, entry);
    }
  }
  const [most] = [...found.values()].sort((a, b) => b.spans.length - a.spans.length);
  if (most === undefined) return null;
  const [sideOne, sideOther] = [sideOf(most.one), sideOf(most.other)];
  if (sideOne === null || sideOther === null || sideOne === sideOther) return null;
  const next = most.spans.map(({ start }) => repairedSpan(start + 1, start + 2));
  return {
    one: { region: most.one, side: sideOne, spans: most.spans },
    other: { region: most.other, side: sideOther, spans: next },
  };
}
