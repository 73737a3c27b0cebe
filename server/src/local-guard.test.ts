import assert from "node:assert/strict";
import { test } from "node:test";
import Fastify from "fastify";
import { guardHostAndOrigin, hostsOf } from "./local-guard.js";
import { presentProblems } from "./problem.js";

async function answer(method: "GET" | "POST", headers: { [name: string]: string }): Promise<number> {
  const app = Fastify();
  presentProblems(app, () => undefined);
  guardHostAndOrigin(app, () => hostsOf(["127.0.0.1"], 8321));
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
