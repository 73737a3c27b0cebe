import { lexicon } from "../lexicon.js";
import { Pattern, type Stretch } from "../patterns/pattern.js";
import { WordTable } from "../patterns/word-table.js";
import { agreedFrom, beginOf, quotedFrom } from "./project-begin.js";

/**
 * The shape of a project's name (项目名称) in the field's reports: a head noun (产业园, 车间, 加工厂, 建设项目) with what
 * makes it one certain thing: a place, a partner pair with ·, a name in quotation marks, a product. Reads text only.
 */

/** Head nouns of works on either side; the longest first where one ends another. */
const HEADS = lexicon("project-heads");
const HEAD_TABLE = WordTable.of(HEADS.map(({ word }) => word));
const EAST = "京津沪苏浙闽鲁粤辽";
const WEST = "蒙甘陕青川宁渝桂黔滇藏新疆贵陇";
/** Heads that name a kind of thing more often than one thing: only with a place, a pair or a name in quotation marks. */
const NEEDS_PLACE = new Set(lexicon("project-heads").flatMap(({ word, needs }) => (needs === "place" ? [word] : [])));
/** Buildings of schools and hospitals: 第一中学闵行楼, 大兴中学综合楼. */
const BUILDING = new Pattern(
  /(?:中学|小学|学校|完小|医院|卫生院|幼儿园)(?:(?!捐|赠|援建|修建|建设|新建|投资|购)[一-龥]){0,6}楼(?![前上下层道宇])/g,
);
/**
 * Works by the last character of their name alone (某某家具园, 高原特产馆, 北岭酒庄): grammar where the list of heads ends. Only with
 * a place or a name in quotation marks, and never what such characters end as a common noun (宾馆, 公园, 现场).
 */
const LAST_CHARACTER = new Pattern(
  /(?:(?<![宾公使会报饭茶旅领体场展图博纪书开闭])馆|(?<![公校花幼果林乐田家名产茶陵念开]|[产工农就创职事企]业)园|(?<![工出设建])厂|[牛羊猪鸡鸭鹅蜂驴马鹿]棚|(?<=[酒茶])庄|(?<![库云粮进])仓|(?<![市现广机立操农牧商磁剧战球入出当上下会考林主排赛专育一二三四五六七八九十两几多])场)(?![一-龥]?[长主区内里外上员馆家库储房景所地面合次]|[村镇乡街社路屯寨])/g,
);
/** 海安·石泉小蚕共育中心: whatever is called after both partners is their work. */
const OF_BOTH = new Pattern(
  /(?<=[一-龥]{2}[·•][一-龥]{4,14})(?:中心|服务站|工作坊|驿站|专馆|[馆坊店仓])(?![一-龥]?(?:会|赛|节)|[主内里外长员])/g,
);
/** 县藏中医院制剂中心: what a hospital has of its own. */
const OF_HOSPITAL = new Pattern(/(?<=医院[一-龥]{2,6})中心(?![一-龥]?(?:主任|医院|卫生院|小学|幼儿园))/g);
/** 为“拱辰楼”揭牌, “连心路”通车: a building by its own name, which is opened. */
const OPENED_BY_NAME = new Pattern(
  /[楼桥路院](?=”(?:正式|隆重|顺利)?(?:落成|启用|揭牌|奠基|竣工|通车|投用))|(?<=[名称]为“[一-龥]{2,10})[楼桥路院](?=”)/g,
);
/** Schools and hospitals by their full names. */
const INSTITUTION = new Pattern(
  /(?:蒙医中医医院|中彝医院|中?[藏蒙苗彝壮傣羌维侗瑶土回]医医院|中医医院|人民医院|中医院|[藏蒙苗彝壮傣羌维侗瑶土回]医院|中心医院|卫生院(?!长)|妇幼保健院|民族中学|实验中学|高级中学|初级中学|(?:完全|实验|中心|民主)小学|中心完小|(?<=[镇乡村])完小|(?<=[一-龥]{2})实验学校|第[一二三四五六七八九十]+(?:完全|初级|高级|实验)?(?:中学|小学)|中学校(?![长园舍区])|中学(?![子生])|(?<!中)小学(?!生)|学校(?=”)|幼儿园|中心校(?!区)|中等(?:职业(?:技术)?|专业)学校|职业技术学校|职业高级中学|职业学校|特殊教育学校|(?<=[一-龥]{2})[一二三四五六七八九十]中(?=[、，,。；;和与的等校）)“]|[支任]教|$)|职教中心|职业教育中心|(?<=(?:中学|小学|学校)[^，,。；;、]{0,8})分校|县医院|(?<=[一-龥]{2})[一二三四五六七八九十]小(?=[、，,。；;和与的等校）)“]|$)|(?<=[一-龥]{2})(?<!普通|优质|职业|示范|重点|[上读考升到入办])[高初]中(?=[、，,。；;和与等）)”]|$)|教师进修(?:学院|学校)|(?:街道|[镇乡区]|社区)卫生服务中心|妇幼保健[站所]|(?<=[镇乡县区旗][一-龥]{2,6})(?<!职业|技工|党|艺术|[级类各名]|结对|受援|中小|对口|帮扶|全部|所有|各类|乡村|农村|寄宿制|薄弱)学校(?![长里内])|(?<=、[一-龥]{2,4})学校(?=等\d*[余多]?[所家]))/g,
);

