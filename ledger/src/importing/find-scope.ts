import { NIL_SCOPE, squeezed } from "@shanhai/model";
import { maySee } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { Row } from "../row.js";

/** A pair with its two parties. */
export interface PairScope {
  readonly id: string;
  readonly label: string;
  readonly east: { readonly id: string; readonly path: string; readonly name: string };
  readonly west: { readonly id: string; readonly path: string; readonly name: string };
}

/** The pairs that the actor may write in. */
export async function pairScopes(desk: Desk, actor: Actor): Promise<PairScope[]> {
  const parties = new Map((await allRows(desk, actor, "party")).map((row) => [row.id, row]));
  const pairs = await allRows(desk, actor, "pair");
  return pairs.flatMap((pair): PairScope[] => {
    if (!maySee(actor, pair.id)) return [];
    const [east, west] = [parties.get(String(pair.values.east)), parties.get(String(pair.values.west))];
    if (east === undefined || west === undefined) return [];
    return [{ id: pair.id, label: pair.title, east: partyOf(east), west: partyOf(west) }];
  });
}

function partyOf(row: Row) {
  return { id: row.id, path: String(row.values.path), name: String(row.values.name) };
}

async function allRows(desk: Desk, actor: Actor, record: string): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page = await desk.list(actor, record, {
      scope: NIL_SCOPE,
      limit: 500,
      ...(after === undefined ? {} : { after }),
    });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
}

/**
 * Whose workbook it is, by the names that its file name, titles and captions print: 石坎县 alone is enough where it has
 * one pair. Null where two pairs fit equally well, or none.
 */
export function scopeNamed(scopes: readonly PairScope[], words: string): PairScope | null {
  const text = squeezed(words);
  const score = (name: string) => {
    const plain = squeezed(name);
    const last = /[^省市州盟县区旗]+(?:县|区|市|旗|州|盟)$/u.exec(plain)?.[0] ?? plain;
    const stem = last.length > 2 ? last.slice(0, -1) : last;
    if (text.includes(last)) return 2;
    return text.includes(stem) ? 1 : 0;
  };
  const scored = scopes
    .map((scope) => ({ scope, score: score(scope.east.name) + 3 * score(scope.west.name) }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (best === undefined || (best.score === 0 && scopes.length > 1)) return null;
  return next !== undefined && next.score === best.score ? null : best.scope;
}
