import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { ServerError } from "./error-codes.js";

/** A certificate with its key, read and found to belong together. */
export interface Certificate {
  readonly key: Buffer;
  readonly cert: Buffer;
  /** Names and addresses that it is made out to: those under which colleagues open the pages. */
  readonly names: readonly string[];
}

/** Reads both PEM files. TLS_UNREADABLE, TLS_MISMATCH, TLS_EXPIRED in words: a start that is refused is told why. */
export function readCertificate(files: { readonly key: string; readonly cert: string }): Certificate {
  const [key, cert] = [read(files.key), read(files.cert)];
  let found: X509Certificate;
  let matches: boolean;
  try {
    found = new X509Certificate(cert);
    matches = found.checkPrivateKey(createPrivateKey(key));
  } catch (error) {
    throw new ServerError("TLS_UNREADABLE", { file: `${files.cert}、${files.key}` }, { cause: error });
  }
  if (!matches) throw new ServerError("TLS_MISMATCH");
  if (Date.parse(found.validTo) < Date.now()) throw new ServerError("TLS_EXPIRED", { day: found.validTo });
  const names = [...(found.subjectAltName ?? "").matchAll(/(?:DNS|IP Address):([^,\s"]+)/g)].map(
    ([, name = ""]) => name,
  );
  return { key, cert, names: names.filter((name) => !name.includes("*")).map((name) => name.toLowerCase()) };
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new ServerError("TLS_UNREADABLE", { file }, { cause: error });
  }
}