/** Between the name's place and its head nothing names it: 共建产业园, 就业帮扶车间, 东西部协作项目. */
const GENERIC =
  /^(?:(?:社区|消费|全自动|半自动|自动化?|智能化?|数字化|现代化|钢结构|先进|脱贫|移民|集中|第?[一二三四五]期|上?跨[省区市县]|公共|事业|惠民|民族|农村|基础设施|对口帮扶|投入|易地|搬迁|非遗|国家|省级|州级|市级|县级|[^，,。]{1,3}协作|东西部|协作|扶贫|帮扶|对口|援[疆藏青滇黔川陕甘宁桂蒙渝]|就业|产业|贫困|乡村|偏远|工业|农业|现代|标准化?|共建|特色|示范|重点|劳务|村级|村|镇|县|区|市|新|大|小|年度|财政|援建|援助|公益|民生|合作|签约|储备|扶持|配套|含|农文旅|文旅|康养|支援|结对|提升|乡村振兴|轻工|制造|分拣|育苗|生产|加工|种植|养殖|原料|实训|服务|人才|创业|就业创业|远程|冷链|物流|深加工|精深加工|产业类|资金|实施|技术|培训|两地|来料|双方|投资|招商|前期|设施|建设|受援地|受援|当地|全[县区市]|高标准|类|多|一批|所有|个别|部分|未完工|上述|此次|优质|优势)*)$/;
/** Right before 项目 something is being done or built; else 项目 only names a class (产业类项目). */
const WORKS =
  /(?:改善|采购|绿化|亮化|修缮|灌溉|供水|供暖|加工|提取|萃取|屠宰|仓储|繁育|生产|建设|改造|养殖|种植|厂房|楼|工程|示范|整[村县镇]推进|整治|提升|治理|旅游|开发|配套|集群|融合|重建|修复|家具|设备|园|基地|中心|车间|幼儿园|小学|医院|广场|”)$/;
/** 蔬菜种植基地建设合作项目: what is to be built names it, whatever word follows. */
const BUILT = /(?:基地|园区|产业园|工厂|加工厂|车间|中心|市场|厂房|仓库|冷库)建设合作$/;
/** Before 项目, what names a class of projects even beside a place: 云阳鲁渝协作项目. */
const CLASS =
  /(?:公司|协作|援[疆藏青滇黔川陕甘宁桂蒙渝]|振兴|帮扶|合作|重点|重大|产业|财政|类|资金|签约|储备|年度|个|批|上述|援建|落地|相关|各|民生)$/;
/** Counted, a head names a class: 帮扶车间34个, 冷库2座. */
/** Counted in front, too: 两条生产线, 更多工作室, 一批车间. */
const COUNTED_BEFORE =
  /^(?:[一二两三四五六七八九十数几多]+[个座家处所栋间批期条类]|一([排座栋个片间])\1|更多|多个|各类|一些|许多|第[一二三四五六七八九十]+[家个座间处所])/;
