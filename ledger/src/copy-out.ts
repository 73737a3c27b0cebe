import type pg from "pg";

/** What of pg's connection a COPY needs. */
interface CopyConnection {
  query(text: string): void;
}

/** Runs `COPY … TO STDOUT` on a connection and gives its lines: a tenth of the time of rows that become objects. */
export function copyOut(client: pg.ClientBase, statement: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let failed: Error | null = null;
    let lines = Buffer.allocUnsafe(1 << 16);
    let used = 0;
    const query = {
      submit: (connection: CopyConnection) => connection.query(statement),
      handleCopyData({ chunk }: { readonly chunk: Buffer }) {
        // The chunk is a view of what the connection reads into: it is copied at once.
        if (used + chunk.length > lines.length) {
          const wider = Buffer.allocUnsafe(Math.max(lines.length * 2, used + chunk.length));
          lines.copy(wider, 0, 0, used);
          lines = wider;
        }
        used += chunk.copy(lines, used);
      },
      handleError(error: Error) {
        failed = error;
        reject(error);
      },
      handleReadyForQuery() {
        if (failed === null) resolve(lines.subarray(0, used));
      },
      handleRowDescription() {},
      handleDataRow() {},
      handleCommandComplete() {},
      handlePortalSuspended() {},
      handleEmptyQuery() {},
      handleCopyInResponse() {},
    };
    client.query(query as unknown as pg.Submittable);
  });
}
