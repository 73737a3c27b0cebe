import { behindMark } from "../patterns/behind-mark.js";
import { repairedSpan } from "../span.js";
import type { Scene, Scenes } from "./scene.js";

/**
 * The words about one deed of a sentence that tells several: its own clause where that names both sides by itself (甲区向乙县
 * 捐赠资金，丙镇与丁镇签订协议), else the stretch as given. Offsets into the statement.
 */
export function ownClause(
  scenes: Scenes,
  scene: Scene,
  at: number,
  part: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } {
  const { text, start } = scene;
  const before = text.slice(part.from, at);
  const from = part.from + behindMark(before, "，");
  const next = text.slice(at, part.to).search(/[，,]/);
  const to = next < 0 ? part.to : at + next;
  const sides = new Set(
    scenes.sides.regionsIn(repairedSpan(start + from, start + to)).map((item) => scenes.sides.ofPath(item.value.path)),
  );
  // 甲镇与乙镇结为友好乡镇，某市慈善总会向丙县捐赠: who gives stands in the name of a body.
  const body = /^[^，,]{4,}(?:会|局|委|办|公司|集团|院|校)(?:还|也|又|当场|同时)*[向给为][^，,]{2,}$/.test(
    text.slice(from, at),
  );
  return body || (sides.has("east") && sides.has("west")) ? { from, to } : part;
}
