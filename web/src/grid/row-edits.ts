import type { FieldValue } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { ApiProblem, HeldForReview, type RowChange } from "../api.js";
import { freshCommandId } from "../undo.js";
import { type Drafts, keptDrafts } from "./drafts.js";
import { rowKey } from "./row-list.js";

export type Values = { readonly [field: string]: FieldValue };

/**
 * What was typed into one row and is not yet known to be written.
 * `sending` on its way; `waiting` the server cannot be reached or the session ended: tried again by itself; `refused`
 * with a reason, to be mended or given up; `stale` somebody else changed the row: a person chooses; `found` left from an
 * earlier time in this browser: nothing is sent before a person says so.
 */
export interface RowEdit {
  readonly row: Row;
  readonly values: Values;
  readonly state: "sending" | "waiting" | "refused" | "stale" | "found";
  readonly error: unknown;
}

/** What the edits need of the world. */
export interface RowWriter {
  /** Gives the row as it is then. */
  change(row: Row, change: RowChange): Promise<Row>;
  /** Told after a row was written: it is shown as it is now, and other answers may be old. */
  written(row: Row): void;
  /** Told where nothing was written and it waits for a colleague's review instead. */
  held(): void;
}

interface Kept {
  readonly row: Row;
  readonly values: Values;
  /** The command that had no answer yet. */
  readonly change?: RowChange;
}

/** The command that is on its way or was not answered: sent again with the same id, so that it is written once. */
interface Sent {
  readonly change: RowChange;
}

/**
 * Cells are saved as they are left. Several of one row go one after another, each naming the version that the one before
 * made; what could not be sent is kept in this browser, shown as typed, and goes on when the server answers again.
 */
export class RowEdits {
  readonly #edits = new Map<string, RowEdit>();
  readonly #sent = new Map<string, Sent>();
  readonly #busy = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #drafts: Drafts<Kept>;
  #snapshot: ReadonlyMap<string, RowEdit> = new Map();

  constructor(
    private readonly writer: RowWriter,
    place: string,
    /** Some field of the record is personal: then nothing of it outlives the browser's window. */
    personal: boolean,
    private readonly reason: (fields: readonly string[]) => string,
  ) {
    this.#drafts = keptDrafts(place, () => personal);
    for (const [key, { row, values, change }] of this.#drafts.all()) {
      this.#edits.set(key, { row, values, state: "found", error: null });
      if (change !== undefined) this.#sent.set(key, { change });
    }
    this.#snapshot = new Map(this.#edits);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): ReadonlyMap<string, RowEdit> => this.#snapshot;

  /** Takes what was typed into a row: shown at once, then written. */
  edit(row: Row, values: Values): Promise<void> {
    const key = rowKey(row);
    const before = this.#edits.get(key);
    this.#set(key, {
      row: before?.row ?? row,
      values: { ...before?.values, ...values },
      state: "sending",
      error: null,
    });
    return this.#send(key);
  }

  /** Rows as they are now: what an earlier time left here and what was written after all is done with. */
  seen(rows: readonly Row[]): void {
    for (const [key, { state, row, values }] of this.#edits) {
      if (state !== "found") continue;
      const now = rows.find((one) => one.id === row.id && one.scope_id === row.scope_id);
      const written = ([field, value]: readonly [string, FieldValue]) =>
        JSON.stringify(now?.values[field] ?? null) === JSON.stringify(value);
      if (now !== undefined && Object.entries(values).every(written)) this.drop(key);
    }
  }

  /** Sends what waits; `all` with what an earlier time left here. */
  retry(all = false): void {
    for (const [key, edit] of this.#edits)
      if (edit.state === "waiting" || (all && edit.state === "found")) void this.#send(key);
  }

  /** Writes these values over what somebody else wrote: a person saw both. Fields left out stay theirs. */
  resolve(key: string, now: Row, values: Values): Promise<void> {
    this.#sent.delete(key);
    if (Object.keys(values).length === 0) {
      this.#set(key, null);
      return Promise.resolve();
    }
    this.#set(key, { row: now, values, state: "sending", error: null });
    return this.#send(key);
  }

  /** Gives up what was typed into a row. */
  drop(key: string): void {
    this.#sent.delete(key);
    this.#set(key, null);
  }

  async #send(key: string): Promise<void> {
    if (this.#busy.has(key)) return;
    this.#busy.add(key);
    try {
      for (let edit = this.#edits.get(key); edit !== undefined; edit = this.#edits.get(key)) {
        if (!(await this.#sendOnce(key, edit))) return;
      }
    } finally {
      this.#busy.delete(key);
    }
  }

  /** True when there may be more to send. */
  async #sendOnce(key: string, edit: RowEdit): Promise<boolean> {
    // A command that got no answer is sent again as it was; what was typed since goes with the next one.
    const change = this.#sent.get(key)?.change ?? {
      version: edit.row.version,
      values: edit.values,
      command_id: freshCommandId(),
      reason: this.reason(Object.keys(edit.values)),
    };
    this.#sent.set(key, { change });
    this.#keep(key);
    if (edit.state !== "sending") this.#set(key, { ...edit, state: "sending", error: null });
    let now: Row;
    try {
      now = await this.writer.change(edit.row, change);
    } catch (error) {
      if (!(error instanceof HeldForReview)) {
        this.#failed(key, error);
        return false;
      }
      now = edit.row;
    }
    this.#sent.delete(key);
    if (now === edit.row) this.writer.held();
    else this.writer.written(now);
    const typed = this.#edits.get(key)?.values ?? {};
    const left = Object.entries(typed).filter(([field, value]) => change.values[field] !== value);
    if (left.length === 0) {
      this.#set(key, null);
      return false;
    }
    this.#set(key, { row: now, values: Object.fromEntries(left), state: "sending", error: null });
    return true;
  }

  #failed(key: string, error: unknown): void {
    const edit = this.#edits.get(key);
    if (edit === undefined) return;
    const problem = error instanceof ApiProblem ? error.problem : null;
    const unanswered = problem !== null && (problem.status === 0 || problem.status === 401 || problem.status >= 500);
    // A refusal is an answer: what is typed next is another command.
    if (!unanswered) this.#sent.delete(key);
    const state = problem?.code === "VERSION_STALE" ? "stale" : unanswered ? "waiting" : "refused";
    this.#set(key, { ...edit, state, error });
  }

  /** Keeps in the browser what stands of a row now. */
  #keep(key: string): void {
    const edit = this.#edits.get(key);
    const change = this.#sent.get(key)?.change;
    this.#drafts.put(
      key,
      edit === undefined
        ? null
        : {
            row: onlyOf(edit.row, edit.values),
            values: edit.values,
            ...(change === undefined ? {} : { change }),
          },
    );
  }

  #set(key: string, edit: RowEdit | null): void {
    if (edit === null) this.#edits.delete(key);
    else this.#edits.set(key, edit);
    this.#keep(key);
    this.#snapshot = new Map(this.#edits);
    for (const listener of this.#listeners) listener();
  }
}

/** A row with those of its values that were typed over: no more of it is kept in the browser. */
function onlyOf(row: Row, typed: Values): Row {
  return { ...row, values: Object.fromEntries(Object.keys(typed).map((key) => [key, row.values[key] ?? null])) };
}
