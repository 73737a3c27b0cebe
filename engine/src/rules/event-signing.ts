import type { Rule } from "../draft.js";
import { eventDraft, joinSame, sameDay, segment, yearMarked } from "../event-draft.js";
import { type EventDraft, type Scene, type Scenes, scenesOf } from "../scene.js";

const SIGNS = /签订|签署|续签|签约|续约|签下|达成(?=[^，,。；;]{0,20}协议)/g;
/** Contracts of single workers and words that only name a signing. */
const OTHER = /劳动合同|签约(?:率|金额|额|前|后落地)|合同签订|重签约/;

/** Signings (签约): one per day and level; towns that sign beside their counties sign apart. */
export const eventSigning: Rule = {
  id: "event-signing",
  version: 1,
  purpose: "签订/签署/续签/签约, held and dated, is a signing with what was signed.",
  apply(article, soFar) {
    const scenes = scenesOf(article, soFar);
    const found: EventDraft[] = [];
    for (const scene of scenes.told()) {
      if (scenes.decided(scene)) continue;
      for (const match of scene.text.matchAll(SIGNS)) {
        const at = match.index;
        const part = segment(scene.text, at);
        if (scenes.spoken(scene, at) || scenes.statusAt(scene, at) !== "held") continue;
        if (OTHER.test(scene.text.slice(Math.max(0, at - 4), at + 16))) continue;
        const event = eventDraft(scenes, {
          type: "signing",
          scene,
          at,
          ...part,
          object: signed(scene.text, at, part.to),
        });
        if (event !== null) found.push(event);
      }
    }
    return joinSame(found, (a, b) => sameDay(a, b) && sameLevel(a, b)).map((event) =>
      yearMarked(scenes, captioned(scenes, event)),
    );
  },
};

/** 《…》 after the verb, else the words up to 协议, 合同, 备忘录. */
function signed(text: string, at: number, to: number): string | null {
  const after = text.slice(at, Math.min(to, at + 200));
  return (
    /《([^《》]{2,60})》/.exec(after)?.[0] ??
    /^(?:签订|签署|续签|签下)了?([^，,。；;]{0,30}?(?:协议书?|合同|备忘录|意向书))/.exec(after)?.[1] ??
    null
  );
}

/** Towns sign apart from their counties; a signing without named parties joins whatever was signed that day. */
function sameLevel(a: EventDraft, b: EventDraft): boolean {
  if (a.inferred.includes("visitor") || b.inferred.includes("visitor")) return true;
  return level(a) === level(b);
}

function level(event: EventDraft): string {
  return [...event.visitor, ...event.host].some((path) => /(?:镇|乡|街道)$/.test(path)) ? "town" : "above";
}

/** A caption may alone name the firm: 在某某公司签约. */
function captioned(scenes: Scenes, event: EventDraft): EventDraft {
  if (event.place !== null) return event;
  const caption = scenes.all.find(
    (scene: Scene) => scene.utterance.unit.role === "caption" && /在[^，,。]{2,40}签(?:约|订)/.test(scene.text),
  );
  if (caption === undefined) return event;
  const place = /在([^，,。]{2,40}?)签(?:约|订)/.exec(caption.text)?.[1] ?? null;
  return { ...event, place, evidence: [...event.evidence, caption.utterance.unit.span] };
}
