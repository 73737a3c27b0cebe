import type { AnnotatedArticle, RegionMention } from "../annotation.js";
import { paragraphAt } from "../document/paragraph-at.js";
import { behindMark } from "../patterns/behind-mark.js";
import { onlyPlace } from "./implied-pairs.js";
import type { Party } from "./parties.js";

/* Whether a place that a text names acts in it, or was visited: what makes it a region (涉及地区) of the document. */

const delegation =
  /^(?:党政|政府|经贸|民营企业|企业家|人大|政协)?(?:代表团|考察团|考察组|考察队|调研组|访问团|学习团|慰问团|党政团)/;
const towards = /(?:赴|前往|来到|抵达|到访|走进|来|到|(?<![存实现])在)了?$/;
const visited =
  /(?:考察|调研|走访|访问)了?(?:对口(?:帮扶|支援|协作)的|结对(?:帮扶)?的)?$|(?:对口|结对|协作|帮扶)(?:帮扶|支援|协作)的$/;
/** Behind a city's office: its people travel on the city's part (舟山市工商联一行). */
const officeTravels =
  /^[^，,。；;：:、]{0,6}?(?:工商联|妇联|总工会|团市委|残联|文联|[局委办])(?:一行|(?:党政|经贸|企业家)?(?:代表团|考察团|考察组|调研组|慰问团))/;
const purpose =
  /^(?:等地|等市州?|等省区?)?[，,]?(?:就|围绕)?(?:进行|实地|深入)?(?:考察|调研|学习|访问|走访|对接|参观|慰问|推进|推动|洽谈|交流|开展[^，,。；;]{0,16}?(?:考察|调研|协作|对接|帮扶|活动|交流|慰问|招商))/;

