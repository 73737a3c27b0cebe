import type { Draft } from "../draft.js";

/** What people are called who speak for themselves, not for a side. */
const LAY =
  /^(?:[^，,、]{0,8}?)(?:村民|群众|居民|市民|务工人员|求职者|牧民|农牧民|农户|种植户|养殖户|脱贫户|监测户|茶农|果农|菜农|女工|工人|职工|患者|病人|产妇|家属|老人|老农|老汉|大[爷妈娘叔姐]|学生|同学|大学生|学员|摊主|店主|徒弟|姑娘|小伙子?|绣娘|母亲|父亲|妻子|丈夫|儿子|女儿)$/;

/** Villagers, workers, pupils: what they mean to do (过完年就去上班) is no promise of a side. */
export function laymen(soFar: readonly Draft[]): ReadonlySet<string> {
  return new Set(
    soFar.flatMap((draft) => (draft.kind === "person" && LAY.test(draft.title ?? "") ? [draft.name] : [])),
  );
}
