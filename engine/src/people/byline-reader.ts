import { likeness } from "./name-characters.js";
import { nameShape, wholeShape } from "./name-shape.js";
import { labelAt, titleEnds } from "./title-shape.js";
import { unmarkedPair } from "./unmarked-pair.js";

/** A name of a byline with the label printed for it; null where none is printed. */
export interface Signed {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly label: { readonly start: number; readonly end: number } | null;
}

/** A name and its place. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

type Token =
  | { readonly kind: "name"; readonly start: number; readonly end: number; readonly name: string }
  | { readonly kind: "label"; readonly start: number; readonly end: number }
  | { readonly kind: "unit" | "date" | "slash" | "other"; readonly start: number; readonly end: number };

/** Who and what signs besides people: media, offices, places. */
const unit =
  /(?:零距离|微讯|在线|传媒|融媒|融媒体|融媒体中心|日报|晚报|时报|周刊|新闻|新闻网|发布|视窗|电视台|广播|广电|台|报|网|社|中心|局|委|办|部|科|处|站|厅|院|校|中学|小学|大学|医院|学校|公司|集团|政府|宣传|教育|卫健|医保|人社|农业农村|文旅|组|队|报道|县|区|市|州|旗|镇|乡|街道|村|客户端|微信|公众号)$/;
