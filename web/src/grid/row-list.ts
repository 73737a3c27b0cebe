import { type GroupRun, groupRuns, joinRuns, withChangedRow } from "@shanhai/model";
import type { ListExtent, Page, Row } from "@shanhai/server";
import { ApiProblem, api, type RowSearch } from "../api.js";

/** Rows asked for at first: a screen or two. */
const FIRST = 100;
/** Rows of one answer at most. */
const MOST = 500;
/** Rows that may have come into a window since it was counted; more are asked for behind them. */
const GROWN = 25;
/** Rows above and below the view that are asked for as well. */
const BESIDE = 300;
/** Windows on their way at once. */
const AT_ONCE = 2;
/** Windows kept, some ten thousand rows: what is farthest from the view is let go and asked for again when it is looked at. */
const KEPT = 40;
/** Titles kept beyond those of the rows that are kept. */
const TITLES = 20_000;

export const rowKey = ({ scope_id, id }: Pick<Row, "scope_id" | "id">): string => `${scope_id}/${id}`;

/** What a table shows of its list now. A new object at every change. */
export interface RowListState {
  /** Rows of the list, of all that are counted so far. */
  readonly length: number;
  /** The list is counted to its end. */
  readonly counted: boolean;
  /** In a list that is grouped: its groups in their order, counted so far. */
  readonly groups: readonly GroupRun[];
  readonly loading: boolean;
  readonly error: unknown;
}

/** How a list stands together in groups: the field it is ordered by, and the amounts that a group adds up. */
export interface Grouping {
  readonly key: string;
  readonly amounts: readonly string[];
}

/** Where rows come from: the API. */
export interface RowSource {
  rows(record: string, search: RowSearch): Promise<Page<Row>>;
  extent(record: string, search: RowSearch & { readonly group?: string }): Promise<ListExtent>;
}

/** Rows that follow each other, between two keys of the list; null: not read, or let go. */
interface Window {
  readonly after: string | null;
  readonly until: string | null;
  count: number;
  rows: readonly Row[] | null;
  titles: { readonly [id: string]: string };
  reading: Promise<void> | null;
}

/**
 * The rows of one list, read where one looks: the ledger says piece by piece how long the list is and where its windows
 * begin, so that any window is read without those before it. Not the query cache: a hundred thousand rows would be compared
 * and copied there.
 */
export class RowList {
  #windows: Window[] = [];
  /** Where each window begins. */
  #starts: number[] = [];
  #state: RowListState = { length: 0, counted: false, groups: [], loading: false, error: null };
  #wanted: readonly Window[] = [];
  #held: readonly Window[] = [];
  #looked = 0;
  #counting = false;
  #next: string | null = null;
  readonly #listeners = new Set<() => void>();
  /** Titles of what the rows point to, filled before the rows that need them are shown. */
  readonly titles: { [id: string]: string } = {};

  constructor(
    readonly record: string,
    readonly search: RowSearch,
    readonly grouping: Grouping | null = null,
    private readonly source: RowSource = api,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): RowListState => this.#state;

