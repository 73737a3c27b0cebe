import type { AnnotatedArticle, RegionMention } from "../annotation.js";
import type { DraftOf, Rule } from "../draft.js";
import { letterProvinces } from "../letter-provinces.js";
import { paragraphAt } from "../paragraph-at.js";
import { type Party, partiesOf } from "../parties.js";
import type { Region } from "../regions/region.js";
import { regionIndex } from "../regions/region-index.js";

type RegionDraft = DraftOf<"region">;

/**
 * Regions that are parties, or were visited (涉及地区). Counties and zones count wherever the text speaks of them; a city
 * or province only where it acts itself: in a pairing, in the title, or as the only name of its side; a town only in a
 * pairing. A delegation's city or province and the one it travels to act too. A city that merely stands in front of its county (河池市 in 赴河池市都安县) or in a post does not.
 */
export const region: Rule = {
  id: "region",
  version: 1,
  purpose:
    "A county that the text speaks of, and a city, province or town that acts in it, is a party or a place visited.",
  apply(article, soFar) {
    const parties = partiesOf(article);
    const paired = new Set(soFar.flatMap((d) => (d.kind === "pairing" ? [d.east, d.west] : [])));
    const sides = new Map<string, "east" | "west">();
    for (const draft of soFar) {
      if (draft.kind !== "pairing") continue;
      sides.set(draft.east, "east");
      sides.set(draft.west, "west");
    }
    const drafts = parties
      .filter((party) => paired.has(party.path) || acts(article, party, parties, inTitle(article, party)))
      .map(
        (party): RegionDraft => ({
          key: `region:${party.path}`,
          kind: "region",
          confidence: paired.has(party.path) ? 0.97 : party.inTitle ? 0.93 : 0.85,
          inferred: party.adcode === null ? [] : ["adcode"],
          evidence: party.mentions.map((m) => m.span),
          path: party.path,
          adcode: party.adcode,
          side: sides.get(party.path) ?? party.side,
        }),
      );
    drafts.push(...ofPairs(article, paired, sides, drafts));
    const known = new Set(drafts.map((d) => d.path));
    const houses = [...ofInstitutions(article, drafts, known), ...ofDestinations(article, known)];
    const all = onceEach([...drafts, ...countiesOfTowns(article, parties, known), ...houses]);
    return onceEach([...all, ...byLetter(article, all)]);
  },
};

/** A county of a town that is also the county of a hospital is one party: as the first of them tells. */
function onceEach(drafts: readonly RegionDraft[]): readonly RegionDraft[] {
  const paths = new Set<string>();
  return drafts.filter(({ path }) => !paths.has(path) && paths.add(path));
}

/** 拟挂任凯里市委常委、副市长: a county of a pair that the text names in posts and offices only is a party all the same. */
function ofPairs(
  article: AnnotatedArticle,
  paired: ReadonlySet<string>,
  sides: ReadonlyMap<string, "east" | "west">,
  drafts: readonly RegionDraft[],
): readonly RegionDraft[] {
  const known = new Set(drafts.map(({ path }) => path));
  const settled = new Set(drafts.map(({ side }) => side));
  const named = new Map<string, RegionMention[]>();
  for (const mention of article.mentions) {
    if (mention.kind !== "region") continue;
    const { path, level, side } = mention.value;
    // 某市中医院与某县中医医院: the city of a pair, where its side has nobody else.
    const alone = level === "city" && side !== null && !settled.has(side);
    if ((level === "county" || alone) && paired.has(path) && !known.has(path))
      named.set(path, [...(named.get(path) ?? []), mention]);
  }
  return [...named].map(([path, mentions]) => ({
    key: `region:${path}`,
    kind: "region",
    confidence: 0.8,
    inferred: ["adcode"],
    evidence: mentions.map((m) => m.span),
    path,
    adcode: mentions[0]?.value.adcode ?? null,
    side: sides.get(path) ?? mentions[0]?.value.side ?? null,
  }));
}

/** 福建省代表团来宁考察, 沪滇协作: the province of a letter, where its side has nobody else. */
function byLetter(article: AnnotatedArticle, drafts: readonly RegionDraft[]): readonly RegionDraft[] {
  return letterProvinces(article, drafts).map(({ region, side, spans }) => ({
    key: `region:${region.path}`,
    kind: "region",
    confidence: 0.7,
    inferred: ["adcode", "path"],
    evidence: spans,
    path: region.path,
    adcode: region.adcode,
    side,
  }));
}

/**
 * 绍兴市柯桥区人民医院专家走进马边: where a side has no party of its own, the county of its hospital, school or office that the
 * text names again and again is the one that acts.
 */
