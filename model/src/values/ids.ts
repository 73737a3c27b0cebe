import { v5, v7 } from "uuid";

/**
 * Ids. What two installations that never met must agree on is UUIDv5 of a code in this namespace; all else is UUIDv7.
 * The namespace is fixed for ever: another one would give every region and pair a second id.
 */
export const ID_NAMESPACE = "d497c4ef-4130-4559-861f-3a9ba3b827d7";

/** The scope of reference tables and their chain. */
export const NIL_SCOPE = "00000000-0000-0000-0000-000000000000";

/** What an id follows from: a region's code (else its full path, for zones), a group's or organisation's name or code. */
export interface Coded {
  readonly kind: "region" | "organisation" | "group";
  /** Region: adcode; organisation: 统一社会信用代码. */
  readonly code: string | null;
  /** Full path of a region, name of a group or organisation: used where there is no code. */
  readonly name: string;
}

/** Code and name are two spaces, so that a firm named like a code is not that code. */
function codeOf(thing: Coded): string {
  return thing.code === null
    ? `${thing.kind}:name:${thing.name.normalize("NFKC")}`
    : `${thing.kind}:code:${thing.code}`;
}

/** Id of a region (行政区划). A functional zone (功能区) has no code and takes its full path. */
export function regionId(adcode: string | null, path: string): string {
  return v5(`region/${codeOf({ kind: "region", code: adcode, name: path })}`, ID_NAMESPACE);
}

/** Id of an organisation (单位) with a credit code; one without a code gets a UUIDv7 and is matched by name. */
export function organisationId(creditCode: string): string {
  return v5(`organisation/${codeOf({ kind: "organisation", code: creditCode, name: "" })}`, ID_NAMESPACE);
}

/** Id of a party (协作主体): a region, an organisation or a group (组团). Also the id of its scope. */
export function partyId(party: Coded): string {
  return v5(`party/${codeOf(party)}`, ID_NAMESPACE);
}

/** Id of a pair (结对双方), from the ids of its east and its west party. Also the id of its scope. */
export function pairId(eastParty: string, westParty: string): string {
  return v5(`pair/${eastParty}/${westParty}`, ID_NAMESPACE);
}

/**
 * Id that all rows of one happening share: one tour to three counties is three rows with this id in common. It follows
 * from the fact that tells it and not from days or leader, so that correcting those does not make it another happening.
 */
export function happeningId(factId: string): string {
  return v5(`happening/${factId}`, ID_NAMESPACE);
}

/** Id of a document (材料), from the SHA-256 of its bytes: the same bytes are the same document everywhere. */
export function documentId(sha256: string): string {
  return v5(`document/${sha256}`, ID_NAMESPACE);
}

/** Id of the row that keeps a fact (要素) of a document. */
export function factRowId(document: string, factId: string): string {
  return v5(`fact/${document}/${factId}`, ID_NAMESPACE);
}

/** Id of a command that must be carried out once only: the same words give the same id. */
export function commandId(...words: readonly string[]): string {
  return v5(`command/${words.join("/")}`, ID_NAMESPACE);
}

/** UUIDv7 for a row with no code. Time and 16 random bytes come from the caller: the model has no clock. */
export function timeOrderedId(milliseconds: number, random: Uint8Array): string {
  return v7({ msecs: milliseconds, random });
}
