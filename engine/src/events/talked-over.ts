import { fieldsOf } from "../commitments/fields.js";
import { Pattern } from "../patterns/pattern.js";
import type { EventDraft, Scenes } from "./scene.js";

const TALKED_OVER = new Pattern(/初步(?:磋商|协商|洽谈|探讨)|交换了?[^，,。]{0,6}意见/);

/** 双方就合作领域进行了初步磋商: kept with the visit, because it is neither a promise nor agreed. */
export function talkedOver(scenes: Scenes): NonNullable<EventDraft["discussed"]> {
  return scenes.told().flatMap((scene) => {
    const talked = TALKED_OVER.exec(scene);
    if (talked === null || scenes.spoken(scene, talked.index)) return [];
    const { span } = scene.utterance.unit;
    const text = scenes.article.text.slice(span.start, span.end);
    return [{ text, fields: fieldsOf(text), evidence: span }];
  });
}
