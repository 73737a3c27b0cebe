import { Pattern } from "../patterns/pattern.js";

/* By which words a statement goes on with the day or the place told before, counts, or looks back. */

/** Beginnings of a paragraph that go on with what was just told, on the same day. */
export const SAME_DAY =
  /^(?:在?随后|[^，,。]{0,6}(?:当天|当日)|会上|会后|会议|座谈会上|[^，,。]{0,10}(?:会|仪式|式|活动|现场|签约)(?:上|中|期间|结束[时后]|开始[前时]|召开前|举行前|前|后)|仪式|现场|当天|当日|同日|会见|其间|(?:上午|下午|当晚|晚上|傍晚))/;
/** Beginnings by which the tale goes on to another place of the trip. */
export const MOVES_ON = new Pattern(
  /^(?:在(?!随后|会上|座谈会|会议)|代表团|考察[团组]|调研组|慰问[团组]|期间|[^，,。]{2,6}一行|此行|此次)/,
);
/** Beginnings that lead back to the meeting told before, whatever was told between. */
export const AT_MEETING = new Pattern(/^(?:会上|会议|[^，,。]{0,8}(?:会|仪式)(?:上|(?:开始|召开|举行)前))/);
export const GATHERS = new Pattern(
  /(?:会议?|仪式|活动|[年货艺美果]节)[^，,。]{0,40}(?:召开|举行|举办|开幕|开锣|启动|拉开帷幕)|(?:召开|举行|举办)[^，,。]{0,40}(?:会议?|仪式)/,
);
/** Beginnings by which the day is that of the whole trip. */
export const WHOLE_TRIP = new Pattern(
  /^(?:期间|考察期间|[^，,。]{0,12}期间|(?:仪式|座谈会|会议)(?:结束后|前)|座谈会前)/,
);
/** 开班式上, 开幕式上: the first day of what lasts several. */
export const FIRST_DAY = new Pattern(
  /^(?:[^，,。]{0,6})(?:开班|开幕|启动|开市|开锣|开园|开镰|开业)(?:式|仪式)(?:上|期间)/,
);
/** 代表团来到敦化市: what follows in the paragraph is told of that place. */
export const ARRIVAL = new Pattern(/(?:来到|抵达|转赴|移师)(?<=[团组行人][^，,。]{0,8}..)[^，,。]{2,20}/);
/** Openers of statistics: 据统计, 截至10月底; without a day of its own nothing in them is an event. */
export const SUMS_UP = new Pattern(/^(?:据(?:统计|悉|了解|介绍)|截至|截止|数据显示|近年来|多年来)/);
/** Signs that the statement counts or looks back (累计, 曾, 早在) instead of telling the event. */
export const LOOKING_BACK = new Pattern(
  /累计|前期[，,]|曾(?=[^，,。]{0,8}[来到赴])|早在|以来(?=[，,]|[^，,。]{0,12}(?:共|已|累计|先后))|当年|那一年|(?:^|[，,])[一两二三四五六七八九十半\d]+个?[年月]后(?=[，,](?!\d{1,2}月\d|\d{4}年\d{1,2}月\d))|上届|首届展会时|合计[^，,。]{0,8}次|(?:^|[，,])这(?:也|已)?是继|(?:目前|至今|迄今)[^，,。；;]{0,24}?已/,
);
/** How a piece of a digest begins. */
const DIGEST_ITEM =
  /^(?:【[^【】]{2,16}】|[●■◆★◎▶►◇○▲△▼☆※◉▪]\s*[^\s□]|又讯|另讯|[一-龥]{2,4}。$|[一二三四五六七八九十]、[一-龥]{2,8}。(?=.)|\d{1,2}[.．、]\s?\d{1,2}月\d{1,2}[日号])/;