/** 再添三处新(车间): counted right before the head. */
const COUNTED_LAST = /[一二两三四五六七八九十几多][个座家处所条栋]新?$/;
/** Before a name in a list of what something has become or was called. */
const BECOME =
  /(?:成为|是(?:我国|全国|世界|国内|中国|全省|全区|全州|全市|西北|西南|华北|京津冀)[^，,。；;：:]{0,30}?|评为|评定为|获评|认定为|命名为|列为|列入|授予)了?(?:(?![“”])[一-龥]{2,24}?(?:基地|园区?|中心|县|区|市)[、和])*$/;
/** What a project is made up of, told in a row: its parts are no projects of their own. */
const PARTS =
  /(?:内容(?:主要)?(?:包括|为|有)|建有|设有|配有|内设|分为|配套建设)了?(?:(?![“”])[一-龥A-Za-z\d.]{0,40}[、和及])*(?:\d+[个座栋条间]|[\d.]+[万亩平方米]+)?$/;
/** 某项目占地60亩，建成了发酵车间、肥料车间: what a project that was named before is made of. */
const PARTS_OF_PROJECT =
  /项目[^。；;！!？?]{0,40}(?:建成|建设|新建|建有|拟建|兴建)了?(?:(?![“”])[一-龥A-Za-z\d.]{0,40}[、和及])*(?:\d+[个座栋条间])?$/;
/** 国家级文化产业示范园区: a rank, unless a place stands behind it. */
const RANK = /(?:国家|省|自治区|市|州|地|县)级|^全国/;
/** 某公司项目经理, 某中心项目部: somebody's post, no project. */
const POST_BEHIND = /^(?:经理|部(?![分门署])|负责人|业主|施工|指挥部|库(?![区房])|清单|专员|主管)/;
/** Somebody is wished to come and build one. */
const WISHED = /(?:欢迎|邀请|盼着?|希望)[^，,。；;]{0,12}来[^，,。；;]{0,8}[建开办设](?!设)/;
/** The short names of two provinces that cooperate. */
const PROVINCE_PAIR = new RegExp(`^[${EAST}][${WEST}](?:协作|帮扶|共建)*$`);
/** Brands of a class of things: “菜篮子”生产基地, “圳品”基地. */
const KIND_NAME = /“(?:菜篮子|圳品|三品一标|两品一标|米袋子|果盘子|(?:反向|科创|人才)飞地)”|(?:菜篮子|米袋子|果盘子)$/;
/** “某市总部+某州基地”模式: half of a model's name. */
const OF_MODEL = /\+[^”]*$|“[^”]*\+[^”]*”/;
const COUNTED =
  /^(?:资金|(?:多达|已达|达到?)\d|\d(?!\d?[日月年号])|[一二三四五六七八九十两]+[个座家处所栋间批期]|等\d)/;

/** What follows a name and makes it the name of a gathering. */
const GATHERING =
  /^(?:文化|旅游|投资|招商)*(?:交流会|推介会|说明会|恳谈会|座谈会|对接会|研讨会|现场会|论坛|大赛|联盟|展示会)/;
/** Before a department that a certain hospital sets up: 帮助县医院建成(胸痛中心). */
const BUILT_BEFORE = /[县旗区市州镇民心一二三医族]医院(?:建设|建成|建起|成立|创建|新建|组建|筹建|设立)(?:了|起)?$/;
/** What is being built or was given by somebody is one certain thing. */
const MADE_THERE = /(?:在建|援建|新建|捐建|在建设|打造|建设|建成|投建)的$|(?:援建|捐建)了$/;
/** 查看(核桃加工车间), 建起了30亩(白芨育苗基地): a product names the one that is seen, built or opened. */
const OF_PRODUCT = /^[一-龥]{4,}(?:园区?|基地|车间|厂|工坊|生产线|加工线|馆)$/;
const SEEN_OR_BUILT =
  /(?:(?:建起|建成|建好|建|援建|捐建|开办|办起|投建)了(?:一?[座个家处]|[\d.]+[万余多]*(?:亩|平方米|平米)的?)?|(?<![争取划将要拟能]|计划|力争|争取|年底?前)(?:建起|建成|援建)(?:[\d.]+[万余多]*(?:亩|平方米|平米)的?)?|(?:查看|察看|考察|调研|走进|参观|来到|走访|看)了?)$/;