function ofInstitutions(
  article: AnnotatedArticle,
  drafts: readonly RegionDraft[],
  known: ReadonlySet<string>,
): readonly RegionDraft[] {
  const out: RegionDraft[] = [];
  for (const side of ["east", "west"] as const) {
    if (drafts.some((d) => d.side === side) || !drafts.some((d) => d.side !== null)) continue;
    const named = new Map<string, RegionMention[]>();
    for (const mention of article.mentions) {
      if (mention.kind !== "region" || mention.value.side !== side) continue;
      const role = paragraphAt(article, mention.span.start)?.role ?? "furniture";
      if (mention.value.level !== "county" || known.has(mention.value.path) || role === "furniture") continue;
      // 作者：昌平区派驻阿荣旗挂职干部: the byline says where somebody is posted.
      const posted = /meta|byline/.test(role) && postedThere(article, mention);
      if (posted || (mention.value.insideName && !/meta|byline/.test(role)))
        named.set(mention.value.path, [
          ...(named.get(mention.value.path) ?? []),
          ...(posted ? [mention, mention] : [mention]),
        ]);
    }
    for (const [path, mentions] of named) {
      const [first] = mentions;
      if (mentions.length < 2 || first === undefined) continue;
      out.push({
        key: `region:${path}`,
        kind: "region",
        confidence: 0.7,
        inferred: ["adcode"],
        evidence: [...new Set(mentions)].map((m) => m.span),
        path,
        adcode: first.value.adcode,
        side,
      });
    }
  }
  return out;
}

function postedThere({ text }: AnnotatedArticle, { span }: RegionMention): boolean {
  return /(?:派驻|选派到|援派|支援|挂职)$/.test(text.slice(Math.max(0, span.start - 4), span.start));
}

/** In front of a hospital or a school that somebody is sent to. */
const sentTo = /(?:赴|到达|抵达|前往|进驻|入驻|奔赴|援助|支援|帮扶)了?(?:受援的?|对口的?|结对的?)?$/;

/** 赴金川县人民医院对口支援, 抵达某县第一中学: where posted staff are sent, though the text names the county in the house's name only. */
function ofDestinations(article: AnnotatedArticle, known: ReadonlySet<string>): readonly RegionDraft[] {
  const out = new Map<string, RegionDraft>();
  for (const mention of article.mentions) {
    if (mention.kind !== "region" || !mention.value.insideName || mention.value.level !== "county") continue;
    const { path, adcode, side } = mention.value;
    const { start, end } = mention.span;
    if (known.has(path) || out.has(path) || !/^(?:body|title)$/.test(paragraphAt(article, start)?.role ?? "")) continue;
    if (!sentTo.test(article.text.slice(Math.max(0, start - 8), start))) continue;
    if (!/^[^，,。；;：:、]{0,8}(?:医院|卫生院|中学|小学|幼儿园|职校)/.test(article.text.slice(end, end + 14)))
      continue;
    out.set(path, {
      key: `region:${path}`,
      kind: "region",
      confidence: 0.7,
      inferred: ["adcode"],
      evidence: [mention.span],
      path,
      adcode,
      side: side ?? null,
    });
  }
  return [...out.values()];
}

/** 来到贞丰县珉谷镇, 南海区西樵镇结对雷山县大塘镇: a county that is named only in front of its towns is where it all happens. */
function countiesOfTowns(
  article: AnnotatedArticle,
  parties: readonly Party[],
  known: ReadonlySet<string>,
): readonly RegionDraft[] {
  const out = new Map<string, RegionDraft>();
  for (const town of parties) {
    if (town.level !== "township") continue;
    const printed = town.mentions.filter(({ span }) =>
      /[县市区旗].+[镇乡道木]$/.test(article.text.slice(span.start, span.end)),
    );
    const [first] = printed;
    if (first === undefined) continue;
    const county = countyOf(town, article.text.slice(first.span.start, first.span.end));
    const { path, adcode } = county ?? { path: "", adcode: null };
    if (adcode === null || adcode.length < 6 || known.has(path) || out.has(path)) continue;
    out.set(path, {
      key: `region:${path}`,
      kind: "region",
      confidence: 0.75,
      inferred: ["adcode"],
      evidence: printed.map((m) => m.span),
      path,
      adcode,
      side: town.side,
    });
  }
  return [...out.values()];
}

