import type { Right } from "@shanhai/ledger";

/**
 * The right that each door of the API asks for before anything behind it is touched: the first that fits. The ledger asks
 * again, row by row; this is the wall in front, so that a new route is shut for who only reads, and for who reads
 * nothing, before anybody thinks of it. Null: the ledger asks for what it needs.
 */
const DOORS: readonly (readonly [pattern: RegExp, right: Right | null])[] = [
  [/ \/api\/session/, null],
  // Each of the three administrators has doors of his own.
  [/ \/api\/(accounts|offices|posts|settings|audit|backups|erasures)(\/|$)/, null],
  // The system administrator keeps the map, readers look at it.
  [/ \/api\/approved-map(\/|$)/, null],
  // What the own ledgers are called: none, for who has none.
  [/^GET \/api\/records$/, null],
  // Who erases finds a document by its name.
  [/^GET \/api\/documents$/, null],
  [/^(POST|PUT|PATCH|DELETE) \/api\/(documents|workbooks|imports|import-mappings|papers)(\/|$)/, "materials"],
  [/^(POST|PUT|PATCH|DELETE) \/api\/(collections|collected)(\/|$)/, "collect"],
  [/^(PUT|POST) \/api\/indicator-sets\//, "definitions"],
  // A pack holds what its maker may read; what may leave with it the ledger asks.
  [/ \/api\/packs(\/|$)/, "read"],
  // A question that may name somebody stands in a body.
  [/^POST \/api\/search$/, "read"],
  // 抽查: an inspector keeps what he drew, and writes nothing else.
  [/^(POST|PUT) \/api\/spot-checks(\/|$)/, "draw"],
  // One's own subscription, also for who only reads.
  [/ \/api\/calendar-feed$/, "read"],
  // Who sets dictionaries may be one who reads no ledger.
  [/^(GET|PUT|POST) \/api\/dictionaries(\/|$)/, null],
  // How one looks at a list is one's own, also for who only reads.
  [/ \/api\/views\//, "read"],
  [/^GET /, "read"],
];

/** The right asked for at a route, as the route is written; null where the ledger alone decides. */
export function rightAt(method: string, route: string): Right | null {
  const door = DOORS.find(([pattern]) => pattern.test(`${method === "HEAD" ? "GET" : method} ${route}`));
  return door === undefined ? "write" : door[1];
}