const OPENED =
  /^(?:已|已经|全面|基本|全部|正式|顺利|成功)*(?:试车)?(?:建成(?!后)|完工|投入(?:使用|运营|生产)|投产|投用|揭牌|开工|竣工|落成|启用|奠基|开业|通水|通车|开馆|开园)/;
/** Departments of hospitals whose head alone says what they are. */
const CENTRE = /^(?:远程)?(?:胸痛|卒中|会诊|介入|透析|血透|影像|诊疗|救治|急救|康复|体检|病理|检验|诊断)+中心$/;
const NOBODY = { before: () => 0, covers: () => false };

export interface NameShape {
  readonly start: number;
  readonly end: number;
  readonly kind: "work" | "institution";
}

/**
 * Names of works and institutions in a stretch of text; `placed` says whether a region is named within two offsets,
 * `named` where persons' names are: no name of a work goes on from one or ends in one (校长沈园).
 */
export function projectNames(
  stretch: Stretch,
  placed: (start: number, end: number) => boolean,
  named: { readonly before: (at: number) => number; readonly covers: (at: number) => boolean } = NOBODY,
): readonly NameShape[] {
  const { text } = stretch;
  const heads: Head[] = [];
  worksIn(text, heads);
  for (const match of LAST_CHARACTER.matches(stretch))
    heads.push({ at: match.index, end: match.index + match[0].length, kind: "work" });
  for (const match of OF_BOTH.matches(stretch))
    if (!heads.some((head) => head.end === match.index + match[0].length))
      heads.push({ at: match.index, end: match.index + match[0].length, kind: "work" });
  for (const match of OF_HOSPITAL.matches(stretch))
    if (!heads.some((head) => head.end === match.index + match[0].length))
      heads.push({ at: match.index, end: match.index + match[0].length, kind: "work" });
  for (const match of OPENED_BY_NAME.matches(stretch))
    heads.push({ at: match.index, end: match.index + 1, kind: "work" });
  for (const match of BUILDING.matches(stretch))
    heads.push({ at: match.index, end: match.index + match[0].length, kind: "work" });
  for (const match of INSTITUTION.matches(stretch))
    heads.push({ at: match.index, end: match.index + match[0].length, kind: "institution" });
  heads.sort((a, b) => a.end - b.end);
  const out: NameShape[] = [];
  // From the longest name that a chain of heads can make to the shortest: 产业园 + 育苗车间.
  for (let index = heads.length - 1; index >= 0; index--) {
    const head = heads[index];
    if (head === undefined) continue;
    if (named.covers(head.at)) continue;
    const end = head.end + (/^[（(][一二三四五]期[）)]/.exec(text.slice(head.end, head.end + 5))?.[0].length ?? 0);
    const noun = text.slice(head.at, head.end);
    const works = noun === "项目" || noun === "工程";
    const agreed = works ? agreedFrom(text, head.at, end) : null;
    const whole =
      agreed ?? quotedFrom(text, head.at, end) ?? beginOf(text, head.at, placed, named.before(head.at), works);
    const zone = heads[index - 1];
    const apart =
      zone !== undefined &&
      zone.end > whole &&
      zone.end < head.at &&
      (standsInZone(text, zone, head) ||
        // 后勤服务综合体 + 拜城县消费扶贫专馆: a place begins another name.
        (head.kind === "work" &&
          /^[一-龥]{1,10}?[省市县区州旗]/.test(text.slice(zone.end, head.at)) &&
          placed(zone.end, zone.end + 1) &&
          !placed(zone.end - 1, zone.end)));
    const start = apart ? zone.end : whole;
    const modifier = text.slice(start, head.at);
    // 授牌“某某教育共建示范点”: all of it in quotation marks is a name, whatever it is made of.
    const quoted =
      text.charAt(start - 1) === "“" &&
      text.charAt(end) === "”" &&
      (end - start >= 6 || /^[楼桥路院]$/.test(text.slice(head.at, end)));
    const built = BUILT_BEFORE.test(text.slice(Math.max(0, start - 8), start)) && CENTRE.test(text.slice(start, end));
    const ofFirm =
      works && modifier.length >= 8 && modifier.endsWith("公司") && TOLD_OF.test(text.slice(end, end + 12));
    const told = quoted || built || ofFirm || agreed !== null;
    // Most heads name nothing even beside a place: seen before all that is asked around the name.
    if (!told && !specific(modifier, noun, head.kind, true)) continue;
    if (
      end - start > 42 ||
      (COUNTED.test(text.slice(end, end + 4)) &&
        !modifier.includes("“") &&
        !(
          // A size is no count: 微山湖鲤鱼繁育养殖示范基地500亩.
          /^\d[\d.]*[万余多]*(?:亩|平方米|公里|亿?元)|^等|^[两三四五六七八九十]+个(?:重点)?项目/.test(
            text.slice(end, end + 8),
          ) &&
          (placed(start, end) ||
            head.kind === "institution" ||
            modifier.includes("医院") ||
            (/^\d/.test(text.slice(end, end + 1)) && modifier.length >= 6) ||
            (/^等/.test(text.slice(end, end + 1)) && modifier.length >= (works ? 8 : 4)))
        ))
    )
      continue;
    // 江苏某果园生物科技有限公司: inside a firm's name.
    if (
      /^(?:(?![和与及由在等的])[一-龥（）()]){0,12}?(?:有限公司|有限责任公司|股份公司)|^(?:集团|公司)/.test(
        text.slice(end, end + 20),
      )
    )
      continue;
    // 欢迎客商来榕江建芒果加工厂: a wish, not a certain plant.
    if (WISHED.test(/[^，,。；;：:]*$/.exec(text.slice(Math.max(0, start - 16), head.at))?.[0] ?? "")) continue;
    if (
      COUNTED_BEFORE.test(modifier) ||
      COUNTED_LAST.test(modifier) ||
      (/一批|一系列|若干/.test(modifier) && !modifier.includes("“")) ||
      KIND_NAME.test(modifier)
    )
      continue;
    if (/[+＋]/.test(text.charAt(start - 1)) || OF_MODEL.test(modifier)) continue;
    // 首个抹茶产业园——龙马茶产业示范园: what it is, before its name.
    const next = heads[index + 1];
    if (head.kind === "work" && next !== undefined && next.at - end < 24 && /^——?/.test(text.slice(end, end + 2)))
      continue;
    // 某某养殖场是甲区—乙区协作示范项目: what it is, behind its name.
    const previous = heads[index - 1];
    if (works && previous !== undefined && /^(?:项目|工程)?(?:是|系|为|属于)$/.test(text.slice(previous.end, start)))
      continue;
    // 这样一家特色馆, 我们这家消费扶贫馆: pointed at, not named.
    if (/^[家座个处所间]/.test(modifier) && /[这那哪该此]$/.test(text.slice(Math.max(0, start - 1), start))) continue;
    if (/^样[一几]?[家座个处所间]/.test(modifier)) continue;
    // 已发展成为全国纺织产业转移示范园区、省级特色产业基地: what it has become is an honour, no name.
    if (!modifier.includes("“") && BECOME.test(text.slice(Math.max(0, start - 40), start))) continue;
    if (works && POST_BEHIND.test(text.slice(end, end + 4))) continue;
    if (OF_FIRM.test(modifier) && ROOM.test(text.slice(head.at, end)) && !OPENED.test(text.slice(end, end + 8)))
      continue;
    if (!placed(start, end) && !modifier.includes("“")) {
      const before = text.slice(Math.max(0, start - 60), start);
      if (PARTS.test(before) || (/(?:车间|房|库|线)$/.test(text.slice(head.at, end)) && PARTS_OF_PROJECT.test(before)))
        continue;
    }
    const rank = modifier.includes("“") ? null : RANK.exec(modifier);
    if (rank !== null && !placed(start + rank.index + rank[0].length, head.at)) continue;
    // 在优势中药材基地建设、市场开发等方面: a field of work.
    if (
      head.kind === "work" &&
      !placed(start, end) &&
      !modifier.includes("“") &&
      /^(?:建设|发展|[、和])[^，,。；;]{0,40}?等(?:多个|各)?(?:方面|领域)/.test(text.slice(end, end + 48))
    )
      continue;
    // 还没有一座精深加工的烘焙工厂, 这个广东前置仓: one of its kind, or one that was named before.
    if (
      !modifier.includes("“") &&
      /(?:没有|缺|需要?|想[建要])[^，,。；;：:]{0,6}[一几][座个家处所][^，,。；;：:]{1,20}的$|[这那][座个家处间所]?$|一[座个家处所条](?:新|刚)?(?:引进|建成|投产|落户|入驻)?的$/.test(
        text.slice(Math.max(0, start - 24), start),
      )
    )
      continue;
    if (
      head.kind === "work" &&
      !modifier.includes("“") &&
      /最[^，,。；;：:]{1,20}的$/.test(text.slice(Math.max(0, start - 24), start))
    )
      continue;
    // 修一个加工厂: one of its kind, not a certain one.
    if (!placed(start, end) && /[一二两几多\d]\s*[个座处家所条]$/.test(text.slice(Math.max(0, start - 3), start)))
      continue;
    // 看了正在建的莼菜保鲜库: which one is said by who builds it.
    const certain =
      placed(start, end) ||
      MADE_THERE.test(text.slice(Math.max(0, start - 6), start)) ||
      (OF_PRODUCT.test(text.slice(start, end)) &&
        // 在屏山的竹笋加工基地: whose it is stands before 的.
        ((text.charAt(start - 1) === "的" && placed(start - 2, start - 1)) ||
          SEEN_OR_BUILT.test(text.slice(Math.max(0, start - 16), start)) ||
          OPENED.test(text.slice(end, end + 6))));
    if (!told && !specific(modifier, noun, head.kind, certain)) continue;
    // 奉化·康定民宿交流会: the name of a gathering; 城关镇公路村: of a village.
    if (GATHERING.test(text.slice(end, end + 6))) continue;
    if (/[路桥库场站区]$/.test(text.slice(head.at, end)) && /^[村镇乡寨屯]/.test(text.slice(end, end + 1))) continue;
    if (out.some((other) => other.start < end && start < other.end)) continue;
    out.push({ start, end, kind: head.kind });
    let before = heads[index - 1];
    let follower = head;
    while (
      before !== undefined &&
      before.end > start &&
      follower.end - before.end <= 16 &&
      joins(text.slice(before.end, follower.end), follower)
    ) {
      follower = before;
      index--;
      before = heads[index - 1];
    }
  }
  return out.reverse();
}

