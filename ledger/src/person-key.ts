import { hmacSha256 } from "./chain/row-digest.js";

/**
 * The key of a person (人员标识): an HMAC of the ID number, or of name, village and telephone where that is damaged, with
 * the installation's secret. The same person has the same key here, and nothing can be read from it.
 */
export function personKey(secret: Uint8Array, identity: string): string {
  return hmacSha256(secret, `person/${identity.normalize("NFKC")}`).slice(0, 32);
}
