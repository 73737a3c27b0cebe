import { Pattern, type Stretch } from "../patterns/pattern.js";
/**
 * The grammar of promises and requests (表态与请求) in the field's reports: which words open one, which look alike and
 * do not. Reads text only; who speaks and for which side is said elsewhere.
 */

export interface PromiseTrigger {
  readonly act: "ask" | "pledge";
  /** Offset in the given text. */
  readonly at: number;
  /** Where what is promised or asked begins. */
  readonly from: number;
  /** `strong` opens a promise wherever it stands; `weak` only in somebody's mouth. */
  readonly strength: "strong" | "weak";
}

const ASK = new Pattern(
  /(?<!充满|满怀|带来|燃起|看到|点燃|播[下撒]|新的?|[的了]|就是)希望(?![之的]|不[仅只是]|通过(?:此次|这次|本次|这|一场|举办|开展)|这[本份些首张封台]|工程|小学|田野|就?在)|恳请|恳求|(?<!充满|满怀|满是)盼望|(?<!充满|满怀|满是)期盼|请[您你]们?(?=[^，,。]{0,8}(?:[来派帮]|多[来派]))|盼着|盼(?=[一-龥]{2,4}(?:多|能|再|继续|派|尽快))|(?<!充满|满怀|[不辜]负[^，,。]{0,8})期望(?!值)|呼吁|(?<!充满|满怀|满是|满心|无限|[的了])期待(?!已久)|拜托|请求|(?<![邀申聘受恭敬])请(?!各?位?[^，,。]{0,14}放心|客|教|示|到|来|参|自)(?=[一-龥]{1,16}(?:帮|支持|给予|多|继续|协调|派|注意|做好|照顾|安排|解决|考虑|提供|推荐|落实|配合|加大|尽快|指导))|(?:能不能|能否|可不可以)(?=[^。？?]{0,12}(?:帮|给|让|请|我们|为我|我[县区市]|支持|派|协调)[^。]{0,20}[？?])|建议(?=两地|双方|[一-龥]{2,6}(?:市|县|区|州|省|镇|局))/g,
);

/** 将 as the mark of the future: not 将军, 即将 (told, not promised), 将近, 将士, 精兵强将. */
const FUTURE = new Pattern(/(?<![即必现强猛名])将(?![近军士领要来]|(?:永远|始终|一直)?(?:铭记|铭刻|感恩|珍藏|记住))/g);
/** 要 as duty: not 重要, 主要, 需要, 要求, 要素, 纲要 … */
const DUTY = new Pattern(
  /(?<![重主需首必纲纪摘只想不紧提概扼险简]|而是|就是)要(?![一二两三四五六七八九十半几\d.]+多?个?半?多?(?:小时|分钟|钟头|刻钟|天|月|年|公里|里路|块|元)|的[是就不]|[求素闻点务道害职塞么是件领地约]|[^，,。]{1,6}[，,](?:先|就)?得)/g,
);
/** Words that promise in a speaker's mouth. */
const SPOKEN = new Pattern(
  /定当|务必|(?<![这都]?是|[的])必须(?=[把将在让按给做完拿派拨抓管][一-龥])|我来(?=想办法|办|解决|协调|出|安排|落实)|包在我身上|(?:回去|马上|这就|那[一-龥]{1,4}|我们?)就把?(?=[一-龥]{1,12}[好到定起])|(?<![的]|正[^，,。]{0,12})全力(?!以赴)|坚决(?=听从|贯彻|落实|扛|打赢|完成)|请[^，,。]{0,14}放心|我们(?:回去)?(?:就|先|再(?=[派来送带给把帮选投捐建拿]))(?=[一-龥])|(?<=[镇区县市州旗省村们局委院校司])会(?=把|尽快|尽全力|尽最大)|(?<!不)一定(?:会(?=树立|坚持|坚守|发扬|用心|积极|尽快|共同|继续|全力|尽|竭|努力|把|将|做好|抓|认真|加倍|不负|好好)|(?![能的会程规数时条范来去])(?=[一-龥]))|决不|绝不|(?:都|我|我们|他们|她们|他|她|就|也)会(?=[一-龥])|(?<=(?:表示|承诺|说|告诉[^，,。]{0,4}|介绍)[，,：:][^，,。；;、]{0,8}|(?:表示|承诺)[，,：:])(?<![协商学工联总员事金大谈分社机晚聚妇残展博])会(?=[一-龥]{2})(?!议|[上场员长计谈员])|(?<=(?:以后|今后|今年|明年|下半年|下学期|每[个年月周季天][^，,。]{0,3})[^，,。会议]{0,6})会(?=[一-龥]{2})(?![议场上员计谈])|(?<![没的])打算(?=[一-龥])|全力以赴|力争|(?<![共计已])争取(?!到|了|闽|[沪粤苏鲁津京浙][^，,。]{0,8}资金)|确保(?!了)|保证|承诺|包[供销教管修运](?=[，,。；;！!”]|$)|(?<=就|会|将)一直(?=[一-龥]+下去)|每(?:学期|年|季度?|月|周|半年)[^，,。；;]{0,6}(?:派|安排|选派|组织|送|举办|接收)(?!了)|(?<=我们?|今年|明年|还)想(?=把|再|办|建|引进|继续)|愿意?(?=[为与把将继同])|准备(?=在|把|为|建|再)|鼓励更多|动员更多|计划(?=把|带动|吸纳|在|开展|举办|实施|启动|引进|建设|打造|安排|再|为|新增|投入|选派|请|邀请|组织|接收|选送)|(?:年内|年底前|月底前|季度|下学期|明年|一周内)(?![^，,。]{0,4}想)[^，,。；;]{0,24}(?:完成|进场|给|再|见到|拿出|派|开到|建成|办到|引进|达到)|一直(?:留着|支持)|就(?:做|办|抓)(?:好|实)?[两三四五六]件(?:实)?事|目标是(?=[^。]{0,40}(?:全部|达到|完成|建成|突破|增加|实现|改造|稳定|输出|引进|以上))|继续(?=在|做|把|为|支持|选派|推动|加大|深化|跟踪|当)/g,
);

