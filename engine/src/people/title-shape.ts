import type { RegionMention } from "../annotation.js";
import { lexicon } from "../lexicon.js";
import { matchesOf } from "../patterns/pattern.js";
import { WordTable } from "../patterns/word-table.js";

/** A word that a post ends with, found in a text. */
export interface TitleEnd {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly class: string;
}

interface Titles {
  readonly table: WordTable;
  readonly words: readonly string[];
  readonly classes: readonly string[];
  readonly not: readonly (RegExp | undefined)[];
}

let loaded: Titles | null = null;

/** Words after which an office's word is not an office: 主任务, 部长期, 队员工, 专家组, 成员单位, 领导小组, 代表团. */
const notEnd: ReadonlyMap<string, RegExp> = new Map([
  ["主任", /^务/],
  ["领导", /^(?:小组|班子|下|机构|力|重视|和|体制)/],
  ["队医", /^[生师院]/],
  ["市民", /^(?:[营政族宗间革盟建进兵办]|生(?!活))/],
  ["代表", /^(?:团|队|性|作|着|们)/],
  ["专家", /^(?:组|团|队|学者|服务|教授|库|指导|工作站|门诊|的|们|和|、)/],
  ["医生", /^(?:们|的|走|队)/],
  ["成员", /^(?:单位|的|国)/],
  [
    "干部",
    /^(?:人才|队伍|群众|的|和|们|挂职|培训|教育|职工|选派|交流|学院|人员|党员|座谈|团|与|到|赴|、|学习|承担|任务|管理|监督|锻炼|作风)/,
  ],
  ["教师", /^(?:队伍|培训|的|团|节|们|和|、|承担|学习)/],
  ["老师", /^(?:们|的|和|、|承担|学习)/],
  ["学生", /^(?:的|们|和|就|到|营养|、)/],
  ["企业家", /^(?:座谈|代表|协会|们|的|、)/],
  ["书记", /^(?:员)/],
  ["部长", /^(?:期)/],
  ["村民", /^(?:们|的|小组|委|增|就|家|、)/],
  ["记者", /^(?:从|在|看|了|站|获|们|采|日前|近日)/],
  ["常委", /^会/],
  ["委员", /^会/],
  ["理事", /^会/],
  ["董事", /^会/],
  ["主席", /^(?:团|纪念|故居|像|铜像|塑像|雕像|思想|诗词)/],
  ["支书", /^记/],
  ["女儿", /^童/],
  ["青年", /^(?:的|们|和|党员|干部|人才|志愿|企业|创业|就业|文明|联合|团|、)/],
  ["文", /./],
  ["图", /./],
  ["信息", /./],
]);

function titles(): Titles {
  if (loaded === null) {
    const rows = lexicon("titles");
    const words = rows.map((row) => row.word);
    loaded = {
      table: WordTable.of(words),
      words,
      classes: rows.map((row) => row.class),
      not: words.map((word) => notEnd.get(word)),
    };
  }
  return loaded;
}

/** Labels of one character, which the word table does not hold. */
const shortLabel = /^[摄文图]$/;

/** All words that a post may end with, left to right, the longest at each place. */
export function titleEnds(text: string, from: number, to: number): readonly TitleEnd[] {
  const { table, words, classes, not } = titles();
  const { first } = table;
  let found: TitleEnd[] | null = null;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (first[code] === 0 && code !== 0x6444 && code !== 0x6587 && code !== 0x56fe) continue;
    // 摄 at the end of its item.
    if (code === 0x6444 || code === 0x6587 || code === 0x56fe) {
      if (table.longestEntry(text, i, to) < 0) {
        if (code === 0x6444 || i + 1 === text.length || text.charCodeAt(i + 1) === 0x0a) {
          found ??= [];
          found.push({ start: i, end: i + 1, word: text.charAt(i), class: "label" });
        }
        continue;
      }
    }
    const entry = table.longestEntry(text, i, to);
    if (entry < 0) continue;
    const length = table.lastLength;
    const row = table.value(entry);
    // 北京市长期以来, 县长三角: the 长 belongs to the next word.
    const long = text.charCodeAt(i + length - 1) === 0x957f && /[期远效足久廊三江城]/.test(text.charAt(i + length));
    if (long || not[row]?.test(text.slice(i + length, i + length + 3))) continue;
    found ??= [];
    found.push({ start: i, end: i + length, word: words[row] ?? "", class: classes[row] ?? "" });
    i += length - 1;
  }
  return found ?? none;
}

