import type { FastifyInstance } from "fastify";

type Schema = { readonly [key: string]: unknown };

/**
 * A body with a property that its route does not know is refused and told which, instead of being carried out without it:
 * who misspells `version` must not write past it. Objects whose schema says how others are taken are left as they are.
 */
export function refuseUnknownProperties(app: FastifyInstance): void {
  app.addHook("onRoute", (route) => {
    const body = route.schema?.body;
    if (route.schema === undefined || typeof body !== "object" || body === null) return;
    route.schema = { ...route.schema, body: closed(body as Schema) };
  });
}

function closed(schema: Schema): Schema {
  const { properties, items } = schema;
  const named =
    typeof properties === "object" && properties !== null ? (properties as { [key: string]: Schema }) : null;
  return {
    ...schema,
    ...(named === null
      ? {}
      : {
          properties: Object.fromEntries(Object.entries(named).map(([key, value]) => [key, closed(value)])),
          additionalProperties: schema.additionalProperties ?? false,
        }),
    ...(typeof items === "object" && items !== null && !Array.isArray(items) ? { items: closed(items as Schema) } : {}),
  };
}
