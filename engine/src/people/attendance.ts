import type { Attributed } from "./attributed.js";
import { likeness } from "./name-characters.js";
import { wholeShape } from "./name-shape.js";
import { labelPost } from "./post.js";
import { holdsTitle, titleEnds } from "./title-shape.js";

/** A line of minutes that says who was there: 出  席：, 参会人员：. */
const LABEL =
  /^\s*(?:出\s*席|列\s*席|缺\s*席|请\s*假|参\s*会|参\s*加|到\s*会|陪\s*同)(?:会\s*议)?(?:的)?(?:人\s*员|领\s*导|同\s*志|人)?\s*[:：]/;
/** Of which side the names behind it are: 某区　, 某县：; at the head of the list or behind a semicolon. */
const PLACE = /[\s；;]*[\p{Script=Han}]{1,8}[省市县区州旗镇乡](?:[:：]|[ \u3000]+)/uy;
/** A name, also of two characters set apart, and what a bracket says of it. */
const ENTRY =
  /[\s、，,；;]*(\p{Script=Han}[ \u3000]{1,4}\p{Script=Han}(?!\p{Script=Han})|[\p{Script=Han}·]{2,8})(?:[（(]([^（()）]{1,30})[）)])?(?=[\s、，,；;。]|$)/uy;
/** 缺席人员：某某（外出培训）: why, not who. */
const REASON = /略|外出|请假|出差|培训|休假|公务|代$/;
const longest = 400;

/**
 * Who was there, in a line of nothing but names, each with or without its post or office in a bracket: 参会人员：某某（县委常委）
 * 某某（县发改局） 某 某. `going` says that the line above was of this kind: then a line of names goes on with it. Null for any
 * other line.
 */
export function attendance(text: string, start: number, end: number, going: boolean): readonly Attributed[] | null {
  if (end - start > longest) return null;
  const line = text.slice(start, end);
  const label = LABEL.exec(line);
  if (label === null && !going) return null;
  const people: Attributed[] = [];
  ENTRY.lastIndex = label?.[0].length ?? 0;
  passPlace(line);
  let read = ENTRY.lastIndex;
  for (let entry = ENTRY.exec(line); entry !== null; entry = ENTRY.exec(line)) {
    const [whole, printed = "", note = ""] = entry;
    const name = printed.replace(/[ \u3000]/g, "");
    const shape = wholeShape(name);
    if ((shape !== "surname" && (shape !== "syllabic" || name.length < 3)) || holdsTitle(name)) return null;
    const from = start + entry.index + whole.indexOf(printed);
    const noted = from + printed.length + 1;
    const office = REASON.test(note) ? undefined : titleEnds(text, noted, noted + note.length).at(-1);
    const told = office === undefined ? "" : text.slice(office.end, noted + note.length);
    const posts =
      office !== undefined && /^(?:$|[，,])/.test(told)
        ? [{ ...labelPost(text, noted, office.end), class: "table" }]
        : [];
    people.push({ start: from, end: from + printed.length, name, posts });
    passPlace(line);
    read = ENTRY.lastIndex;
  }
  const known = people.filter(({ name }) => likeness(name) >= 2).length;
  if (!/^[\s、，,；;。]*$/.test(line.slice(read)) || people.length < 2 || known * 2 < people.length) return null;
  return people;
}

/** The names go on behind 某县　. */
function passPlace(line: string): void {
  const at = ENTRY.lastIndex;
  if (at > 0 && !/^[；;]|^[\s\u3000]/.test(line.slice(at)) && !/[:：]\s*$/.test(line.slice(0, at))) return;
  PLACE.lastIndex = at;
  const place = PLACE.exec(line);
  if (place !== null) ENTRY.lastIndex = PLACE.lastIndex;
}
