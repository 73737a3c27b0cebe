import type { Mention } from "../annotation.js";
import type { Annotator } from "../annotator.js";
import { introduced } from "../people/lone-words.js";
import { likeness, nameWords } from "../people/name-characters.js";
import type { NameCandidate } from "../people/name-gain.js";
import { nameProbability } from "../people/name-model.js";
import { wholeShape } from "../people/name-shape.js";
import { usedCandidates } from "../people/name-uses.js";
import { repairedSpan } from "../span.js";

/** A name counts from this likelihood on at one of its places; its other places need less. */
const sure = 0.75;
/** In a text no longer than this no other place can make a name sure: it counts from even odds. */
const sentence = 200;
const even = 0.5;
const certain = 0.93;
const possible = 0.25;
/** How likely two names joined to each other are on average, and one that stands at several places at them together. */
const joined = 0.42;
const repeated = 0.85;
/** Where running text stands. */
const told: ReadonlySet<string> = new Set(["title", "subtitle", "body", "caption", "heading"]);
/** No given name ends so: 巴洪村, 松坪沟; 李女士, 王师傅 are called, not named. */
const noName =
  /(?:[村屯寨沟坪坝湾镇寺庙庵岭]|[女男]士|先生|小姐|师傅|老师|医生|大夫|大[爷妈娘叔哥姐嫂伯]|阿[姨婆公]|老[汉师人]|书记|主任|[队校县乡区市局处科组所站]长|同学|教授|经理|老板|总)$/;
/** A place, an institution, a title: what stands behind the first part of such a name. */
const partOfName =
  /^(?:[村镇乡县市区州旗省盟寨屯庄路街巷桥镇]|小学|中学|大学|医院|公司|集团|家园|故居|广场|苑|水库|墓)/;

/** 香蕉片、甘栗仁等118种农产品, 唐布拉、孟克特等一批文旅项目: what is listed are things. */
const listedThings =
  /^(?:、[^、，,。；;：:\n]{1,8}){0,5}等(?:[^，,。；;：:\n]{0,12}(?:产品|特产|农产|山货|商品|食品|药材|作物|水果|果蔬|蔬菜|品牌|工艺品|手工艺|[0-9一二三四五六七八九十两]+[余多]?(?:种|款|类|道|样))|一批[^，,。；;：:\n]{0,8}(?:项目|景[点区]|村|基地|园区|产业))/;

interface Judged {
  readonly candidate: NameCandidate;
  readonly probability: number;
}

/** 叫沈某某，某医院副主任医师，…: what somebody is, told behind the name. */
function toldBehind(text: string, end: number): string | null {
  if (text[end] !== "，" && text[end] !== ",") return null;
  const told = introduced.exec(text.slice(end + 1, end + 32))?.[1];
  return told === undefined ? null : told.replace(/^(?:是|任|现任|原是|曾任)/, "");
}

/** What joins two names: 某某、某某, 某某和某某. */
const joint = /^[、和与及]$/;

/**
 * The names that the document as a whole makes sure: by one place, by several that are each likely, or by another name
 * that they are joined to.
 */
function namesOf(text: string, judged: readonly Judged[]): ReadonlySet<string> {
  const short = text.length <= sentence;
  const doubt = new Map<string, { left: number; places: number }>();
  const byEnd = new Map<number, Judged>();
  const names = new Set<string>();
  for (const one of judged) {
    const { candidate, probability } = one;
    const known = doubt.get(candidate.name) ?? { left: 1, places: 0 };
    if (known.places < 3) doubt.set(candidate.name, { left: known.left * (1 - probability), places: known.places + 1 });
    const usual = short && (candidate.surname === 0 || likeness(candidate.name) > 1);
    if (probability >= (usual ? even : sure)) names.add(candidate.name);
    const other = joint.test(text.charAt(candidate.start - 1)) ? byEnd.get(candidate.start - 1) : undefined;
    if (other !== undefined && probability + other.probability >= 2 * joined)
      for (const { name } of [other.candidate, candidate]) names.add(name);
    const before = byEnd.get(candidate.end);
    if (before === undefined || before.probability < probability) byEnd.set(candidate.end, one);
  }
  for (const [name, { left }] of doubt) if (left <= 1 - repeated) names.add(name);
  return names;
}