interface Head {
  readonly at: number;
  readonly end: number;
  readonly kind: NameShape["kind"];
}

/** Behind the last character of a head: 园 goes on as 园区, and a stage (二期) is part of the name. */
const END_OF_HEAD = /^.(?:(?<=园)区(?![长内域别块]))?(?:[一二三四五]期)?/s;

/** Head nouns of works from left to right, at each place the longest that may stand there, with the stage behind it (二期). */
function worksIn(text: string, heads: Head[]): void {
  for (let at = 0; at < text.length - 1; at++) {
    const lengths = HEAD_TABLE.lengthsAt(text, at);
    if (lengths === 0) continue;
    for (let length = 31 - Math.clz32(lengths); length >= 2; length--) {
      const entry = HEAD_TABLE.find(text, at, length);
      // 钢结构加工|厂房: a hall for works, no works of its own.
      if (text.charAt(at + length - 1) === "厂" && text.charAt(at + length) === "房") continue;
      const unless = entry < 0 ? null : HEADS[HEAD_TABLE.value(entry)]?.unlessAfter;
      if (unless == null || (at > 0 && unless.includes(text.charAt(at - 1)))) continue;
      const behind = END_OF_HEAD.exec(text.slice(at + length - 1, at + length + 4));
      const end = at + length - 1 + (behind?.[0].length ?? 1);
      heads.push({ at, end, kind: "work" });
      at = end - 1;
      break;
    }
  }
}