/** The county of a town by its code; of a town that the lists lack (耈街乡) by the name printed in front of it. */
function countyOf(town: Party, printed: string): Region | null {
  const index = regionIndex();
  if (town.adcode !== null) return /^\d{9}$/.test(town.adcode) ? index.byCode(town.adcode.slice(0, 6)) : null;
  const name = /^.+?[县市区旗](?=[^县市区旗]+$)/.exec(printed)?.[0] ?? "";
  return index.named(name).find(({ region }) => town.path.startsWith(region.path))?.region ?? null;
}

/** How many of a party's mentions stand in titles. */
function inTitle(article: AnnotatedArticle, party: Party): number {
  return party.mentions.filter((m) => /title/.test(paragraphAt(article, m.span.start)?.role ?? "")).length;
}

const delegation =
  /^(?:党政|政府|经贸|民营企业|企业家|人大|政协)?(?:代表团|考察团|考察组|考察队|调研组|访问团|学习团|慰问团|党政团)/;
const towards = /(?:赴|前往|来到|抵达|到访|走进|来|到|(?<![存实现])在)了?$/;
const visited = /(?:考察|调研|走访|访问)了?(?:对口(?:帮扶|支援|协作)的|结对(?:帮扶)?的)?$/;
const purpose =
  /^(?:等地|等市州?|等省区?)?[，,]?(?:就|围绕)?(?:进行|实地)?(?:考察|调研|学习|访问|走访|对接|参观|慰问|推进|推动|洽谈|交流|开展[^，。；]{0,16}?(?:考察|调研|协作|对接|帮扶|活动|交流|慰问|招商))/;

/** 贵阳市党政代表团, 赴贵州省考察, 赴怒江、保山、昆明等地调研: who travelled, and where to. */
function travels(article: AnnotatedArticle, party: Party): boolean {
  const { text } = article;
  return party.mentions.some((mention) => {
    const { span } = mention;
    if (delegation.test(text.slice(span.end, span.end + 8))) return true;
    const { front } = aroundList(article, mention);
    if (visited.test(front) && /^[、，。；和及与等]/.test(text.slice(span.end, span.end + 1))) return true;
    if (!towards.test(front)) return false;
    const behind = text.slice(span.end, span.end + 40);
    const list =
      /^(?:[、和及与]\p{Script=Han}{2,10}?)*?(?=等地|等市|等省|考察|调研|学习|访问|走访|对接|开展)/u.exec(
        behind,
      )?.[0] ?? "";
    return purpose.test(behind) || (list !== "" && purpose.test(behind.slice(list.length)));
  });
}

const gathering = /^[^，,。；;]{0,14}?(?:协议|备忘录|座谈会|联席会|对接会|交流会)/;
const speaks =
  /^(?:[、和及与]\p{Script=Han}{2,10}?)*(?:分别|先后|依次)?作了?(?:交流|典型|大会|表态|经验)?(?:发言|介绍|汇报)/u;

/** 甲市、乙州合作框架协议, 甲市乙州发展交流座谈会, 甲市、乙市作交流发言: a city that signs, meets or speaks is a party itself. */
function meets(article: AnnotatedArticle, party: Party): boolean {
  const { text } = article;
  return party.mentions.some(({ span, value }) => {
    if (speaks.test(text.slice(span.end, span.end + 40))) return true;
    const next = article.within("region", { ...span, start: span.end, end: span.end + 12 } as typeof span)[0];
    return (
      next !== undefined &&
      next.value.level === value.level &&
      next.value.path !== value.path &&
      /^[、和与及·—–-]?$/.test(text.slice(span.end, next.span.start)) &&
      gathering.test(text.slice(next.span.end, next.span.end + 20))
    );
  });
}

/** 在东莞开展招商, 会议在江门召开, 分别在我省临夏州、定西市举办: a place where something was done; not 将在丽水举办. */
function worksThere(article: AnnotatedArticle, party: Party): boolean {
  return party.mentions.some((mention) => {
    const { front, behind } = aroundList(article, mention);
    const clause = front.slice(Math.max(...[..."，,。"].map((mark) => front.lastIndexOf(mark))) + 1);
    return (
      /在(?:[我本全]省|我国)?$/.test(clause) &&
      !/[将拟要筹]|计划|争取|准备/.test(clause) &&
      /^(?:等地|等市州?|等省区?|三地|两地)?(?:分别|先后|同时)?(?:开展|考察|参观|召开|举[行办]|实地|调研|签|学习|访问)/.test(
        behind,
      )
    );
  });
}

