import { type RecordDefinition, recordGroups } from "@shanhai/model";

/** The kinds of record by the branch of the work, in the order in which an office lists its ledgers; branches without any are left out. */
export function kindsByGroup(list: readonly RecordDefinition[]) {
  return recordGroups
    .map((group) => ({ group, kinds: list.filter((definition) => definition.group === group.code) }))
    .filter(({ kinds }) => kinds.length > 0);
}
