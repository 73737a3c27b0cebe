import { randomBytes } from "node:crypto";
import { inspect } from "node:util";
import { HeldForReview, LedgerError } from "@shanhai/ledger";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { maxDocumentMb } from "./body-limit.js";
import type { Problem } from "./contract.js";
import { ServerError } from "./error-codes.js";
import { LEDGER_STATUS } from "./ledger-status.js";
import { sendRefusedPage, wantsPage } from "./refused-page.js";

/**
 * Answers every refusal as RFC 9457 problem details in both languages, or as a page where a browser opens the address; unknown
 * failures get a number, never a stack.
 */
export function presentProblems(app: FastifyInstance, log: (line: string) => void): void {
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith("/api/")) return send(request, reply, problemOf(new ServerError("NOT_FOUND"), log));
    return reply.callNotFound();
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const cause: unknown = error;
    // No refusal: it is kept for a colleague's review, whichever door it came by.
    if (cause instanceof HeldForReview)
      return reply
        .status(202)
        .type("application/json; charset=utf-8")
        .send(JSON.stringify({ held: cause.held }));
    return send(request, reply, problemOf(error, log));
  });
}

function send(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  if (wantsPage(request)) return sendRefusedPage(reply, problem);
  return reply.status(problem.status).type("application/problem+json; charset=utf-8").send(JSON.stringify(problem));
}

/** The problem that an error becomes. Texts of unknown errors stay in the log, they may hold data. */
export function problemOf(error: unknown, log: (line: string) => void): Problem {
  if (error instanceof LedgerError) {
    const status = LEDGER_STATUS[error.code];
    // A fault of ours has a cause, which is told to nobody else.
    if (status === 500 && error.cause !== undefined) log(`${error.code} ${inspect(error.cause)}`);
    return problem(error, status);
  }
  const known = error instanceof ServerError ? error : fromFastify(error);
  if (known !== null) return problem(known, known.status);
  const trace = randomBytes(4).toString("hex");
  log(`${trace} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const broken = new ServerError("BROKEN", { trace });
  return problem(broken, broken.status);
}

function problem(error: LedgerError | ServerError, status: number): Problem {
  return {
    type: `urn:shanhai:${error.code}`,
    title: error.whatZh,
    detail: error.adviceZh,
    en: error.en,
    code: error.code,
    status,
  };
}

/** The property that a body must not have, as ajv names it. */
function unknownProperty(error: Error): string | null {
  const found = "validation" in error && Array.isArray(error.validation) ? (error.validation as unknown[]) : [];
  for (const one of found) {
    if (typeof one !== "object" || one === null || !("params" in one)) continue;
    const { params } = one;
    if (typeof params === "object" && params !== null && "additionalProperty" in params)
      return String(params.additionalProperty);
  }
  return null;
}

function fromFastify(error: unknown): ServerError | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  const status = "statusCode" in error ? Number(error.statusCode) : 0;
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return new ServerError("TOO_LARGE", { limit: String(maxDocumentMb) });
  const unknown = unknownProperty(error);
  if (unknown !== null) return new ServerError("PROPERTY_UNKNOWN", { property: unknown });
  if ("validation" in error || (status >= 400 && status < 500))
    return new ServerError("BAD_REQUEST", { where: error.message });
  return null;
}
