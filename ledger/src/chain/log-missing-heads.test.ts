import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import * as trialRows from "../trial/trial-cooperation.js";
import { command, KEEPER, newId, PAIR, visit } from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { verify } from "../verification/verify.js";
import { write } from "../write.js";
import { HEADS_LOG, parseHead } from "./heads-log.js";

eachDatabase("heads that never came to the log", (trial) => {
  const path = () => join(trial.config.dataDir, HEADS_LOG);
  const lines = async () => (await readFile(path(), "utf8")).split("\n").filter((line) => line !== "");
  const opened = async <T>(work: (store: Awaited<ReturnType<typeof trialRows.openTrialStore>>) => Promise<T>) => {
    const store = await trialRows.openTrialStore(trial);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  before(() =>
    opened(async (store) => {
      await write(store, KEEPER, trialRows.foundation());
      for (let at = 0; at < 3; at++) await write(store, KEEPER, command([visit(PAIR, newId())]));
    }),
  );

  test("a process that died with a full disk: the next one logs what it had committed, once", async () => {
    const whole = await lines();
    // The last line that was written is torn, as a disk that fills up leaves it.
    await writeFile(path(), `${whole.slice(0, -2).join("\n")}\n${whole.at(-2)?.slice(0, 30)}`);
    await opened(async () => undefined);
    const heads = (await lines()).flatMap((line) => parseHead(line) ?? []);
    assert.deepEqual(heads.at(-1), parseHead(whole.at(-1) ?? ""));
    const written = await lines();
    await opened(async () => undefined);
    assert.deepEqual(await lines(), written, "nothing is missing any more");
  });

  test("a cut tail is not written back into the log, but found", async () => {
    await opened(async (store) => {
      const { rows } = await store.db.query<{ seq: bigint; hash: Uint8Array }>(
        "select seq, hash from change where scope_id = $1 order by seq desc limit 2",
        [PAIR],
      );
      const [last, kept] = rows;
      await store.db.query("delete from visit where scope_id = $1 and seq = $2", [PAIR, last?.seq]);
      await store.db.query("delete from change where scope_id = $1 and seq = $2", [PAIR, last?.seq]);
      await store.db.query("update head set seq = $2, hash = $3 where scope_id = $1", [PAIR, kept?.seq, kept?.hash]);
    });
    const before = await lines();
    const found = await opened((store) => verify(store, KEEPER));
    assert.deepEqual(await lines(), before);
    assert.equal(found.broken?.code, "CHAIN_CUT");
  });

  test("a log that was lost begins anew with every head there is", async () => {
    await writeFile(path(), "");
    await opened(async (store) => {
      const { rows } = await store.db.query("select 1 from head where seq > 0");
      assert.equal((await lines()).length, rows.length);
    });
  });
});
