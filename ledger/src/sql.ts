/**
 * What the code of this room needs from a database, embedded or server: a query and a transaction. `database.ts`
 * gives it with pg over the gate or over the network; nothing here knows which.
 *
 * Rows come as pg gives them with our parsers: int8 → bigint, numeric and date → string, timestamptz → ISO
 * text in UTC with microseconds,
 * bytea → Buffer, jsonb → parsed, text[] → string[].
 */
export interface Sql {
  query<R extends SqlRow = SqlRow>(text: string, values?: readonly unknown[]): Promise<{ readonly rows: R[] }>;
  /** `COPY … FROM STDIN` with all its lines. */
  copyIn(statement: string, lines: Uint8Array): Promise<void>;
  /** The lines of `COPY … TO STDOUT`, as bytes. */
  copyOut(statement: string): Promise<Buffer>;
}

export type SqlRow = { readonly [column: string]: unknown };

export interface Database extends Sql {
  /**
   * READ COMMITTED; commits when `work` resolves, rolls back when it throws. Never nested. `patient`: long work that nobody
   * waits for at a screen lets others go first; `crowded` is told when such work begins whether others come one after another.
   */
  transaction<T>(
    work: (sql: Sql) => Promise<T>,
    options?: { readonly patient?: boolean; readonly crowded?: (crowded: boolean) => void },
  ): Promise<T>;
}
