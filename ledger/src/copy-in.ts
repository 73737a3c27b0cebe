import type pg from "pg";

/** What of pg's connection a COPY needs. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/**
 * Runs `COPY … FROM STDIN` on a connection with all its lines at hand: pg's protocol for queries of one's own
 * (`client.query(submittable)`), a third of the time of an INSERT of the same rows.
 */
export function copyIn(client: pg.ClientBase, statement: string, lines: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    let failed: Error | null = null;
    const query = {
      submit: (connection: CopyConnection) => connection.query(statement),
      handleCopyInResponse(connection: CopyConnection) {
        connection.sendCopyFromChunk(Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength));
        connection.endCopyFrom();
      },
      handleError(error: Error) {
        failed = error;
        reject(error);
      },
      handleReadyForQuery() {
        if (failed === null) resolve();
      },
      handleRowDescription() {},
      handleDataRow() {},
      handleCommandComplete() {},
      handlePortalSuspended() {},
      handleEmptyQuery() {},
      handleCopyData() {},
    };
    client.query(query as unknown as pg.Submittable);
  });
}
