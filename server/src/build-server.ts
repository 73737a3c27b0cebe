import cookie from "@fastify/cookie";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { Ledger } from "@shanhai/ledger";
import Fastify from "fastify";
import { describeApi } from "./api-description.js";
import { uploadRoomMb } from "./body-limit.js";
import { compressAnswers } from "./compressed-answers.js";
import { refuseUnknownProperties } from "./known-properties.js";
import { guardHostAndOrigin } from "./local-guard.js";
import { guardNetworks } from "./network-guard.js";
import { presentProblems } from "./problem.js";
import { noteRefusals } from "./refusal-log.js";
import type { Api } from "./route.js";
import { routes } from "./routes/index.js";
import { UploadRoom } from "./upload-room.js";
import { secureHeaders, servePages } from "./web-pages.js";

export interface ServerParts {
  readonly ledger: Ledger;
  /** Folder of the built pages; absent: the API alone. */
  readonly webDir?: string;
  /** Whether it answers under a `host:port` in small letters. */
  readonly answersTo: (host: string) => boolean;
  readonly version: string;
  readonly secure: boolean;
  /** Largest file of material, in MB; absent: as delivered. */
  readonly uploadMb?: number;
  readonly tls?: { readonly key: Buffer; readonly cert: Buffer };
  /** Networks that may come in beside this machine; absent: whoever reaches it. */
  readonly allow?: readonly string[];
  /** Takes lines about unexpected failures; no data of the ledger is in them but stacks. */
  readonly log: (line: string) => void;
}

/** Builds the app without listening, so that tests call it in process. */
export async function buildServer(parts: ServerParts): Promise<Api> {
  const app = Fastify({
    routerOptions: { ignoreTrailingSlash: true },
    https: parts.tls ?? null,
    ajv: { customOptions: { removeAdditional: false } },
  });
  refuseUnknownProperties(app);
  const api = app.withTypeProvider<TypeBoxTypeProvider>();
  presentProblems(app, parts.log);
  noteRefusals(app, parts.ledger);
  secureHeaders(app);
  compressAnswers(app);
  if (parts.allow !== undefined)
    guardNetworks(app, parts.allow, (address) => parts.log(`拒绝未授权网段的访问：${address} · refused: ${address}`));
  guardHostAndOrigin(app, parts.answersTo);
  await app.register(cookie);
  await describeApi(app, parts.version);
  const room = new UploadRoom(uploadRoomMb * 2 ** 20);
  for (const route of routes)
    api.register(async (scope) => route(scope.withTypeProvider<TypeBoxTypeProvider>(), { ...parts, room }));
  if (parts.webDir !== undefined) await servePages(app, parts.webDir);
  return api;
}