  /** Reads the first rows, then counts the list; goes on with what failed. */
  readonly read = async (): Promise<void> => {
    if (this.#state.loading) return;
    this.#tell({ error: null, loading: this.#windows.length === 0 });
    try {
      if (this.#windows.length === 0) await this.#begin();
      this.#pump();
      await this.#count();
    } catch (error) {
      this.#tell({ error, loading: false });
    }
  };

  /** The row at a place of the list; undefined while it is not read. */
  rowAt(place: number): Row | undefined {
    const at = this.#windowAt(place);
    return this.#windows[at]?.rows?.[place - (this.#starts[at] ?? 0)];
  }

  /** The row of a key, where it is read. */
  find(key: string): Row | undefined {
    for (const row of this.readRows()) if (rowKey(row) === key) return row;
    return undefined;
  }

  /** All rows that are read now. */
  *readRows(): Iterable<Row> {
    for (const { rows } of this.#windows) if (rows !== null) yield* rows;
  }

  /** Reads the rows that are looked at, and those beside them; what was asked for and is out of view is asked no more. */
  look(places: readonly number[]): void {
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined) return;
    const seen = new Set(places.map((place) => this.#windowAt(place)));
    this.#looked = this.#windowAt(first);
    for (const beside of [last + BESIDE, first - BESIDE])
      if (beside >= 0 && beside < this.#state.length) seen.add(this.#windowAt(beside));
    this.#wanted = [...seen].flatMap((at) => this.#windows[at] ?? []);
    this.#pump();
  }

  /** Reads these rows and keeps them until others are held: cells that are chosen, rows that are printed. */
  async hold(places: readonly number[]): Promise<void> {
    this.#held = [...new Set(places.map((place) => this.#windowAt(place)))].flatMap((at) => this.#windows[at] ?? []);
    for (const window of this.#held) if (window.rows === null) await this.#readWindow(window);
  }

  /** Puts a row as it is now in the place of what it was; a row that is new here comes first. */
  put(row: Row): void {
    if (this.replace(row)) return;
    const [first] = this.#windows;
    if (first?.rows == null) return;
    first.rows = [row, ...first.rows];
    this.#tell({ groups: joinRuns([...this.#runsOf([row]), ...this.#state.groups]) });
  }

  /** The same, only where the row is read: another list may have come in its place while it was written. */
  replace(row: Row): boolean {
    for (const [at, window] of this.#windows.entries()) {
      const { rows } = window;
      const index = rows?.findIndex((one) => one.id === row.id && one.scope_id === row.scope_id) ?? -1;
      const before = rows?.[index];
      if (rows === null || before === undefined) continue;
      window.rows = [...rows.slice(0, index), row, ...rows.slice(index + 1)];
      this.#tell({ groups: this.#regrouped((this.#starts[at] ?? 0) + index, before, row) });
      return true;
    }
    return false;
  }

  /** A row stays in the group under which it stands, whose sums follow it, until the list is asked again. */
  #regrouped(place: number, before: Row, after: Row): readonly GroupRun[] {
    let left = place;
    return this.#state.groups.map((run) => {
      const here = left >= 0 && left < run.count;
      left -= run.count;
      return here ? withChangedRow(run, before.values, after.values) : run;
    });
  }

  async #begin(): Promise<void> {
    const page = await this.source.rows(this.record, { ...this.search, titles: true, limit: FIRST });
    Object.assign(this.titles, page.titles);
    const { rows, next } = page;
    this.#windows = [{ after: null, until: next, count: rows.length, rows, titles: page.titles ?? {}, reading: null }];
    this.#next = next;
    this.#tell({ loading: false, counted: next === null, groups: this.#runsOf(rows) });
  }

  /** Asks on for windows, piece by piece, until the end of the list is known. */
  async #count(): Promise<void> {
    if (this.#counting) return;
    this.#counting = true;
    try {
      while (this.#next !== null) {
        const { titles, after = this.#next, ...search } = { ...this.search, titles: this.grouping !== null };
        const {
          windows,
          groups,
          next,
          titles: named,
        } = await this.source.extent(this.record, {
          ...search,
          ...{ after, titles },
          ...(this.grouping === null ? {} : { group: this.grouping.key }),
        });
        Object.assign(this.titles, named);
        let key: string | null = this.#next;
        for (const { until, rows } of windows) {
          this.#windows.push({ after: key, until, count: rows, rows: null, titles: {}, reading: null });
          key = until;
        }
        this.#next = next;
        this.#tell({ counted: next === null, groups: joinRuns([...this.#state.groups, ...groups]) });
      }
    } finally {
      this.#counting = false;
    }
  }

  #pump(): void {
    if (this.#windows.filter(({ reading }) => reading !== null).length >= AT_ONCE) return;
    const missing = this.#wanted.find(({ rows, reading }) => rows === null && reading === null);
    if (missing === undefined || this.#state.error !== null) return;
    this.#readWindow(missing).then(
      () => this.#pump(),
      (error: unknown) => this.#tell({ error }),
    );
    this.#pump();
  }

  #readWindow(window: Window): Promise<void> {
    window.reading ??= this.#rowsOf(window).finally(() => {
      window.reading = null;
    });
    return window.reading;
  }

  async #rowsOf(window: Window): Promise<void> {
    const rows: Row[] = [];
    const titles = {};
    for (let after = window.after, over = false; !over; ) {
      const page = await this.source.rows(this.record, {
        ...this.search,
        ...(after === null ? {} : { after }),
        ...(window.until === null ? {} : { until: window.until }),
        titles: true,
        limit: Math.min(MOST, window.count + GROWN),
      });
      rows.push(...page.rows);
      Object.assign(titles, page.titles);
      after = page.next;
      over = after === null;
    }
    Object.assign(this.titles, titles);
    Object.assign(window, { rows, titles, count: rows.length });
    this.#letGo();
    this.#tell({});
  }

  /** The first window stays, and what is looked at or held. */
  #letGo(): void {
    const kept = this.#windows.flatMap((window, at) => (window.rows === null ? [] : [{ window, at }]));
    const spare = kept.filter(
      ({ window, at }) => at > 0 && !this.#wanted.includes(window) && !this.#held.includes(window),
    );
    spare.sort((one, other) => Math.abs(other.at - this.#looked) - Math.abs(one.at - this.#looked));
    const gone = spare.slice(0, Math.max(0, kept.length - KEPT));
    for (const { window } of gone) Object.assign(window, { rows: null, titles: {} });
    if (gone.length === 0 || Object.keys(this.titles).length < TITLES) return;
    for (const id of Object.keys(this.titles))
      if (!this.#windows.some(({ titles }) => id in titles)) delete this.titles[id];
  }

  #runsOf(rows: readonly Row[]): readonly GroupRun[] {
    return this.grouping === null ? [] : groupRuns(rows, this.grouping.key, this.grouping.amounts);
  }

  /** The last window that begins at or before a place. */
  #windowAt(place: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #tell(changes: Partial<Omit<RowListState, "length">>): void {
    let length = 0;
    this.#starts = this.#windows.map(({ count, rows }) => {
      const start = length;
      length += rows?.length ?? count;
      return start;
    });
    this.#state = { ...this.#state, ...changes, length };
    for (const listener of this.#listeners) listener();
  }
}

/** True of a failure that is over once the server answers again. */
export function unanswered(error: unknown): boolean {
  return error instanceof ApiProblem && (error.problem.status === 0 || error.problem.status >= 500);
}
