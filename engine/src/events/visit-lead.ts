import type { PersonMention } from "../annotation.js";
import type { Sides } from "../parties/sides.js";
import { repairedSpan } from "../span.js";
import type { Scene, Scenes } from "./scene.js";

/** The persons of one side that end the list, from its first: 甲、乙，丙等到…. */
export function chainOf(scenes: Scenes, persons: readonly PersonMention[], sides: Sides): readonly PersonMention[] {
  const { text } = scenes.article;
  let first = persons.length - 1;
  while (first > 0) {
    const [before, after] = [persons[first - 1], persons[first]];
    if (before === undefined || after === undefined) break;
    const between = text.slice(before.span.end, after.span.start);
    const [a, b] = [sides.ofPerson(before.value.name), sides.ofPerson(after.value.name)];
    if (
      (a !== null && b !== null && a !== b) ||
      // 区长某某与某某一行: with a guest, where nobody knows whose they are.
      ((a === null || b === null) && /^[与同]/.test(between)) ||
      !/^[、，,和及与]/.test(between) ||
      /主持|陪同|参加|出席|介绍|表示/.test(between)
    )
      break;
    first--;
  }
  return persons.slice(first);
}

/** The first of those who lead (甲镇…，乙镇…率考察团), or the one before 一行. */
export function leadOf(
  scenes: Scenes,
  scene: Scene,
  parts: { readonly since: number; readonly at: number; readonly leads: boolean },
): string | null {
  // Behind a semicolon another trip is told: its own head leads it.
  const apart = /[；;]/.test(scene.text.charAt(parts.since)) || scene.text.slice(0, parts.since).endsWith("陪同下");
  const own = apart ? parts.since : 0;
  const before = repairedSpan(scene.start + own, scene.start + parts.at);
  const persons = scenes.article
    .within("person", before)
    .filter((person) => scene.text.charAt(person.span.start - scene.start) !== "□");
  const full = persons.filter(
    (person) =>
      !person.value.surnameOnly &&
      // 甲：8月25日，乙率队来我县: who answers in an interview tells of another.
      !(person.span.start === scene.start && /^[：:]/.test(scenes.article.text.slice(person.span.end))) &&
      !/^(?:总书记|主席)/.test(scenes.article.text.slice(person.span.end, person.span.end + 3)) &&
      !/(?:记者|通讯员|编辑)[^，,。]{0,8}$/.test(
        scenes.article.text.slice(Math.max(0, person.span.start - 10), person.span.start),
      ) &&
      // 受市政协主席甲委托，乙带队: who sends does not go.
      !/^(?:同志|书记|主席|[市县区省州]长)?(?:的)?(?:委托|委派|指派|嘱托|重托)/.test(
        scenes.article.text.slice(person.span.end, person.span.end + 8),
      ),
  );
  if (parts.leads) return full[0]?.value.name ?? null;
  const last = full.at(-1);
  // 由某某为组长的某市政协调研组
  const heads = /^(?:为|任|担任)(?:[组团队领]长|领队)的[^，,。；;]{0,24}$/;
  if (
    last !== undefined &&
    heads.test(scene.text.slice(last.span.end - scene.start, scene.start + parts.at - scene.start))
  )
    return last.value.name;
  if (last === undefined || last.span.end !== scene.start + parts.at) return null;
  // 甲局副局长某某，乙局副局长某某一行: the first of them.
  return (chainOf(scenes, full, scenes.sides)[0] ?? last).value.name;
}
