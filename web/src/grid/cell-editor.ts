import {
  type CellForm,
  cellText,
  type FieldDefinition,
  type FieldValue,
  fieldAt,
  offeredIn,
  parseValue,
  type RecordDefinition,
  rowYear,
} from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { useRef, useState } from "react";
import { useLanguage } from "../language.js";
import { type Choice, useChoices, withChoice } from "./cell-choices.js";

/** A cell in which something is typed. */
interface Open {
  readonly row: Row;
  readonly field: FieldDefinition;
  /** What the cell printed before. */
  readonly before: string;
  readonly text: string;
  /** Chosen by the arrow keys among the choices; -1: what is typed counts. */
  readonly choice: number;
  /** Something was typed: choices follow it. Before that all are offered. */
  readonly touched: boolean;
  readonly wrong: { readonly zh: string; readonly en: string } | null;
}

export interface CellEditor {
  readonly open: Open | null;
  readonly choices: readonly Choice[];
  begin(row: Row, field: FieldDefinition, value: FieldValue | undefined, text?: string): void;
  type(text: string): void;
  /** Goes through the choices. */
  step(by: 1 | -1): void;
  choose(choice: Choice): void;
  cancel(): void;
  /** Hands on what was typed. False where it cannot be: the cell stays open and says why. */
  finish(): boolean;
}

/** What happens in the one cell that is open: typing, choosing, checking by the value's own rules, handing on. */
export function useCellEditor(
  form: CellForm,
  definitions: ReadonlyMap<string, RecordDefinition>,
  commit: (row: Row, field: FieldDefinition, value: FieldValue) => void,
): CellEditor {
  const { language } = useLanguage();
  const [open, setOpen] = useState<Open | null>(null);
  // Ids of rows that were chosen while the cell is open: their names may not be the only ones.
  const named = useRef(new Map<string, string>());
  const asked = open === null ? null : open.touched ? open.text : "";
  const yearOf = (row: Row) => rowYear(form.yearBy === undefined ? {} : { year: form.yearBy }, row.values);
  const offered =
    open === null ? undefined : offeredIn(open.field, yearOf(open.row), open.row.values[open.field.key] ?? null);
  const whereOf = (row: Row) => ({ year: yearOf(row), places: form.placesOf?.(row.scope_id) ?? [] });
  const where = open === null ? { year: null, places: [] } : whereOf(open.row);
  const choices = useChoices(offered, asked, open?.row.scope_id ?? "", where, definitions);

  const rowsByName = (): ReadonlyMap<string, string> => {
    const names = new Map<string, string>();
    const twice = new Set<string>();
    for (const { text, id } of choices) {
      if (id === null) continue;
      if (names.has(text)) twice.add(text);
      names.set(text, id);
    }
    for (const text of twice) names.delete(text);
    const value = open === null ? null : open.row.values[open.field.key];
    const titles = form.titles ?? {};
    for (const id of Array.isArray(value) ? value : [value])
      if (typeof id === "string" && titles[id] !== undefined) names.set(titles[id] ?? "", id);
    return new Map([...names, ...named.current]);
  };

  const take = (now: Open, text: string): boolean => {
    if (text === now.before) {
      setOpen(null);
      return true;
    }
    const read = parseValue(now.field, text, { ...form, where: whereOf(now.row), rows: rowsByName() });
    if (!read.ok) {
      setOpen({ ...now, text, wrong: read.problem });
      return false;
    }
    for (const [name, id] of named.current) if (form.titles !== undefined) Object.assign(form.titles, { [id]: name });
    setOpen(null);
    commit(now.row, now.field, read.value);
    return true;
  };

  return {
    open,
    choices: open === null ? [] : choices,
    begin: (row, field, value, text) => {
      named.current = new Map();
      const before = cellText(fieldAt(field, form.yearBy, row.values), value, language, form);
      setOpen({ row, field, before, text: text ?? before, choice: -1, touched: text !== undefined, wrong: null });
    },
    type: (text) => setOpen((now) => (now === null ? null : { ...now, text, touched: true, choice: -1, wrong: null })),
    step: (by) =>
      setOpen((now) => {
        if (now === null || choices.length === 0) return now;
        const next = now.choice + by;
        return { ...now, choice: next < -1 ? choices.length - 1 : next >= choices.length ? -1 : next };
      }),
    choose: (choice) => {
      if (open === null) return;
      if (choice.id !== null) {
        named.current.set(choice.text, choice.id);
        if (form.titles !== undefined) Object.assign(form.titles, { [choice.id]: choice.text });
      }
      take(open, withChoice(open.field, open.text, choice));
    },
    cancel: () => setOpen(null),
    finish: () => {
      if (open === null) return true;
      const choice = choices[open.choice];
      if (choice === undefined) return take(open, open.text);
      if (choice.id !== null) {
        named.current.set(choice.text, choice.id);
        if (form.titles !== undefined) Object.assign(form.titles, { [choice.id]: choice.text });
      }
      return take(open, withChoice(open.field, open.text, choice));
    },
  };
}