/** 将 or 拟 in the clause behind a day. */
export const AHEAD = /^[，,]?[^，,。；;]{0,14}?(?:(?<!即)将(?![近来军要])|拟(?!定))/;
/** A second piece of news under the first. */
export const ANOTHER = /^(?:又讯|另讯)/;
/** 在去年召开的会议上, 此前签订的协议: another event than those that are told. */
export const RECALLED = /(?:去年|前年|上届|上次|上一次|此前|历次)(?!\d)[^，,。；;]{0,8}$/;
/** 通过共同举办招聘会…帮助返岗: a way of working, not one happening. */
const MEANS = /(?:通过(?!视频|线上|网络|云端|电话|远程|了?(?:竣工|验收|评审))|采取|依托|借助|利用)[^，,]{0,16}$/;
/** 就适时举办招聘活动等方面强化合作: what both will work on. */
const FIELDS =
  /^[^，,。；;]{0,30}?等?(?:多个|[一二三四五六七八九十\d]个)?方面[^，,。；;]{0,4}(?:强化|加强|深化|开展|进行|达成|展开)/;
/** 通过…: a way of working, unless the tale goes on behind it (通过召开座谈会、走访农户后，…) or tells how a dated trip went. */
export function onlyMeans(clause: string, behind: string, dated: boolean): boolean {
  if (/[就围绕从]/.test(clause) && FIELDS.test(behind)) return true;
  if (!MEANS.test(clause)) return false;
  if (/通过[^，,]{0,16}$/.test(clause) && /^[^。；;]{0,60}(?<![之以然])后[，,]/.test(behind)) return false;
  return !(dated && /^[^。；;，,]{0,50}等(?:形式|方式)/.test(behind));
}
export const PLANNED =
  /(?:原定|原计划|原本要|本应|(?<!即)将(?!(?:[\d一二两三四五六七八九十]+[余多]?[名位]|一批|这[批些份笔]|该批|价值|总价值|募集|筹集|所[筹募]|爱心|(?:[^，,。；;]{0,8}[凑捐募筹攒备织做][^，,。；;]{0,4}的)?[\d一二两三四五六七八九十百千万余多.]+(?:[台套件本册箱吨份床辆株头只枚袋张]|[万亿]?元))[^，,。；;]{2})|拟|即将(?![^，,。；;]{0,12}的)|计划|定于|准备|筹备|筹划|预计|届时|(?<![主重需首必纲])要)[^，,。；;]{0,30}$/;
/** Behind the deed: …的调研未能成行, 取消了: it did not take place. */
export const FELL_THROUGH =
  /^(?:(?!\d日)[^。；;]){0,24}?(?:(?:未能?|没能?|没有)(?:如[期愿])?(?:成行|举行|举办|召开|开成|签成|办成|来成|去成|签下来|谈拢)|(?:被?取消了?|改期|延期|推迟了?)(?=[，,。；;]))/;
/** 答：3月20日投产的, 那天上午…: an answer of an interview that tells of a day, and what is only intended in it. */
export const TELLS = /\d日|次日|翌日|第二天|那[天次时]|当[天日晚]|[上下]午|随后|昨天|前天/;
export const INTENDS = /[将想要]|打算|希望|准备|争取/;

/** 【消费帮扶】…, ●6月4日…, 又讯…: a piece of a digest begins. */
export function opensItem({ opens, role, text }: { opens: boolean; role: string; text: string }): boolean {
  return opens && role === "body" && DIGEST_ITEM.test(text);
}
/** （二）签约与捐赠。 heads an item and tells nothing. */
export const ITEM_HEAD = new Pattern(
  /^(?:□{3,4}|[（(]?[一二三四五六七八九十\d]+[）)、.．])[^，,。；;]{2,12}。$|^[一-龥]{2,4}。$/,
);
/** What opens a list of decisions in whatever paper. */
export const AGREED_BELOW = /(?:议定|商定)[^。\n]{0,8}事项[：:。]/;
/** How a decided item of minutes begins; in minutes a line about something heads one too. */
export const ITEM = /^[（(][一二三四五六七八九十]+[）)]/;
export const ITEM_OR_ABOUT = /^[（(][一二三四五六七八九十]+[）)]|^[一二三四五六七八九十]{1,3}、关于/;
