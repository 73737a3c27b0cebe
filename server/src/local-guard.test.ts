import assert from "node:assert/strict";
import { hostname, networkInterfaces } from "node:os";
import { test } from "node:test";
import Fastify from "fastify";
import { addressesForOthers, guardHostAndOrigin, hostsOf, hostTest } from "./local-guard.js";
import { presentProblems } from "./problem.js";

async function answer(method: "GET" | "POST", headers: { [name: string]: string }): Promise<number> {
  const app = Fastify();
  presentProblems(app, () => undefined);
  guardHostAndOrigin(app, hostTest("127.0.0.1", [], 8321));
  app.route({ method: ["GET", "POST"], url: "/x", handler: async () => ({}) });
  const { statusCode } = await app.inject({ method, url: "/x", headers });
  await app.close();
  return statusCode;
}

const cases: readonly [string, "GET" | "POST", { [name: string]: string }, number][] = [
  ["the printed address", "GET", { host: "127.0.0.1:8321" }, 200],
  ["localhost", "GET", { host: "LOCALHOST:8321" }, 200],
  ["a name that was made to point here (DNS rebinding)", "GET", { host: "evil.example:8321" }, 421],
  ["another port", "GET", { host: "127.0.0.1:9" }, 421],
  [
    "a write from the page itself",
    "POST",
    { host: "127.0.0.1:8321", origin: "http://127.0.0.1:8321", "sec-fetch-site": "same-origin" },
    200,
  ],
  ["a write from another site", "POST", { host: "127.0.0.1:8321", origin: "https://evil.example" }, 403],
  [
    "a write from another port of this machine",
    "POST",
    { host: "127.0.0.1:8321", origin: "http://127.0.0.1:3000" },
    403,
  ],
  [
    "a write that hides its origin but not its site",
    "POST",
    { host: "127.0.0.1:8321", "sec-fetch-site": "cross-site" },
    403,
  ],
  ["an opaque origin", "POST", { host: "127.0.0.1:8321", origin: "null" }, 403],
  ["a script on this machine", "POST", { host: "127.0.0.1:8321" }, 200],
];

for (const [what, method, headers, expected] of cases) {
  test(`${what}: ${expected}`, async () => assert.equal(await answer(method, headers), expected));
}

test("beyond loopback it answers to the bound address too", () => {
  assert.ok(hostsOf(["10.1.2.3"], 8443).has("10.1.2.3:8443"));
  assert.ok(!hostsOf(["10.1.2.3"], 8443).has("10.1.2.4:8443"));
});

test("bound to every address it answers to each of them and to the machine's name, not to a stranger's", () => {
  const answers = hostTest("0.0.0.0", [], 8321);
  const own = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  for (const { address, family } of own)
    assert.ok(answers(family === "IPv6" ? `[${address}]:8321` : `${address}:8321`), address);
  assert.ok(answers(`${hostname().toLowerCase()}:8321`));
  assert.ok(answers("127.0.0.1:8321"));
  assert.ok(!answers("evil.example:8321"));
  assert.ok(!answers("0.0.0.0:8321"), "no browser opens it, so it is never printed");
  assert.ok(!addressesForOthers("0.0.0.0").includes("127.0.0.1"));
  assert.deepEqual(addressesForOthers("10.1.2.3"), ["10.1.2.3"]);
});
