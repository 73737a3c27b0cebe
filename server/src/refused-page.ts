import { randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Problem } from "./contract.js";

/**
 * Whether a person looks at the answer: a browser that opens an address asks for a page by name, its scripts and other
 * programs do not and get problem details.
 */
export function wantsPage({ method, headers }: Pick<FastifyRequest, "method" | "headers">): boolean {
  return method === "GET" && (headers.accept ?? "").split(",").some((type) => /^\s*text\/html\s*(;|$)/i.test(type));
}

/**
 * A refusal as a page of its own in both languages: what happened and whom to ask, without a script and without anything that
 * would have to be fetched, as whoever is refused may fetch nothing.
 */
export function sendRefusedPage(reply: FastifyReply, { title, detail, en, status }: Problem): FastifyReply {
  const nonce = randomBytes(16).toString("base64");
  return reply
    .status(status)
    .header("content-security-policy", `default-src 'none'; style-src 'nonce-${nonce}'; frame-ancestors 'none'`)
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .send(`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>山海：${text(title)}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; --ink: #1d2b2a; --ink-2: #4a5957; --paper: #fff; --back: #eef3f1; --mark: #1f6f5c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eeec; --ink-2: #b3c2bf; --paper: #1b2423; --back: #121918; --mark: #5fc0a6; } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--back); color: var(--ink);
  font: 16px/1.7 "Microsoft YaHei", "PingFang SC", "Noto Sans SC", "Source Han Sans SC", sans-serif; }
main { box-sizing: border-box; max-width: 40rem; margin: 1rem; padding: 1.5rem 2rem; background: var(--paper); border-top: 4px solid var(--mark); }
h1 { margin: 0 0 .5rem; font-size: 1.25rem; overflow-wrap: anywhere; }
p { margin: .5rem 0 0; overflow-wrap: anywhere; }
section + section { margin-top: 1.25rem; color: var(--ink-2); }
</style>
</head>
<body>
<main>
<section>
<h1>${text(title)}</h1>
<p>${text(detail)}</p>
</section>
<section lang="en">
<p>${text(en)}</p>
</section>
</main>
</body>
</html>
`);
}

/** What is printed into the page may hold an address that somebody chose. */
function text(said: string): string {
  return said.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
