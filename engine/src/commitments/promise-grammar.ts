import { Pattern, type Stretch } from "../patterns/pattern.js";
import { anySense } from "../patterns/senses.js";
import { ASKING, PROMISING } from "./promise-words.js";

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

const ASK = anySense(ASKING);

/** 将 as the mark of the future: not 将军, 即将 (told, not promised), 将近, 将士, 精兵强将. */
const FUTURE = new Pattern(/(?<![即必现强猛名])将(?![近军士领要来]|(?:永远|始终|一直)?(?:铭记|铭刻|感恩|珍藏|记住))/g);
/** 要 as duty: not 重要, 主要, 需要, 要求, 要素, 纲要 … */
const DUTY = new Pattern(
  /(?<![重主需首必纲纪摘只想不紧提概扼险简总]|而是|就是|大多|多半|往往|常常|经常|通常|都得|还得)要(?![一二两三四五六七八九十半几\d.]+多?个?半?多?(?:小时|分钟|钟头|刻钟|天|月|年|公里|里路|块|元)|的[是就不]|[求素闻点务道害职塞么是件领地约]|[^，,。]{1,6}[，,](?:先|就)?得)/g,
);
const SPOKEN = anySense(PROMISING);

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