/** 贵阳市党政代表团, 赴贵州省考察, 赴怒江、保山、昆明等地调研: who travelled, and where to. */
function travels(article: AnnotatedArticle, party: Party): boolean {
  const { text } = article;
  return party.mentions.some((mention) => {
    const { span } = mention;
    if (delegation.test(text.slice(span.end, span.end + 8))) return true;
    if (party.level === "city" && officeTravels.test(text.slice(span.end, span.end + 24))) return true;
    const { front } = aroundList(article, mention);
    if (visited.test(front) && /^[、，,。；;和及与等两]/.test(text.slice(span.end, span.end + 1))) return true;
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
    const clause = front.slice(behindMark(front, "，。"));
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

/** 会议在江门召开, 活动在贺州市举办: where a gathering was held. */
function hosts({ text }: AnnotatedArticle, { mentions }: Party): boolean {
  return mentions.some(({ span }) =>
    /^(?:举[办行]|召开|启动|开[幕展]|签|考察|参观|调研)/.test(text.slice(span.end, span.end + 2)),
  );
}

/** Whether a party acts itself or was visited; `titles` are its mentions in titles, `paired` the parties of pairings. */
export function acts(
  article: AnnotatedArticle,
  party: Party,
  parties: readonly Party[],
  titles: number,
  paired: ReadonlySet<string>,
): boolean {
  if (party.level === "zone" && !party.inTitle && !governs(article, party)) return false;
  if (party.level === "county" || party.level === "zone")
    return !onlyPlanned(article, party) && !onlyAttended(article, party, parties);
  if (party.level === "township")
    return (
      gives(article, party) ||
      isHelped(article, party) ||
      issues(article, party) ||
      (party.inTitle && sets(article, party))
    );
  if (party.level === "village") return false;
  const below = parties.filter((p) => p !== party && p.path.startsWith(party.path) && p.level !== "city");
  // 赴甘肃开展教育协作: only the frame of the counties that a district's people visit there.
  const frame =
    party.level === "province" &&
    party.mentions.length < 3 &&
    below.some((p) => p.level === "county" && p.mentions.length > 1) &&
    !parties.some((p) => p.side !== party.side && (p.level === "province" || p.level === "city"));
  if (frame) return false;
  if (travels(article, party) || (party.level === "city" && provides(article, party))) return true;
  if (party.level === "province")
    return (
      (below.length === 0 && worksThere(article, party)) ||
      party.inTitle ||
      (party.mentions.length >= 4 && below.length === 0)
    );
  if (
    party.level === "city" &&
    parties.some((p) => p.level === "province" && paired.has(p.path) && party.path.startsWith(p.path)) &&
    onlyPlace(article, party) &&
    !hosts(article, party)
  )
    return false;
  if (party.level === "city" && (worksThere(article, party) || meets(article, party))) return true;
  // 赴黔东南揽才 in the title, three of its counties in the text: the counties are the places.
  if (party.inTitle) return below.length === 0 || party.mentions.length > titles;
  // Of several cities of a side, none of them in the title, those that are only listed (湛江、茂名等五市) do not act.
  const beside = parties.filter((p) => p.side === party.side && p !== party && p.level === "city").length;
  return (
    below.length === 0 &&
    // 从青岛飞来 in a text about a district of it.
    ![...paired].some((path) => path !== party.path && path.startsWith(party.path)) &&
    (party.mentions.length > 1 || beside === 0) &&
    !parties.some((p) => p.side === party.side && p !== party && (p.level === "county" || p.inTitle))
  );
}

/** 什刹海街道捐书, 鲸园街道社会捐赠: a town that gives. */
function gives(article: AnnotatedArticle, party: Party): boolean {
  return party.mentions.some(({ span }) => {
    const behind = article.text.slice(span.end, span.end + 14);
    return /^(?:社会|向|为|给|共|党员|干部|群众|居民|商会|企业|[、和与]).{0,8}捐|^捐/.test(behind);
  });
}

/** 枣庄市累计安排资金2860万元, 某市先后选派教师: a city that gives money or people itself. */
function provides({ text }: AnnotatedArticle, { mentions }: Party): boolean {
  return mentions.some(({ span }) =>
    /^(?:累计|共计?|先后|每年|已经?)+(?:向[^，,。；;]{2,10}?)?(?:安排|投入|援助|选派|拨付|捐赠|派出|援建)/.test(
      text.slice(span.end, span.end + 20),
    ),
  );
}

/** 向某区某镇落实对口支援资金: a town that is helped. */
function isHelped({ text }: AnnotatedArticle, { mentions }: Party): boolean {
  return mentions.some(
    ({ span }) =>
      /[向对给为][^，,。；;：:]{0,9}$/.test(text.slice(Math.max(0, span.start - 10), span.start)) &&
      /^(?:落实|捐[赠款]|援助|拨付|划拨|投入|提供)[^，,。；;]{0,8}(?:资金|帮扶款|款|物资|万元|元)/.test(
        text.slice(span.end, span.end + 16),
      ),
  );
}

/** 台湖镇纪委书记某某一行到新镇, 中山街道党政代表团: whose people set out. */
function sets({ text }: AnnotatedArticle, { mentions }: Party): boolean {
  return mentions.some(({ span }) => {
    const behind = text.slice(span.end, span.end + 44);
    return (
      delegation.test(behind) || /^(?:党|纪|人大|政府|镇长|街道|领导)[^，,。；;]{0,24}?(?:一行|率队?|带队)/.test(behind)
    );
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

/** Behind a county, the post of one of its people. */
const POST =
  /^(?:副?[县区市旗]长|(?:[县区市旗]?委|人大|政协|人民政府|政府|纪委|党组)[^，,。；;、]{0,12}?(?:书记|常委|主任|主席|[县区市旗]长|部长|局长|委员|成员))/;

/** 河东区副区长某某，北辰区副区长某某出席 in a text about their city: who sat there is no party; two at least in a row. */
function onlyAttended(article: AnnotatedArticle, party: Party, parties: readonly Party[]): boolean {
  if (party.level !== "county" || !posted(article, party)) return false;
  const above = parties.find(
    (p) => p !== party && /^(?:city|province)$/.test(p.level) && party.path.startsWith(p.path) && p.mentions.length > 2,
  );
  if (above === undefined) return false;
  return (
    parties.filter((p) => p.level === "county" && p.path.startsWith(above.path) && posted(article, p)).length > 1 &&
    !parties.some((p) => p.level === "county" && p.side === party.side && !posted(article, p))
  );
}

/** 某区副区长，现挂职某县副县长: who is sent from there does not only sit there. */
const SENT = /^[^。；;\n]{0,36}(?:挂职|挂任|派驻|援派)/;

function posted({ text }: AnnotatedArticle, { mentions, inTitle }: Party): boolean {
  return (
    !inTitle &&
    mentions.every(({ span }) => {
      const behind = text.slice(span.end, span.end + 40);
      return POST.test(behind) && !SENT.test(behind);
    })
  );
}