const ZONE = /(?:工业园|产业园|工业园区|产业园区|园区|开发区)$/;
/** 某工业园区 + 闽宁人造花扶贫车间: a workshop with a name of its own stands in the zone, and both are named. */
function standsInZone(text: string, zone: { at: number; end: number }, next: { at: number; end: number }): boolean {
  if (!ZONE.test(text.slice(zone.at, zone.end))) return false;
  const own = text.slice(zone.end, next.at);
  const part =
    /^(?:[一二三四五六]期|标准|\d|内|的|和|与|及|、)|[，,。]/.test(own) ||
    /项目$|工程$|楼|厂房$/.test(text.slice(next.at, next.end));
  return own.length >= 4 && !part && !GENERIC.test(own);
}

/** The words up to the next head belong to the same name: 第二中学 + 教学楼拆除重建项目, 产业园 + 四期标准化厂房项目. */
function joins(between: string, next: { kind: NameShape["kind"] }): boolean {
  return next.kind === "work" && !/[，,。、；;：:“（(\s]|[和与及的在到为将由等]|帮助|建成|支持/.test(between);
}

/** 某某有限公司生产车间: a room of a firm's own, seen in passing. */
const OF_FIRM = /(?:公司|集团|合作社)(?:的|内)?$/;
const ROOM = /^(?:生产|加工|包装|缝制|制衣)?车间$|^厂房$|^生产线$|^仓库$|^展厅$/;
/** 某某有限公司项目占地60亩: what is told of it makes a firm's project one certain work. */
const TOLD_OF = /^(?:[（(][^）)]{1,6}[）)])?(?:占地|总投资|计划投资|概算|位于|落户|落地|开工|投产|正式|建设地|规划)/;

