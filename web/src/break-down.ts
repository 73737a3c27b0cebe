import { parsePartialDate } from "@shanhai/model";
import type { OpenStatement } from "@shanhai/server";
import type { Side } from "./own-side.js";

/** What a person has made of one statement that waits to be broken down. */
export interface TaskEntry {
  readonly title: string;
  readonly owners: string;
  readonly due: string;
  readonly side: Side;
}

/** The entry that the statement's own words suggest. */
export function suggested({ drafts, text }: OpenStatement): TaskEntry {
  const [draft] = drafts;
  return {
    title: draft?.title ?? text,
    owners: draft?.owners.join("、") ?? "",
    due: draft?.due ?? "",
    side: draft?.side ?? "west",
  };
}

/** Units as they were typed: set apart by 、 or commas. */
export function ownerNames(owners: string): readonly string[] {
  return owners
    .split(/[、，,；;]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** The time limit in ISO form; null where none is given, undefined where it is no date. */
export function dueOf(text: string): string | null | undefined {
  if (text.trim() === "") return null;
  const parsed = parsePartialDate(text);
  return parsed.ok && /^\d{4}/.test(parsed.value) ? parsed.value : undefined;
}

/** The task as it is sent; null while its date is wrong or it has no words. */
export function taskOf({ title, owners, due, side }: TaskEntry) {
  const day = dueOf(due);
  if (day === undefined || title.trim() === "") return null;
  const names = ownerNames(owners);
  return {
    title: title.trim(),
    side,
    owner_name: names.length === 0 ? null : names.join("、"),
    owners: names,
    due: day,
  };
}
