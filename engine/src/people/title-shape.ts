import type { RegionMention } from "../annotation.js";
import { lexicon } from "../lexicon.js";

/** A word that a post ends with, found in a text. */
export interface TitleEnd {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly class: string;
}

let byFirst: ReadonlyMap<string, readonly { readonly word: string; readonly class: string }[]> | null = null;

function ends(): NonNullable<typeof byFirst> {
  if (byFirst === null) {
    const map = new Map<string, { word: string; class: string }[]>();
    for (const row of lexicon("titles")) {
      const list = map.get(row.word.charAt(0));
      if (list === undefined) map.set(row.word.charAt(0), [{ word: row.word, class: row.class }]);
      else list.push({ word: row.word, class: row.class });
    }
    for (const list of map.values()) list.sort((a, b) => b.word.length - a.word.length);
    byFirst = map;
  }
  return byFirst;
}

/** Words after which an office's word is not an office: 主任务, 部长期, 队员工, 专家组, 成员单位, 领导小组, 代表团. */
const notEnd: ReadonlyMap<string, RegExp> = new Map([
  ["主任", /^务/],
  ["领导", /^(?:小组|班子|下|机构|力|重视|和|体制)/],
  ["代表", /^(?:团|队|性|作|着|们)/],
  ["专家", /^(?:组|团|队|学者|服务|教授|库|指导|工作站|门诊|的|们|和|、)/],
  ["医生", /^(?:们|的|走|队)/],
  ["成员", /^(?:单位|的|国)/],
  ["干部", /^(?:人才|队伍|群众|的|和|们|挂职|培训|教育|职工|选派|交流|学院|人员|党员|座谈|团|与|到|赴|、)/],
  ["教师", /^(?:队伍|培训|的|团|节|们|和|、)/],
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
  ["主席", /^团/],
  ["支书", /^记/],
  ["文", /./],
  ["图", /./],
  ["信息", /./],
]);

/** All words that a post may end with, left to right, the longest at each place. */
export function titleEnds(text: string, from: number, to: number): readonly TitleEnd[] {
  const found: TitleEnd[] = [];
  const table = ends();
  for (let i = from; i < to; i++) {
    const list = table.get(text[i] ?? "");
    if (list === undefined) continue;
    for (const { word, class: kind } of list) {
      if (i + word.length > to || !text.startsWith(word, i)) continue;
      const not = notEnd.get(word);
      if (not?.test(text.slice(i + word.length, i + word.length + 3))) break;
      found.push({ start: i, end: i + word.length, word, class: kind });
      i += word.length - 1;
      break;
    }
  }
  return found;
}

/** Where the post that ends at `end` begins, not before `floor`: after the last stop word before it. */
export function titleStart(text: string, floor: number, end: TitleEnd, regions: readonly RegionMention[]): number {
  const left = text.slice(floor, end.start);
  let start = 0;
  const pattern =
    /了解|讲解|缅怀|瞻仰|纪念|由|与(?!会)|向(?!阳)|和|及|陪同|看望了?|慰问了?|率领|带领|邀请|聘请|来自|听取了?|[把被让使给说的了着]|时任|见到|介绍|任命|担任|接任|挂任|以及|称赞|听完|会见|通知|来到|走到|走近|遇到|握着|(?<![数依根])据|是|从|在(?!线|职)|对(?!口|外)/g;
  for (const match of left.matchAll(pattern)) {
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
  return /^[和与及][^，、]{2,10}?(?:局|委|厅|部|办|中心|院|处|科|股|公司|学院|办公室|委员会|协会)/.test(left.slice(at));
}
