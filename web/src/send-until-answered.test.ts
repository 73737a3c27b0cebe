import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ApiProblem } from "./api.js";
import { sendUntilAnswered } from "./send-until-answered.js";

const problem = (status: number) =>
  new ApiProblem({
    type: "",
    code: status === 0 ? "web/unreachable" : "ROW_REFUSED",
    status,
    title: "",
    detail: "",
    en: "",
  });

/** What each try meets → what comes of it, how often it was sent, and what was told on the way. */
const runs: readonly (readonly [
  name: string,
  tries: readonly (number | "ok")[],
  end: string,
  sent: number,
  told: string,
])[] = [
  ["answered at once", ["ok"], "ok", 1, "false"],
  ["lost, then answered", [0, "ok"], "ok", 2, "true false"],
  ["lost twice", [0, 0, "ok"], "ok", 3, "true true false"],
  ["refused: an answer", [409], "409", 1, "false"],
  ["lost, then refused", [0, 409], "409", 2, "true false"],
  ["broken over there: an answer", [500], "500", 1, "false"],
  ["given up while it waits", [0, 0], "0", 2, "true true"],
];

test("a command is sent until somebody answers; a refusal is an answer", async () => {
  for (const [name, tries, end, sent, expected] of runs) {
    const told: boolean[] = [];
    let at = 0;
    const send = async () => {
      const met = tries[at++];
      if (met === undefined || met === "ok") return "ok";
      throw problem(met);
    };
    const back = async (error: unknown) => {
      if (at >= tries.length) throw error;
    };
    const came = await sendUntilAnswered(send, back, (waits) => told.push(waits)).catch((error: unknown) =>
      error instanceof ApiProblem ? `${error.problem.status}` : "fault",
    );
    assert.deepEqual([came, at, told.join(" ")], [end, sent, expected], name);
  }
});

/** What is not a form that writes a row: signing in, files taken out, questions, a backup or a check that is begun. */
const others = new Set([
  ...["SignIn", "PasswordSignIn", "PasswordBox", "PasswordForm", "ExportButton", "DoubtfulButton", "RecordKindsPage"],
  ...["CollectionPage", "ReceptionPage", "TemplateDesk", "OnePageSheet", "SampleDesk", "ComparisonPage", "PackDialog"],
  ...["BackupPanel", "AuditPanel", "FeedPanel", "undo", "use-sending"],
]);

test("whatever writes goes through useSending", () => {
  const source = join(dirname(dirname(fileURLToPath(import.meta.url))), "src");
  const found = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && /\buseMutation\(/.test(readFileSync(join(source, file), "utf8")),
  );
  const names = found.map((file) => file.replace(/^.*[\\/]/, "").replace(/\.tsx?$/, ""));
  assert.deepEqual(
    names.filter((name) => !others.has(name)),
    [],
  );
  assert.ok(names.includes("use-sending"));
});
