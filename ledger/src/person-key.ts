import { createHmac } from "node:crypto";

/**
 * The key of a person (人员标识): an HMAC of the ID number, or of name, village and telephone where that is damaged, with
 * the installation's secret. The same person has the same key here, and nothing can be read from it.
 */
export function personKey(secret: Uint8Array, identity: string): string {
  return createHmac("sha256", secret)
    .update(`person/${identity.normalize("NFKC")}`)
    .digest("hex")
    .slice(0, 32);
}
