import { workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

/** Thread entry of create-database.ts: initdb into a new directory, closed cleanly, nothing synced yet. */
const { directory } = workerData as { readonly directory: string };
const database = await PGlite.create({ fs: new NodeFS(directory) });
await database.close();
