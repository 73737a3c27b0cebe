import type { Ledger } from "@shanhai/ledger";

/** A link that signs in once within 10 minutes. The token stands behind `#`, so it never reaches a server's log. */
export async function signInLink(ledger: Ledger, url: string): Promise<string> {
  const { token } = await ledger.createSignIn("first");
  return `${url}/sign-in#token=${token}`;
}