const none: readonly TitleEnd[] = [];

/** The first word of the page's labels (记者, 责编, 摄) inside a stretch; null where there is none. */
export function labelAt(text: string, from: number, to: number): TitleEnd | null {
  if (to - from === 1)
    return shortLabel.test(text.slice(from, to))
      ? { start: from, end: to, word: text.slice(from, to), class: "label" }
      : null;
  const { table, words, classes } = titles();
  for (let i = from; i < to - 1; i++) {
    const entry = table.longestEntry(text, i, to);
    if (entry < 0) continue;
    const row = table.value(entry);
    if (classes[row] === "label")
      return { start: i, end: i + table.lastLength, word: words[row] ?? "", class: "label" };
  }
  const last = text.slice(to - 1, to);
  return shortLabel.test(last) ? { start: to - 1, end: to, word: last, class: "label" } : null;
}

const stopWords =
  /^受|[跟伴]随|随同|了解|希望|[交递送塞]到|交给|递给|[选多]派|讲解|缅怀|瞻仰|纪念|由|与(?!会)|向(?!阳)|和|及|陪同|看望了?|慰问了?|率领|带领|邀请|聘请|安排|来自|听取了?|[把被让使给说的了着]|时任|见到|介绍|任命|担任|接任|挂任|以及|称赞|听完|会见|通知|来到|走到|走近|走进|走访了?|探望了?|遇到|握着|(?<![数依根])据|是|从|在(?!线|职)|对(?!口|外)/g;

/** Where the post that ends at `end` begins, not before `floor`: after the last stop word before it. */
export function titleStart(text: string, floor: number, end: TitleEnd, regions: readonly RegionMention[]): number {
  const left = text.slice(floor, end.start);
  let start = 0;
  for (const match of matchesOf(stopWords, left)) {
    const behind = floor + match.index + match[0].length;
    const beforePlace = regions.some((r) => r.span.start === behind);
    if (/^(?:和|与|及|对)$/.test(match[0]) && !beforePlace && inOffice(left, match.index)) continue;
    // 和政县, 从江县, 向阳街道: not inside a place's name.
    const at = floor + match.index;
    if (regions.some((r) => r.span.start <= at && at < r.span.end)) continue;
    start = match.index + match[0].length;
  }
  return floor + start;
}

/** 人力资源和社会保障局, 教育和体育局, 科技与信息化局: the 和 belongs to an office. */
function inOffice(left: string, at: number): boolean {
  if (/^[和与及](?:自治区|[省市县区州旗镇乡][委政人党长])/.test(left.slice(at))) return false; // 某市长和自治区党委书记
  return /^[和与及][^，,、]{2,10}?(?:局|委|厅|部|办|中心|院|处|科|股|公司|学院|办公室|委员会|协会)/.test(
    left.slice(at),
  );
}

/** Words for groups as much as for one person: what follows is a name only when its shape says so. */
const common = new Set([
  "干部",
  "企业家",
  "专家",
  "教师",
  "学生",
  "医生",
  "工人",
  "队员",
  "代表",
  "居民",
  "领导",
  "负责人",
  "成员",
  "大户",
  "种植大户",
  "老师",
  "家长",
  "员工",
  "学员",
]);

interface Called {
  readonly word: string;
  readonly class: string;
}

/** 干部, 专家, 代表: a word for groups as much as for one person. */
export const isCommon = ({ word }: Called): boolean => common.has(word);

/** A word that people are called by without an office, or many at once: 村民, 专家. */
export const isVague = (called: Called): boolean => isCommon(called) || called.class === "occupation";

/** 委员和村民: a word for people inside makes it no name. */
export const holdsTitle = (name: string): boolean => titleEnds(name, 0, name.length).some((end) => end.word.length > 1);

/** 县领导陪同, 旗政府: no name of a person. */
export const group = /(?:培训班|研修班|轮训班|进修班|夏令营|领导|政府|系统|部门|单位|群众|人员|人士|各界|代表团)$/;