/**
 * People named without a post and without a word in front that people stand behind (某某最终见到了…, 听某某讲): where the
 * grammar of lists and introductions finds nobody, a small model judges the characters, what they would be as words, the
 * neighbours and the document's other places of the same name.
 */
export const loneName: Annotator = {
  id: "lone-name",
  purpose: "finds names that no grammar shows, by what their characters and neighbours are worth",
  annotate(article, found) {
    const { text } = article;
    const stretches = article.paragraphs.filter(({ role }) => told.has(role)).map(({ span }) => span);
    const taken = [
      ...found.of("person"),
      ...found.of("region"),
      ...found.of("organisation"),
      ...found.of("title"),
      ...found.of("date"),
      ...found.of("quantity"),
    ]
      .map(({ span }) => span)
      .sort((a, b) => a.start - b.start);
    const known = new Set(found.of("person").map(({ value }) => value.name));
    const judged: Judged[] = [];
    let next = 0;
    let reach = 0;
    for (const { candidate, use } of usedCandidates(text, stretches)) {
      while (next < taken.length && (taken[next]?.start ?? 0) < candidate.end)
        reach = Math.max(reach, taken[next++]?.end ?? 0);
      // 艾山江·吐尔逊: half of a name is none.
      if (isDot(text.charCodeAt(candidate.end)) || isDot(text.charCodeAt(candidate.start - 1))) continue;
      if (reach > candidate.start || noName.test(candidate.name)) continue;
      if (partOfName.test(text.slice(candidate.end, candidate.end + 2))) continue;
      if (/[〔［]/.test(text.charAt(candidate.end))) continue;
      if (/[、等]/.test(text.charAt(candidate.end)) && listedThings.test(text.slice(candidate.end, candidate.end + 60)))
        continue;
      // 陈某赞叹 of whom the lists told as 陈某: the third character begins the next word.
      const { name } = candidate;
      if (nameWords().notNames.find(name, 0, name.length) >= 0) continue;
      if (name.length === 3 && !known.has(name) && known.has(name.slice(0, 2))) continue;
      const probability = nameProbability(text, candidate, use);
      // 苗子运到后, 丙方: words, and a surname with what no given name is made of, need more.
      const odd =
        candidate.surname > 0 &&
        probability < certain &&
        (likeness(candidate.name) < 2 || wholeShape(candidate.name) === null);
      if (probability >= possible && !odd && !/[〔［]/.test(text.charAt(candidate.end)))
        judged.push({ candidate, probability });
    }
    const names = namesOf(text, judged);
    judged.sort((a, b) => b.probability - a.probability || a.candidate.start - b.candidate.start);
    const used = new Set<number>();
    const out: Mention[] = [];
    for (const { candidate } of judged) {
      if (!names.has(candidate.name)) continue;
      const { start, end, name } = candidate;
      let free = true;
      for (let i = start; i < end; i++) free &&= !used.has(i);
      if (!free) continue;
      for (let i = start; i < end; i++) used.add(i);
      const span = repairedSpan(start, end);
      const title = toldBehind(text, end);
      out.push(
        { kind: "person", span, by: "lone-name", value: { name, surnameOnly: false } },
        {
          kind: "attribution",
          span,
          by: "lone-name",
          value: {
            name: span,
            person: name,
            titles: title === null ? [] : [repairedSpan(end + 1, end + 1 + title.length)],
            title,
            posts: title === null ? [] : [{ title, organisation: null, region: null }],
            region: null,
            byline: false,
          },
        },
      );
    }
    return out;
  },
};

/** The dots between the parts of a name written by sound: · and •. */
function isDot(unit: number): boolean {
  return unit === 0xb7 || unit === 0x2022;
}
