import type { SecrecyMark } from "../extraction.js";
import type { Issue } from "../issue.js";
import { issue } from "../issue-codes.js";
import { Pattern } from "../patterns/pattern.js";
import { repairedSpan } from "../span.js";
import type { PositionMap } from "../text/position-map.js";

const space = "[ \\u3000\\u00a0\\t]*";
const level = `(绝${space}密|机${space}密|秘${space}密)`;
/** The mark of GB/T 9704: 秘密★1年, 机密★, 绝密★长期, with the letters spaced or not. ★ makes it a mark wherever it stands. */
const starred = new Pattern(
  new RegExp(`${level}${space}[★☆*＊]${space}(\\d{1,2}${space}[年月]|长期|启用前|[一二三五十]{1,3}[年月])?`, "g"),
);
/** 密级：秘密; a form that says 密级：无 or 公开 is none. */
const labelled = new Pattern(new RegExp(`密${space}级${space}[:：]${space}${level}`, "g"));
/** The word alone on a line of the head: the mark without its star, as offices type it. */
const alone = new Pattern(
  new RegExp(`^${space}[【\\[(（]?${level}[】\\])）]?${space}(\\d{1,2}${space}年|长期)?${space}$`, "gm"),
);
const internal = new Pattern(
  /^[ \u3000\t]*[【[(（]?((?:工作秘密|内部(?:资料|文件|材料|刊物|使用|事项)?)(?:[ \u3000]*[★☆])?(?:[ \u3000，,：:·]*(?:注意保存|妥善保管|请勿外传|不得外传|严禁外传|仅供参考|请勿公开))?)[】\])）]?[ \u3000\t]*$/gm,
);
const workSecret = new Pattern(/工作秘密[ \u3000]*[★☆]|密[ \u3000]*级[ \u3000]*[:：][ \u3000]*(工作秘密|内部)/g);

/** A lone word counts as a mark only this far from the beginning: further down it is a word of the text. */
const headLength = 600;

/**
 * Marks of secrecy (密级) on a repaired text, with their places in the raw one: 绝密, 机密, 秘密 by the star, by 密级：, or
 * alone on a line of the head; 工作秘密 and 内部资料 as marks that forbid publishing. 保守国家秘密 and 商业秘密 in running
 * text are no marks.
 */
export function secrecyMarks(text: string, map: PositionMap): readonly SecrecyMark[] {
  const marks: SecrecyMark[] = [];
  const add = (name: SecrecyMark["level"], index: number, length: number) => {
    const raw = map.toRaw(repairedSpan(index, index + length));
    if (!marks.some((mark) => mark.level === name && mark.raw.start < raw.end && raw.start < mark.raw.end))
      marks.push({ level: name, raw });
  };
  const whole = { document: text, start: 0, text };
  for (const match of workSecret.matches(whole))
    add(/内部/.test(match[0]) ? "内部" : "工作秘密", match.index, match[0].length);
  for (const pattern of [starred, labelled]) {
    for (const match of pattern.matches(whole)) {
      if (/工作[ \u3000]*$/.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
      add(levelOf(match[1] ?? ""), match.index, match[0].length);
    }
  }
  const head = { document: text, start: 0, text: text.slice(0, headLength) };
  for (const match of alone.matches(head))
    add(levelOf(match[1] ?? ""), match.index + leading(match[0]), match[0].trim().length);
  for (const match of internal.matches(head)) {
    const name = (match[1] ?? "").startsWith("工作秘密") ? "工作秘密" : "内部";
    add(name, match.index + leading(match[0]), match[0].trim().length);
  }
  return marks.sort((a, b) => a.raw.start - b.raw.start);
}

/** The issues that marks of secrecy raise: the three levels of state secrets stop an import, the others warn. */
export function secrecyIssues(marks: readonly SecrecyMark[]): readonly Issue[] {
  return marks.map(({ level: name, raw }) =>
    issue(name === "工作秘密" || name === "内部" ? "secrecy/internal" : "secrecy/marked", raw, { level: name }),
  );
}

function leading(text: string): number {
  return text.length - text.trimStart().length;
}

function levelOf(printed: string): "绝密" | "机密" | "秘密" {
  const plain = printed.replace(/[ \u3000\u00a0\t]/g, "");
  return plain === "绝密" ? "绝密" : plain === "机密" ? "机密" : "秘密";
}
