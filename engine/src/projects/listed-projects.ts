import { Pattern, type Stretch } from "../patterns/pattern.js";

/**
 * Works that a list says to be projects, whatever their nouns: 签约项目分别是：甲、乙、丙; 甲、乙等10个项目竣工. What is only a field of
 * work (基础设施建设、人才交流等15个项目) is none.
 */

/** The list is announced. */
const ANNOUNCED = new Pattern(
  /(?:(?:[\d两三四五六七八九十]+个|签约|开工|竣工|完工|交付|投用|援建|新建|续建|实施)[^，,。；;：:、]{0,10}项目|(?:开工|竣工|完工|建成|新建|续建|在建)\d+个|(?<=项目)(?:一?共有?|有)[\d两三四五六七八九十]+个[，,]?)(?:分别|主要|依次)?(?:是|为|有|包括)[：:]?/g,
);
/** The list is counted behind. */
const COUNTED = new Pattern(
  /等?(?:\d+|[两三四五六七八九十]+)个(?:[^，,。；;、：:]{0,6})?(?:项目|工程)(?![组库资部])|(?<=项目)等(?:一批)?(?:重[大点])?(?:产业)?项目(?=[一-龥]{0,4}(?:落户|落地|开工|投产|竣工|签约|建成|建设|投用))|等(?:一批)?(?:重[大点])?(?:产业)?项目(?:建设|实施)?(?=[，,。；;])|(?<!等)项目建设(?=[，,。；;])/g,
);
/** What a work or its building ends with. */
const WORK =
  /(?:建设|改造|扩建|改扩建|新建|工程|项目|院|校舍|学校|[中小]学|幼儿园|楼|房|用房|馆|站|中心|厂|基地|[产工农示][一-龥]{1,3}园|科技园|公路|道路|[一-龥]路|桥|场|库|设施|广场|市场|车间|工坊|仓储|低改|采购|整治|绿化|亮化|供水|管网|系统|小区)$/;
/** One certain work stands somewhere: 中潮镇油茶低改, 县医院门诊大楼. */
const SOMEWHERE = /[县旗市区州镇乡村寨路河江]|[院校园学站所]|“/;
/** Only a field of work. */
const FIELD =
  /^(?:农村|城乡|新|全[县市区]|重点|公共|产业|民生|教育|医疗|卫生|文化|旅游|交通|水利|基础|乡村|社会|人才|基层|配套)*(?:发展|振兴|设施|事业|服务|交流|保障|提升)*(?:建设|改造|工程|项目|设施)+$/;
/** In a list before 等项目 its noun says that it is one. */
const NAMED = /(?:项目|基地|[产农示][一-龥]{1,3}园|厂|小院|车间|市场)$/;
/** Words before the first name of a list that is counted behind. */
const LEAD =
  /^就|^.*(?:实施|推进|建设|援建|完成|投资|其中|安排|包括|谋划|启动|开工|竣工|建成|的是|重点|用于|支持|了|[：:，,])(?=[^，,]{4,}$)/;

export interface ListedWork {
  readonly start: number;
  readonly end: number;
}

export function listedWorks(stretch: Stretch): readonly ListedWork[] {
  const { text } = stretch;
  const out: ListedWork[] = [];
  for (const match of ANNOUNCED.matches(stretch)) {
    const from = match.index + match[0].length;
    const list = /^[^。；;！!？?]{4,240}/.exec(text.slice(from, from + 240))?.[0] ?? "";
    const items = itemsOf(list, from);
    const told = /[：:]$/.test(match[0]) && items.length >= 2;
    for (const item of items) addWorks(text, item, told, out);
  }
  for (const match of COUNTED.matches(stretch)) {
    const before =
      /[^。；;！!？?：:，,\s]{8,200}$/.exec(text.slice(Math.max(0, match.index - 200), match.index))?.[0] ?? "";
    const items = [...before.matchAll(/[^、]+/g)];
    const works = match[0].startsWith("等") && !/\d|个/.test(match[0]);
    if (items.length < 2 && !/项目$/.test(before)) continue;
    for (const [at, item] of items.entries()) {
      // Only the first may have words in front; a comma inside a later one ends what is a list.
      const lead = at === 0 ? (LEAD.exec(item[0])?.[0].length ?? 0) : 0;
      const start = match.index - before.length + item.index + lead;
      const name = item[0].slice(lead);
      if (/[，,]/.test(name)) break;
      addWorks(
        text,
        { start, end: start + name.length },
        works &&
          ((name.length >= 9 && name.endsWith("项目")) || (items.length > 1 && name.length >= 7 && NAMED.test(name))),
        out,
      );
    }
  }
  return out;
}

/** 城北小学和供热管网: two works of a list, where what stands before 和 is one. */
function addWorks(text: string, { start, end }: ListedWork, told: boolean, out: ListedWork[]): void {
  let from = start;
  for (const { index, 0: joint } of text.slice(start, end).matchAll(/以?及|和|与/g)) {
    const at = start + index;
    if (at <= from || !isWork(text.slice(from, at), told)) continue;
    // 供水改扩建及管网改造项目: one project of two works.
    if (/(?:建设|改造|扩建|新建|整治|绿化)$/.test(text.slice(from, at)) && /(?:项目|工程)$/.test(text.slice(at, end)))
      continue;
    out.push({ start: from, end: at });
    from = at + joint.length;
  }
  if (isWork(text.slice(from, end), told)) out.push({ start: from, end });
}

/** The items of a list up to where the sentence goes on. */
function itemsOf(list: string, from: number): readonly ListedWork[] {
  const out: ListedWork[] = [];
  for (const item of list.matchAll(/[^、]+/g)) {
    const [, name = "", rest = ""] = /^(.*?)(等(?!离|级)|[，,]|均|已|全部|正在|$)/.exec(item[0]) ?? [];
    const start = from + item.index;
    if (name !== "") out.push({ start, end: start + name.length });
    if (rest !== "") break;
  }
  return out;
}

function isWork(name: string, told: boolean): boolean {
  if (name.length < 4 || name.length > 30 || !WORK.test(name) || FIELD.test(name)) return false;
  if (/[（）()《》：:\s]|帮扶资金|培训|招聘/.test(name)) return false;
  if (name.endsWith("园区建设") || name.endsWith("园建设")) return /[县旗市州镇乡村]/.test(name);
  return (
    told ||
    SOMEWHERE.test(name.slice(0, -1)) ||
    // 援藏干部人才周转房工程: a building of a purpose.
    (name.length >= 9 && /[房楼桥厂库](?:建设)?(?:项目|工程)$/.test(name))
  );
}
