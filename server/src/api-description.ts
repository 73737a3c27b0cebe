import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { withRecords } from "./record-schemas.js";

/** OpenAPI 3.1 printed from the routes' own schemas, with a page to read it at `/api/docs`; nothing is fetched from outside. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "山海 Shanhai",
        version,
        description:
          "东西部协作台账的接口。出错时返回 application/problem+json，中英文对照。 · The ledger's API; refusals are RFC 9457 problem details in both languages.",
      },
      components: { securitySchemes: { session: { type: "apiKey", in: "cookie", name: "shanhai" } } },
      security: [{ session: [] }],
    },
    // What the ledgers hold is printed from their definitions, as everything else is.
    transformObject: (given) => ("openapiObject" in given ? withRecords(given.openapiObject) : given.swaggerObject),
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) =>
        typeof json.$id === "string" ? json.$id : `def-${index}`,
    },
  });
  await app.register(swaggerUi, { routePrefix: "/api/docs", staticCSP: true, uiConfig: { validatorUrl: null } });
}