/** Something makes it one certain thing. */
function specific(modifier: string, head: string, kind: NameShape["kind"], placed: boolean): boolean {
  if (kind === "institution")
    return (
      !/^(?:县城|镇上|村里|乡镇|城区|农村|全县|城乡|当地|本地|乡村|山区|贫困|偏远|受援|结对|相关|附近)$/.test(
        modifier,
      ) &&
      modifier.length >= 1 &&
      (placed || /^[县区旗市镇]?/.test(modifier)) &&
      !/(?:[所家个级类]|贫困|偏远|山区|乡村|农村|受援|结对|薄弱|现代化|新型|高标准|标准化|全新)$/.test(modifier)
    );
  if (NEEDS_PLACE.has(head))
    return (
      modifier.length >= 2 &&
      (placed ||
        (/工程$|电站$/.test(head) && modifier.length >= 3 && /[河江湖海山沟川湾渠]/.test(modifier)) ||
        (/[村镇乡寨]$/.test(modifier) && /[路桥池]$/.test(head)) ||
        /[·—]|”/.test(modifier)) &&
      !GENERIC.test(modifier)
    );
  if (head.length === 1 || /棚$/.test(head))
    return (
      modifier.length >= 4 &&
      modifier.length <= 16 &&
      (placed || /”/.test(modifier)) &&
      !GENERIC.test(modifier) &&
      !/[一二两几多某][家个座]/.test(modifier)
    );
  if (/楼$|期$/.test(head)) return modifier.length >= 1;
  // 粤黔协作产业园: the two provinces name it.
  if (PROVINCE_PAIR.test(modifier) && /园$|园区$|基地$|车间$|工坊$/.test(head)) return true;
  if (GENERIC.test(modifier))
    return (
      placed &&
      modifier.length >= 2 &&
      !/项目$/.test(head) &&
      !/^车间|^基地/.test(head) &&
      /[园馆站店厂]$|园区$/.test(head)
    );
  if (/项目$/.test(head))
    return (
      BUILT.test(modifier) ||
      (WORKS.test(modifier) && modifier.length >= 3 && !GENERIC.test(modifier)) ||
      (placed && modifier.length >= 6 && !CLASS.test(modifier))
    );
  if (/基地$|车间$/.test(head)) return placed || modifier.length >= 5 || /[村镇乡·]/.test(modifier);
  if (/中心$|工作站$|协作站$|公寓|小镇$|图书室$/.test(head)) return modifier.length >= 2;
  return modifier.length >= 2;
}
