import assert from "node:assert/strict";
import { test } from "node:test";
import { countCopyFromStdin } from "./copy-statement.js";

const CASES: readonly (readonly [number, string])[] = [
  [1, "COPY t FROM STDIN"],
  [1, 'copy "T" (id, name) from stdin with (format csv)'],
  [1, "/* a /* nested */ comment */ -- and a line\n copy t (a, b) from\tstdin;"],
  [1, "SELECT 1; COPY t FROM STDIN"],
  [2, "COPY a FROM STDIN; COPY b FROM STDIN"],
  [1, "COPY public.t FROM STDIN WHERE note <> 'COPY t FROM STDIN; COPY'"],
  [0, "COPY t TO STDOUT"],
  [0, "COPY t FROM '/stdin'"],
  [0, "SELECT 'x; COPY t FROM STDIN'"],
  [0, "SELECT E'it\\'s; COPY t FROM STDIN'"],
  [0, "DO $body$ BEGIN /* ; COPY t FROM STDIN; */ END $body$"],
  [0, 'SELECT 1 AS "; COPY t FROM STDIN"'],
  [0, "-- COPY t FROM STDIN"],
  [0, "/* COPY t FROM STDIN"],
  [0, "INSERT INTO copy (origin) SELECT origin FROM stdin"],
  [0, "COPY (SELECT * FROM stdin) TO STDOUT"],
];

test("statements that read rows from the client are told from all others", () => {
  for (const [count, sql] of CASES) assert.equal(countCopyFromStdin(sql), count, sql);
});
