import { isHan } from "../patterns/plain-character.js";
import { characterModel } from "../shifts/character-model.js";
import { scriptTable } from "../text/simplified-characters.js";

/** A character whose last byte was lost: where it stands, and the first of the 64 that it may be. */
interface Hole {
  readonly at: number;
  readonly first: number;
}

/** Words that a colon stands behind. */
const label = /(电话|传真|邮箱|地址|联系人|时间|地点|来源|日期|记者|作者|编辑|主持|出席|[表指]示|[说道])$/;
const unitsOfNumbers = "年月日时万元亿人个名户亩项";

/**
 * UTF-8 in which the last byte of characters may be gone (the wrong table could not show it): ，。“ by where they stand, a
 * Chinese character by its neighbours. `guessed` are the places of these in the text.
 */
export function mendedUtf8(bytes: readonly number[]): { readonly text: string; readonly guessed: readonly number[] } {
  const decoder = new TextDecoder();
  const holes: Hole[] = [];
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      at++;
      continue;
    }
    const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
    const second = bytes[at + 1] ?? 0;
    const third = bytes[at + 2];
    if (size === 3 && second >= 0x80 && second < 0xc0 && (third === undefined || third < 0x80)) {
      holes.push({ at: text.length, first: ((lead & 0x0f) << 12) | ((second & 0x3f) << 6) });
      text += "□";
      // A ? stands where the byte stood; other characters stood behind it.
      at += third === 0x3f ? 3 : 2;
      continue;
    }
    text += decoder.decode(Uint8Array.from(bytes.slice(at, at + size)));
    at += size;
  }
  const units =
    [...text].length === text.length ? text.split("") : Array.from({ length: text.length }, (_, at) => text.charAt(at));
  for (const { at, first } of holes) units[at] = likeliest(first, units, at);
  return { text: units.join(""), guessed: holes.map((hole) => hole.at) };
}

/** The likeliest of the 64 characters from `first` on, between its neighbours. */
function likeliest(first: number, units: readonly string[], at: number): string {
  const before = units[at - 1] ?? "";
  const after = units[at + 1] ?? "";
  if (first === 0xff00) return label.test(units.slice(Math.max(0, at - 4), at).join("")) ? "：" : "，";
  if (first === 0x3000) return after === "" || after === "\r" ? "。" : "、";
  if (first === 0x2000)
    return (units.slice(0, at).join("").match(/“/g)?.length ?? 0) >
      (units.slice(0, at).join("").match(/”/g)?.length ?? 0)
      ? "”"
      : "“";
  const model = characterModel();
  const { simplified } = scriptTable();
  const id = (char: string) => model.id(simplified[char.charCodeAt(0)] ?? 0);
  const alone = (char: string) => model.single(simplified[char.charCodeAt(0)] ?? 0);
  let best = "□";
  let least = Number.POSITIVE_INFINITY;
  for (let unit = first; unit < first + 64; unit++) {
    if (!isHan(unit)) continue;
    const char = String.fromCharCode(unit);
    let cost = alone(char);
    for (const [left, right] of [
      [before, char],
      [char, after],
    ] as const) {
      if (!isHan(left.charCodeAt(0)) || !isHan(right.charCodeAt(0))) continue;
      cost -= Math.max(0, alone(left) + alone(right) - model.cost(0, id(left) * 8_192 + id(right)));
    }
    if (/\d/.test(before) && unitsOfNumbers.includes(char)) cost -= 6;
    if (cost < least) {
      least = cost;
      best = char;
    }
  }
  return best;
}