/** The words before and behind the list of places (甲州、乙市和丙市) that a mention stands in. */
function aroundList(article: AnnotatedArticle, { span }: RegionMention): { front: string; behind: string } {
  const { text } = article;
  const joined = /^(?:、|和|及|与|以及)$/;
  let { start, end }: { start: number; end: number } = span;
  const before = article.within("region", { ...span, start: Math.max(0, start - 40) as typeof span.start });
  for (let k = before.length - 2; k >= 0; k--) {
    const other = before[k];
    if (other === undefined || !joined.test(text.slice(other.span.end, start))) break;
    start = other.span.start;
  }
  for (const other of article.within("region", { ...span, start: end, end: end + 40 } as typeof span)) {
    if (!joined.test(text.slice(end, other.span.start))) break;
    end = other.span.end;
  }
  return { front: text.slice(Math.max(0, start - 16), start), behind: text.slice(end, end + 40) };
}

function acts(article: AnnotatedArticle, party: Party, parties: readonly Party[], titles: number): boolean {
  if (party.level === "zone" && !party.inTitle && !governs(article, party)) return false;
  if (party.level === "county" || party.level === "zone") return !onlyPlanned(article, party);
  if (party.level === "township") return gives(article, party) || issues(article, party);
  if (party.level === "village") return false;
  const below = parties.filter((p) => p !== party && p.path.startsWith(party.path) && p.level !== "city");
  // 赴甘肃开展教育协作: only the frame of the counties that a district's people visit there.
  const frame =
    party.level === "province" &&
    party.mentions.length < 3 &&
    below.some((p) => p.level === "county" && p.mentions.length > 1) &&
    !parties.some((p) => p.side !== party.side && (p.level === "province" || p.level === "city"));
  if (frame) return false;
  if (travels(article, party)) return true;
  if (party.level === "province")
    return (
      (below.length === 0 && worksThere(article, party)) ||
      party.inTitle ||
      (party.mentions.length >= 4 && below.length === 0)
    );
  if (party.level === "city" && (worksThere(article, party) || meets(article, party))) return true;
  // 赴黔东南揽才 in the title, three of its counties in the text: the counties are the places.
  if (party.inTitle) return below.length === 0 || party.mentions.length > titles;
  // Of several cities of a side, none of them in the title, those that are only listed (湛江、茂名等五市) do not act.
  const beside = parties.filter((p) => p.side === party.side && p !== party && p.level === "city").length;
  return (
    below.length === 0 &&
    (party.mentions.length > 1 || beside === 0) &&
    !parties.some((p) => p.side === party.side && p !== party && (p.level === "county" || p.inTitle))
  );
}

/** 什刹海街道捐书, 鲸园街道社会捐赠, 泥溪镇人民政府公告: a town that gives, or whose office speaks in the title. */
function gives(article: AnnotatedArticle, party: Party): boolean {
  return party.mentions.some(({ span }) => {
    const behind = article.text.slice(span.end, span.end + 14);
    if (/^(?:社会|向|为|给|共|党员|干部|群众|居民|商会|企业|[、和与]).{0,8}捐/.test(behind) || /^捐/.test(behind))
      return true;
    return issues(article, party);
  });
}

/** True where the office of a town stands in the title. */
function issues(article: AnnotatedArticle, town: Party): boolean {
  return town.mentions.some(
    ({ span }) =>
      paragraphAt(article, span.start)?.role === "title" &&
      /^(?:人民政府|党委|办事处)/.test(article.text.slice(span.end, span.end + 4)),
  );
}

/** A functional zone acts by its committee, its people, its money; a park that is only visited does not. */
function governs(article: AnnotatedArticle, party: Party): boolean {
  return party.mentions.some(({ span }) => {
    const behind = article.text.slice(span.end, span.end + 16);
    return (
      /^(?:党工委|管委会|管理委员会|党政|代表团|考察团|领导|干部|一行|对口|帮扶|协作|投入|选派|捐|的支持|的帮助|组团|的?[一-龥]{0,6}(?:考察[团组]|代表团|企业家|干部|教师|医生))/.test(
        behind,
      ) || /^(?:对|与|和|向|同|分别).{0,10}(?:结对|帮扶|协作|签|捐|支援)/.test(behind)
    );
  });
}

/** 考察团还将赴泰州姜堰区考察: a place that the text names once, as where somebody will go. */
function onlyPlanned(article: AnnotatedArticle, party: Party): boolean {
  const [only] = party.mentions;
  if (party.mentions.length !== 1 || only === undefined) return false;
  return /(?:将|拟|计划|准备)(?:于.{1,12}|继续|再次)?(?:赴|前往|到)$/.test(
    article.text.slice(Math.max(0, only.span.start - 16), only.span.start),
  );
}
