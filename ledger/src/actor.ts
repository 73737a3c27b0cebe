/**
 * Who asks. Every function of the ledger takes it first; reading and writing ask the same policy (policy.ts).
 * `scopes` "all" is the office that keeps this installation; a list limits to those pairs and parties.
 */
export interface Actor {
  readonly account_id: string;
  readonly name: string;
  readonly role: "clerk" | "administrator" | "sample_reviewer";
  readonly scopes: "all" | readonly string[];
}
