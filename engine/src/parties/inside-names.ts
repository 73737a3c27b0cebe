import type { AnnotatedArticle, RegionMention } from "../annotation.js";
import { type Party, rank } from "./parties.js";
import { deepest } from "./sides.js";

/**
 * Parties of a side that stand only inside names of hospitals and schools: all of them where the side is named nowhere else;
 * else, where only its cities are (临沂医生), the district that several such names show (临沂市兰山区人民医院).
 */
export function insideNames(
  article: AnnotatedArticle,
  named: readonly Party[],
  side: "east" | "west",
): readonly Party[] {
  const own = named.filter((party) => party.side === side);
  if (own.length === 0) return insideInstitutions(article, side);
  if (own.some((party) => rank(party.mentions[0]) >= 2)) return [];
  return insideInstitutions(article, side).filter(
    (party) =>
      // 赴金川县人民医院对口支援, though the text speaks of another county's prefecture too.
      (party.level === "county" && party.mentions.some(({ span }) => sentTo(article, span.start))) ||
      // 农工党江苏省委会…连云港市中医院结对帮扶某县中医院: of a province that stands beside, the city whose house it is.
      (party.level === "city" &&
        own.every((p) => p.level === "province" && p.mentions.length < party.mentions.length) &&
        party.mentions.some(({ span }) => sends(article, span.end))) ||
      (party.level === "county" &&
        (party.mentions.length > 1 || party.mentions.some(({ span }) => sends(article, span.end))) &&
        own.some((city) => city.level === "city" && party.path.startsWith(city.path))),
  );
}

/** 城阳区人民医院援临洮医疗队: a house that sends its people there. */
function sends({ text }: AnnotatedArticle, end: number): boolean {
  return /^[^，,。；;：:、]{0,10}?(?:医院|中学|小学|学校|卫生院|幼儿园)(?:对口支援|结对|对口帮扶|支援|援|赴)/.test(
    text.slice(end, end + 20),
  );
}

/** 赴金川县人民医院: in front of a house that staff are sent to. */
function sentTo({ text }: AnnotatedArticle, start: number): boolean {
  return /(?:赴|到达|抵达|前往|进驻|入驻|奔赴)[^，,。；;、]{0,12}$/.test(text.slice(Math.max(0, start - 16), start));
}

/** A side that is only named inside its hospital's or school's name (水城区人民医院): that is where it is helped. */
function insideInstitutions(article: AnnotatedArticle, side: "east" | "west"): readonly Party[] {
  const mentions = article.mentions.filter(
    (m): m is RegionMention =>
      m.kind === "region" &&
      m.value.insideName &&
      m.value.side === side &&
      /^[^，,。；;]{0,14}?(?:医院|中学|小学|学校|卫生院|幼儿园)/.test(article.text.slice(m.span.end, m.span.end + 20)),
  );
  const deepestPath = deepest(mentions.map((m) => m.value.path));
  return deepestPath.map((path): Party => {
    const own = mentions.filter((m) => m.value.path === path);
    const [first] = own;
    return {
      path,
      adcode: first?.value.adcode ?? null,
      level: first?.value.level ?? "county",
      side,
      inTitle: false,
      mentions: own,
    };
  });
}
