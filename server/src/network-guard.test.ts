import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import Fastify from "fastify";
import { readCertificate } from "./certificate.js";
import { ServerError, type ServerErrorCode } from "./error-codes.js";
import { allowedNetworks, guardNetworks } from "./network-guard.js";
import { presentProblems } from "./problem.js";
import { trialCertificate } from "./trial-certificate.js";

const refused = (code: ServerErrorCode) => (error: unknown) => error instanceof ServerError && error.code === code;

test("信3: three colleagues of the allowed networks come in; another network is refused with its address", async () => {
  const noted: string[] = [];
  const app = Fastify();
  presentProblems(app, () => undefined);
  guardNetworks(app, ["10.1.2.0/24", "10.1.3.7", "fd12::/16"], (address) => noted.push(address));
  app.get("/", async () => "ok");
  const ask = (remoteAddress: string, headers = {}) => app.inject({ url: "/", remoteAddress, headers });
  for (const colleague of ["10.1.2.20", "10.1.2.31", "10.1.3.7", "::ffff:10.1.2.44", "fd12:1::5", "127.0.0.1", "::1"])
    assert.equal((await ask(colleague)).statusCode, 200, colleague);
  for (const stranger of ["10.1.3.8", "10.9.9.9", "192.168.1.5", "::ffff:10.9.9.9", "fe80::1", "127.0.0.2"]) {
    const answer = await ask(stranger);
    assert.equal(answer.statusCode, 403, stranger);
    assert.match(answer.json<{ title: string }>().title, /本机地址 .* 不在允许访问的网段内/);
  }
  const accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  const page = await ask("10.9.9.9", { accept });
  assert.equal(page.statusCode, 403);
  assert.match(String(page.headers["content-type"]), /^text\/html/);
  assert.match(
    page.body,
    /本机地址 10\.9\.9\.9 不在允许访问的网段内[\s\S]*请把这个地址告诉系统管理员[\s\S]*lang="en"[\s\S]*tell this address/,
  );
  const nonce = /style-src 'nonce-([^']+)'/.exec(String(page.headers["content-security-policy"]))?.[1];
  assert.ok(nonce !== undefined && page.body.includes(`nonce="${nonce}"`) && !/<script|<link|src=/.test(page.body));
  const program = await ask("10.9.9.9", { accept: "application/json, */*" });
  assert.match(
    String(program.headers["content-type"]),
    /^application\/problem\+json/,
    "a program gets problem details",
  );
  assert.equal((await ask("10.9.9.9", { "x-forwarded-for": "10.1.2.20" })).statusCode, 403, "a header proves nothing");
  assert.deepEqual(noted, ["10.1.3.8", "10.9.9.9", "192.168.1.5", "::ffff:10.9.9.9", "fe80::1", "127.0.0.2"]);
  await app.close();
  for (const wrong of ["10.1.2.0/33", "十点一", "10.1.2", "10.1.2.0/24/1", ""])
    assert.throws(() => allowedNetworks([wrong]), refused("NETWORK_UNREADABLE"), wrong);
});

test("a certificate that cannot serve is refused in words before anything listens", () => {
  const folder = mkdtempSync(join(tmpdir(), "shanhai-证书 "));
  const kept = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  try {
    const own = trialCertificate(["10.1.2.3", "Shanhai.Office"]);
    const key = kept("私钥.pem", own.key);
    const cert = kept("证书.pem", own.cert);
    assert.deepEqual(readCertificate({ key, cert }).names, ["10.1.2.3", "shanhai.office"]);
    const other = kept("另一把.pem", trialCertificate(["10.1.2.3"]).key);
    assert.throws(() => readCertificate({ key: other, cert }), refused("TLS_MISMATCH"));
    assert.throws(() => readCertificate({ key: join(folder, "没有.pem"), cert }), refused("TLS_UNREADABLE"));
    assert.throws(() => readCertificate({ key, cert: kept("空.pem", "不是证书") }), refused("TLS_UNREADABLE"));
    const late = trialCertificate(["10.1.2.3"], true);
    assert.throws(
      () => readCertificate({ key: kept("旧钥.pem", late.key), cert: kept("旧证.pem", late.cert) }),
      refused("TLS_EXPIRED"),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
