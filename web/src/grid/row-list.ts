import type { Row } from "@shanhai/server";
import { api, type RowSearch } from "../api.js";

/** Rows asked for at once: a screen or two at first, then as many as the API gives. */
const FIRST = 100;
const MORE = 500;

export const rowKey = ({ scope_id, id }: Pick<Row, "scope_id" | "id">): string => `${scope_id}/${id}`;

/** What a table shows of its list now. A new object at every change. */
export interface RowListState {
  readonly rows: readonly Row[];
  /** The list goes on behind these rows. */
  readonly more: boolean;
  readonly loading: boolean;
  readonly error: unknown;
}

/**
 * The rows of one list, read on while one scrolls. Not the query cache: a hundred thousand rows would be compared and
 * copied there with every page.
 */
export class RowList {
  #rows: Row[] = [];
  #next: string | null = null;
  #begun = false;
  #state: RowListState = { rows: [], more: true, loading: false, error: null };
  readonly #listeners = new Set<() => void>();
  /** Titles of what the rows point to, filled before the rows that need them are shown. */
  readonly titles: { [id: string]: string } = {};

  constructor(
    readonly record: string,
    readonly search: RowSearch,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): RowListState => this.#state;

  /** Reads the next rows, unless they are on their way or there are none. */
  readonly loadMore = async (): Promise<void> => {
    if (this.#state.loading || (this.#begun && this.#next === null)) return;
    this.#tell({ loading: true, error: null });
    try {
      const page = await api.rows(this.record, {
        ...this.search,
        titles: true,
        limit: this.#begun ? MORE : FIRST,
        ...(this.#next === null ? {} : { after: this.#next }),
      });
      Object.assign(this.titles, page.titles);
      this.#begun = true;
      this.#next = page.next;
      this.#rows = this.#rows.concat(page.rows);
      this.#tell({ loading: false });
    } catch (error) {
      this.#tell({ loading: false, error });
    }
  };

  /** Puts a row as it is now in the place of what it was; a row that is new here comes first. */
  put(row: Row): void {
    if (this.replace(row)) return;
    this.#rows = [row, ...this.#rows];
    this.#tell({});
  }

  /** The same, only where the list shows the row: another list may have come in its place while it was written. */
  replace(row: Row): boolean {
    const at = this.#rows.findIndex((one) => one.id === row.id && one.scope_id === row.scope_id);
    if (at < 0) return false;
    this.#rows = [...this.#rows.slice(0, at), row, ...this.#rows.slice(at + 1)];
    this.#tell({});
    return true;
  }

  #tell(changes: Partial<RowListState>): void {
    this.#state = {
      ...this.#state,
      ...changes,
      rows: this.#rows,
      more: !this.#begun || this.#next !== null,
    };
    for (const listener of this.#listeners) listener();
  }
}
