import { documentId, NIL_SCOPE } from "@shanhai/model";
import { readingOf, recordedReading } from "../counting/place-rows.js";
import type { Desk } from "../desk.js";
import { refuseSecretName } from "../intake/secrecy-door.js";
import type { SqlRow } from "../sql.js";

/** A file that proves rows behind a number, as the ledger has it. */
export interface ProofFile {
  readonly hash: string;
  readonly name: string | null;
  readonly size: number;
  readonly strength: string;
  readonly formed: string | null;
  readonly collected: string | null;
  readonly mark: string | null;
  readonly note: string | null;
  /** `record/scope/id` of the rows that it proves here. */
  readonly proves: readonly string[];
}

export interface ProvenRow {
  readonly record: string;
  readonly scope_id: string;
  readonly id: string;
}

/** What a row is called among the rows that a file proves. */
export const provenKey = ({ record, scope_id, id }: ProvenRow): string => `${record}/${scope_id}/${id}`;

type Found = SqlRow & {
  readonly scope_id: string;
  readonly record: string;
  readonly record_id: string;
  readonly file_hash: string;
  readonly name: string | null;
  readonly size: bigint;
  readonly strength: string;
  readonly formed: string | null;
  readonly collected: string | null;
  readonly mark: string | null;
  readonly note: string | null;
};

const COLUMNS =
  "p.scope_id, p.record, p.record_id, p.file_hash, p.name, p.size, p.strength, p.formed, p.collected, p.mark, p.note";
const ORDER = "order by p.formed_from nulls last, p.seq, p.id";

/**
 * The proofs of rows that the actor was let to already: those behind a number (`sql` gives record, scope_id, id) and some
 * beside them; those of a past day where `behind` is of one. A file that proves several is one, in the order in which the papers were formed.
 */
export async function proofFiles(
  desk: Desk,
  behind: { readonly sql: string; readonly values: readonly unknown[] } | null,
  beside: readonly ProvenRow[],
  asOf?: string,
): Promise<readonly ProofFile[]> {
  const found: Found[] = [];
  const proof = desk.records.get("proof");
  if (behind !== null) {
    const { rows } = await desk.database.query<Found>(
      `select ${COLUMNS} from (${behind.sql}) r
         join ${asOf === undefined ? proof.table : recordedReading(proof)} p
           on p.scope_id = r.scope_id and p.record = r.record and p.record_id = r.id ${ORDER}`,
      behind.values,
    );
    found.push(...rows);
  }
  if (beside.length > 0) {
    const { reading, values } = readingOf([...new Set(beside.map(({ scope_id }) => scope_id))], asOf);
    const bind = (list: readonly string[], type: string) => `$${values.push(list)}::${type}[]`;
    const scopes = bind(
      beside.map(({ scope_id }) => scope_id),
      "uuid",
    );
    const records = bind(
      beside.map(({ record }) => record),
      "text",
    );
    const ids = bind(
      beside.map(({ id }) => id),
      "uuid",
    );
    const { rows } = await desk.database.query<Found>(
      `select ${COLUMNS} from unnest(${scopes}, ${records}, ${ids}) as k (scope_id, record, id)
         join ${reading(proof)} p on p.scope_id = k.scope_id and p.record = k.record and p.record_id = k.id ${ORDER}`,
      values,
    );
    found.push(...rows);
  }
  const files = new Map<string, ProofFile & { proves: string[] }>();
  for (const row of found) {
    const proven = provenKey({ record: row.record, scope_id: row.scope_id, id: row.record_id });
    const known = files.get(row.file_hash);
    if (known !== undefined) {
      if (!known.proves.includes(proven)) known.proves.push(proven);
      continue;
    }
    const { file_hash, name, size, strength, formed, collected, mark, note } = row;
    files.set(file_hash, {
      ...{ hash: file_hash, name, size: Number(size), strength, formed, collected, mark, note },
      proves: [proven],
    });
  }
  return [...files.values()];
}

/** What a document of the same bytes says of itself, where it was brought in to be read: 文号、责任者、题名. */
export interface PaperHead {
  readonly number: string | null;
  readonly issuer: string | null;
  readonly title: string | null;
  readonly mark: string | null;
}

export async function paperHeads(desk: Desk, hashes: readonly string[]): Promise<ReadonlyMap<string, PaperHead>> {
  const byDocument = new Map(hashes.map((hash) => [documentId(hash), hash]));
  const { rows } = await desk.database.query<{ id: string; title: string | null; mark: string | null; body: unknown }>(
    `select d.id, d.title, d.mark, (select f.body from fact f
        where f.scope_id = d.scope_id and f.document = d.id and f.kind = 'document' and not f.set_aside
        order by f.ordinal limit 1) as body
       from document d where d.scope_id = $1 and d.id = any($2::uuid[])`,
    [NIL_SCOPE, [...byDocument.keys()]],
  );
  return new Map(
    rows.map(({ id, title, mark, body }) => {
      const said = (key: string) => {
        const value = typeof body === "object" && body !== null ? (body as { [field: string]: unknown })[key] : null;
        return typeof value === "string" && value !== "" ? value : null;
      };
      return [
        byDocument.get(id) ?? "",
        { number: said("number"), issuer: said("issuer"), title: said("subject") ?? title, mark },
      ];
    }),
  );
}

const SECRET = /绝密|机密|(?<!工作)秘密/u;

/** True for what must not be here at all: it passed the door before the door knew its mark, and goes no further. */
export function isSecret(file: ProofFile, head: PaperHead | undefined): boolean {
  if ([file.mark, head?.mark].some((mark) => typeof mark === "string" && SECRET.test(mark))) return true;
  try {
    refuseSecretName(file.name ?? "");
    return false;
  } catch {
    return true;
  }
}
