import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/** 32 MB and about 100 ms for one guess. */
const COST = { N: 2 ** 15, r: 8, p: 1 } as const;
const LENGTH = 32;

/** `scrypt$N$r$p$salt$hash`, base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, COST);
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/** Whether the password is the one kept. Without a kept one it takes as long and is false: a name is not given away. */
export async function passwordMatches(password: string, kept: string | null): Promise<boolean> {
  const [scheme, N, r, p, salt = "", hash = ""] = (kept ?? "").split("$");
  if (scheme !== "scrypt") {
    await derive(password, randomBytes(16), COST);
    return false;
  }
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const expected = Buffer.from(hash, "base64url");
  const found = await derive(password, Buffer.from(salt, "base64url"), cost);
  return expected.length === found.length && timingSafeEqual(expected, found);
}

function derive(password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r };
  // The same password typed on another keyboard may come in another normal form.
  return new Promise((resolve, reject) =>
    scrypt(password.normalize("NFKC"), salt, LENGTH, options, (error, key) => (error ? reject(error) : resolve(key))),
  );
}
