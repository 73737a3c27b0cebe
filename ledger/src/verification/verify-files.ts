import { NIL_SCOPE } from "@shanhai/model";
import { anyErased } from "../erasure/erased.js";
import { keptFile, sha256Hex } from "../intake/files.js";
import type { Store } from "../store.js";
import { BrokenPlace } from "./broken-place.js";
import type { Tally } from "./verify-tally.js";

const PAGE = 100;

/** Reads every document's original and every proof's file and hashes it. A file without a row is harmless and not looked at. */
export async function verifyFiles(store: Store, tally: Tally, report: () => void): Promise<void> {
  await verifyDocuments(store, tally, report);
  await verifyProofs(store, tally, report);
}

async function verifyDocuments(store: Store, tally: Tally, report: () => void): Promise<void> {
  let after: string | null = null;
  while (true) {
    const { rows }: { rows: readonly DocumentFile[] } = await store.db.query<DocumentFile>(
      `select id, sha256 from document where scope_id = $1 and ($2::uuid is null or id > $2)
       order by id limit ${PAGE}`,
      [NIL_SCOPE, after],
    );
    for (const { id, sha256 } of rows) {
      const bytes = await keptFile(store.dataDir, sha256);
      if (bytes === null) {
        if (!(await anyErased(store.db, NIL_SCOPE, { record: "document", id })))
          throw new BrokenPlace("FILE_MISSING", { id, file: sha256 });
      } else if (sha256Hex(bytes) !== sha256) throw new BrokenPlace("FILE_CHANGED", { id, file: sha256 });
      tally.files += bytes === null ? 0 : 1;
      report();
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/** Each file once, however many rows it proves or waits to prove; one that is a document too was read as such. */
async function verifyProofs(store: Store, tally: Tally, report: () => void): Promise<void> {
  let after = "";
  while (true) {
    const { rows }: { rows: readonly ProofFile[] } = await store.db.query<ProofFile>(
      `select distinct on (file_hash) file_hash, id from (
           select file_hash, id from proof where file_hash > $1
           union all select f.file_hash, h.id from held_change h, unnest(h.files) f (file_hash)
             where f.file_hash > $1 and h.work is not null) p
         where not exists (select 1 from document d where d.sha256 = p.file_hash) order by file_hash, id limit ${PAGE}`,
      [after],
    );
    for (const { file_hash, id } of rows) {
      const bytes = await keptFile(store.dataDir, file_hash);
      if (bytes === null) throw new BrokenPlace("FILE_MISSING", { id, file: file_hash });
      if (sha256Hex(bytes) !== file_hash) throw new BrokenPlace("FILE_CHANGED", { id, file: file_hash });
      tally.files += 1;
      report();
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.file_hash;
  }
}

interface ProofFile {
  readonly id: string;
  readonly file_hash: string;
  readonly [column: string]: unknown;
}

interface DocumentFile {
  readonly id: string;
  readonly sha256: string;
  readonly [column: string]: unknown;
}