/** Openers of what comes next. */
const AHEAD = new Pattern(/(?:^|[，,：:“])(?:下一步|接下来|今后|下阶段)[，,]/g);
const KINDS: readonly Pattern[] = [ASK, FUTURE, DUTY, SPOKEN, AHEAD];

/** A quoted stretch without a full stop is a term or a slogan (“飞地园区+订单农业”): nothing is promised in it. */
const TERM = /“[^“”。！!？?]{0,40}”|‘[^‘’。！!？?]{0,40}’|《[^《》]{0,60}》/g;
/** Time phrases and set phrases that hold a trigger's character without its sense. */
const SET_PHRASES = /将来|只要|既要|要么|主要|重要|一定(?:程度|规模|时期|基础|成效)|一定能|需要|想要|快要|就要上|不要/g;

const blank = (text: string): string => "□".repeat(text.length);

/** The text with terms, slogans and titles of papers blanked, length kept; a whole quoted statement stays readable. */
export function withoutTerms(text: string): string {
  const inner = /^“[^“”]*”?$/.test(text)
    ? text.replace(/‘[^‘’]{0,40}’|《[^《》]{0,60}》/g, blank)
    : text.replace(TERM, blank);
  return inner.replace(SET_PHRASES, (phrase) =>
    phrase === "只要" || phrase === "不要" ? blank(phrase) : blank(phrase),
  );
}

/** Every word that opens a promise or a request, in order. */
export function promiseTriggers({ document, start, text }: Stretch): readonly PromiseTrigger[] {
  const end = start + text.length;
  if (!KINDS.some((kind) => kind.mayOccur(document, start, end))) return [];
  const open = { document, start, text: withoutTerms(text) };
  const found: PromiseTrigger[] = [];
  const collect = (pattern: Pattern, act: "ask" | "pledge", strength: "strong" | "weak"): void => {
    for (const match of pattern.matches(open))
      found.push({ act, at: match.index, from: match.index + match[0].length, strength });
  };
  collect(ASK, "ask", "strong");
  collect(FUTURE, "pledge", "strong");
  collect(DUTY, "pledge", "weak");
  collect(SPOKEN, "pledge", "weak");
  // Only where no other word promises: 下一步，重点抓好三件事.
  if (found.length === 0) collect(AHEAD, "pledge", "weak");
  return found.sort((a, b) => a.at - b.at);
}

/** Who is to act stands right before 要 in a speech: 区教育局要…; 要带着感情去 only exhorts. */
export const ACTOR_BEFORE = /(?:局|部|委|办|政府|中心|公司|医院|学校|我们|我[区县市省]|两地|双方)$/;