const date =
  /^(?:\d{2}|\d{4}(?:[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?)?|\d{1,2}月\d{1,2}日|\d{1,2}:\d{2}(?::\d{2})?|20\d\d-\d\d-\d\d)$/;
/** Words of the frame that no name is: 来源：, 发布时间：. */
const frame =
  /^(?:来源|信息来源|稿件来源|时间|日期|发布时间|发布日期|浏览|浏览量|浏览次数|阅读|阅读量|点击|点击数|字号|字体|打印|分享|本站|原创|转载|管理员|网站管理员|佚名|匿名)$/;
const gap = /[\s,，、:：|｜;；()（）【】[\]《》<>□■◎●◆▲△]/;

/**
 * People who sign a page, in a line or bracket of nothing but labels, names, units and dates: 【编辑】凌某, 韩某/文,
 * 文/图 格某, （某县教育 宿某、汪某 2023年8月4日）. A label holds for the names behind it, behind a name and a slash for that
 * name. Nothing is read where a word is none of these, nor
 * without a label, or what frames a signature, where the place needs it.
 */
export function readByline(
  text: string,
  from: number,
  to: number,
  need: "label" | "frame" | "names" = "frame",
): readonly Signed[] {
  if (to - from > 120) return [];
  const tokens = tokensOf(text, from, to);
  const names = tokens.filter((token) => token.kind === "name");
  const labels = tokens.filter((token) => token.kind === "label");
  if (names.length === 0 || names.length > 12 || (need === "label" && labels.length === 0)) return [];
  if (tokens.some((token) => token.kind === "other")) return [];
  // 某省教育厅副厅长　罗某某: posts and names are a list, not a signature.
  if (tokens.some((token, at) => token.kind === "unit" && tokens[at + 1]?.kind === "name" && isPost(text, token)))
    return [];
  // Names alone are a byline only where a unit or a date stands beside them, or one name or two in brackets.
  const framed =
    need === "names" ||
    tokens.some((token) => token.kind === "unit" || token.kind === "date") ||
    /[（(□■]/.test(text.charAt(from));
  // （某旗融媒体中心 包某某 海某某）: a medium in front and a plain name beside it speak for a rare one.
  const vouched =
    tokens[0]?.kind === "unit" && names.some(({ name }) => likeness(name) >= 2 || nameShape(name) === "syllabic");
  if (
    labels.length === 0 &&
    (!framed ||
      (need !== "names" &&
        (names.length > 3 ||
          (!vouched &&
            names.some(({ name }) => likeness(name) < 2 && nameShape(name) !== "syllabic" && !/[·•]/.test(name))))))
  )
    return [];
  const signed: Signed[] = [];
  let label: Signed["label"] = null;
  tokens.forEach((token, at) => {
    if (token.kind === "label") {
      const before = tokens[at - 1];
      const owner = before?.kind === "slash" ? tokens[at - 2] : undefined;
      // 韩某/文  独某/图: the label stands behind its name.
      if (owner?.kind === "name") {
        const last = signed.pop();
        if (last !== undefined) signed.push({ ...last, label: { start: token.start, end: token.end } });
        label = null;
      } else
        label =
          before?.kind === "slash" && label !== null
            ? { start: label.start, end: token.end } // 文/图 某某
            : { start: token.start, end: token.end };
    } else if (token.kind === "name") signed.push({ start: token.start, end: token.end, name: token.name, label });
  });
  // 顾某 摄; 顾某 岑某 文/图: a label behind all names is theirs.
  const behind = signed.every((one) => one.label === null) ? label : null;
  return behind === null ? signed : signed.map((one) => ({ ...one, label: behind }));
}

/** A word that ends with an office. */
const isPost = (text: string, { start, end }: Token): boolean =>
  titleEnds(text, start, end).some((post) => post.end === end && /^(?:party|government)$/.test(post.class));

function tokensOf(text: string, from: number, to: number): readonly Token[] {
  const tokens: Token[] = [];
  let at = from;
  while (at < to) {
    const c = text.charAt(at);
    if (isSlash(c)) {
      tokens.push({ kind: "slash", start: at, end: at + 1 });
      at++;
      continue;
    }
    // A dot between blanks is a mark of the frame; inside a name it joins (努尔曼古丽·艾合买提).
    if (gap.test(c) || (c === "·" && /\s/.test(text.charAt(at + 1)))) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < to && !gap.test(text.charAt(end)) && !isSlash(text.charAt(end))) end++;
    at = word(text, at, end, to, tokens);
  }
  return tokens;
}

/** The slash as keyboards, full-width sets and fraction bars write it. */
const isSlash = (c: string): boolean => c === "/" || c === "／" || c === "∕" || c === "⁄";

/** Reads one word between gaps; returns where the next begins. */
function word(text: string, start: number, end: number, to: number, tokens: Token[]): number {
  const printed = text.slice(start, end);
  const label = labelAt(text, start, end);
  if (label !== null && label.start === start) {
    tokens.push({ kind: "label", start, end: label.end });
    return label.end === end ? end : word(text, label.end, end, to, tokens);
  }
  if (frame.test(printed)) tokens.push({ kind: "unit", start, end });
  else if (date.test(printed)) tokens.push({ kind: "date", start, end });
  else if (label !== null && label.end === end && end - start <= 12) {
    // 马建荃摄: a name with its label; 县融媒体中心记者: a unit with one.
    const front = text.slice(start, label.start);
    if (
      label.end - label.start <= 2 &&
      !/^本[文报刊台网]$/.test(front) &&
      nameShape(front) === "surname" &&
      likeness(front) >= 2 &&
      !unit.test(front)
    )
      tokens.push(
        { kind: "name", start, end: label.start, name: front },
        { kind: "slash", start: label.start, end: label.start },
      );
    tokens.push({ kind: "label", start: label.start, end });
  } else if (printed.length === 1 && likeness(`${printed}一`) > 0) {
    // 李 明: the given name stands behind a gap.
    let next = end;
    while (next < to && /[ 　]/.test(text.charAt(next))) next++;
    const given = text.charAt(next);
    const alone =
      next > end && next - end <= 4 && (next + 1 >= to || gap.test(text.charAt(next + 1)) || text[next + 1] === "/");
    if (alone && nameShape(printed + given) === "surname") {
      tokens.push({ kind: "name", start, end: next + 1, name: printed + given });
      return next + 1;
    }
    tokens.push({ kind: "other", start, end });
  } else {
    // 记者张某王某某: behind a label or a name two names may stand without a mark.
    const beside = tokens.at(-1)?.kind;
    const first = beside === "label" || beside === "name" ? unmarkedPair(printed) : 0;
    if (first > 0) {
      tokens.push(
        { kind: "name", start, end: start + first, name: printed.slice(0, first) },
        { kind: "name", start: start + first, end, name: printed.slice(first) },
      );
      return end;
    }
    const shape = printed.length <= 8 || /[·•]/.test(printed) ? wholeShape(printed) : null;
    // 文/阿莲: what is called, not named.
    const called = /^[阿小老].$/.test(printed);
    // 记者 应有为, 校对：石榴: right behind a label a word that begins with a surname is a name.
    const labelled =
      tokens.at(-1)?.kind === "label" &&
      shape === null &&
      /^\p{Script=Han}{2,3}(?<![府委政组]宣)$/u.test(printed) &&
      likeness(printed) > 0;
    const signed =
      printed.length === 2 && shape === null && likeness(printed) === 3 && tokens.some((t) => t.kind === "name");
    const name =
      (shape === "surname" && !called) ||
      signed ||
      labelled ||
      shape === "dotted" ||
      (shape === "syllabic" && printed.length >= 3);
    // 作者：某某网: no given name ends like a medium.
    if (name && !(unit.test(printed) && (likeness(printed) < 3 || /[网报社局厅台]$/.test(printed))))
      tokens.push({ kind: "name", start, end, name: printed });
    else if (label !== null && label.start > start && unit.test(text.slice(start, label.start))) {
      // 县融媒体中心记者苏某: unit, label, name in one word.
      tokens.push({ kind: "label", start: label.start, end: label.end });
      return word(text, label.end, end, to, tokens);
    } else tokens.push({ kind: called || unit.test(printed) || printed.length > 8 ? "unit" : "other", start, end });
  }
  return end;
}

/** 李明供图, 李明摄 as one word: the name in front of the label; null for anything else. */
export function photographer(text: string, start: number, end: number): Candidate | null {
  if (end - start > 8 || end - start < 3 || !/[摄影图文稿道]/.test(text.charAt(end - 1))) return null;
  // 朱某文、杨某: in a list the last character is the name's.
  if (/[文图稿]/.test(text.charAt(end - 1)) && (text.charAt(start - 1) === "、" || text.charAt(end) === "、"))
    return null;
  const name = /^(\p{Script=Han}{2,4})(?:摄影报道|摄影|摄|供图|文|图|供稿|报道)$/u.exec(text.slice(start, end))?.[1];
  if (name === undefined || nameShape(name) !== "surname") return null;
  return { start, end: start + name.length, name };
}
