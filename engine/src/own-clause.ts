import type { Scene, Scenes } from "./scene.js";
import { repairedSpan } from "./span.js";

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
  const from = part.from + Math.max(before.lastIndexOf("，"), before.lastIndexOf(",")) + 1;
  const next = text.slice(at, part.to).search(/[，,]/);
  const to = next < 0 ? part.to : at + next;
  const sides = new Set(
    scenes.sides.regionsIn(repairedSpan(start + from, start + to)).map((item) => scenes.sides.ofPath(item.value.path)),
  );
  return sides.has("east") && sides.has("west") ? { from, to } : part;
}
