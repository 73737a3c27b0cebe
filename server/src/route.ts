import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { Ledger } from "@shanhai/ledger";
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";
import type { UploadRoom } from "./upload-room.js";

/** What every route is given. */
export interface RouteContext {
  readonly ledger: Ledger;
  /** True behind TLS: cookies are then marked Secure. */
  readonly secure: boolean;
  /** Largest file of material, in MB; absent: as delivered. */
  readonly uploadMb?: number;
  readonly room: UploadRoom;
}

export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression<RawServerDefault>,
  RawReplyDefaultExpression<RawServerDefault>,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** One file of routes/: adds its routes; each parses, calls one function of the ledger, presents. */
export type Route = (api: Api, context: RouteContext) => void;
