import type { Paragraph } from "../annotation.js";

type Role = Paragraph["role"];

/** What an official paper's title ends with, also spread over its line (通    知). */
const ENDING = /(?:纪要|通知|通告|公告|公示|通报|函|请示|报告|总结|方案|意见|批复|决定)$/;
/** 某某局关于…的通知, also of an office that stands before it. */
const OPENS = /^(?:\p{Script=Han}{2,24}(?:政府|局|委|委员会|办|办公室|领导小组|指挥部|工作组))?[\s　]*关于/u;
const MOST_LINES = 4;

export interface TitleLine {
  readonly text: string;
  readonly role: Role;
}

/**
 * The title of an official paper stands under its red head (某县教育局文件, 文号) and may take several lines: from 关于 on up to
 * the kind of paper. Returns the lines it takes as [first, last]; null where the head of the page is none of a paper.
 */
export function officialTitle(head: readonly TitleLine[]): readonly [number, number] | null {
  const titled = ({ role }: TitleLine) => role === "title" || role === "subtitle";
  for (let first = 0; first < head.length; first++) {
    const line = head[first];
    if (line === undefined || !titled(line) || !OPENS.test(line.text)) continue;
    for (let last = first; last < Math.min(head.length, first + MOST_LINES); last++) {
      const next = head[last];
      if (next === undefined || !titled(next) || /[，,。：；;:]$/.test(next.text)) break;
      if (ENDING.test(next.text.replace(/[\s　]/g, "").replace(/[（(][^（()）]{1,10}[）)]$/, ""))) return [first, last];
    }
  }
  // 某局 / 某局 / 协作备忘录: offices alone stand over the title of what they agree.
  const named = head.findIndex((line) => titled(line) && !ORGAN.test(line.text));
  const line = head[named];
  return named > 0 && line !== undefined && AGREED.test(line.text) && head.slice(0, named).every(titled)
    ? [named, named]
    : null;
}

const ORGAN = /^\s*\p{Script=Han}{2,30}(?:政府|局|委|委员会|厅|办公室|联合会|医院|学校|中学|小学|公司)\s*$/u;
const AGREED = /(?:协议书?|备忘录|责任书|意向书)$/;

/** Lines of a title as one: blanks that spread a line are closed. */
export function joinedTitle(parts: readonly string[]): string {
  return parts.map((part) => (/^\S(?:[\s　]+\S){1,5}$/.test(part) ? part.replace(/[\s　]/g, "") : part)).join("");
}
