import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import { isDictionary, type PdfDictionary, PdfName, type PdfValue } from "./pdf-object.js";

/** Undoes the encryption of one object's bytes. */
export type Decrypt = (bytes: Uint8Array, owner: number) => Uint8Array;

const padding = Uint8Array.from(Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex"));

/**
 * The key of a file that is locked against changes only, so that it opens without a password (ISO 32000-2, 7.6): most
 * that offices lock. Null where a password is needed or the method is not known.
 */
export function emptyPasswordKey(
  dictionary: PdfDictionary,
  fileId: Uint8Array,
  resolve: (value: PdfValue | undefined) => PdfValue,
): Decrypt | null {
  const number = (key: string, otherwise: number) => {
    const value = resolve(dictionary.get(key));
    return typeof value === "number" ? value : otherwise;
  };
  const bytes = (key: string) => {
    const value = resolve(dictionary.get(key));
    return value instanceof Uint8Array ? value : new Uint8Array();
  };
  const version = number("V", 0);
  const revision = number("R", 0);
  const method = version >= 4 ? methodOf(dictionary, resolve) : "V2";
  if (method === "None") return (data) => data;
  if (version >= 5) {
    const key = keyOfRevision6(bytes("U"), bytes("UE"), revision);
    return key === null ? null : (data) => fromAes(data, key);
  }
  if (version < 1 || version === 3 || revision < 2) return null;
  const size = version === 1 ? 5 : Math.min(16, Math.max(5, number("Length", 40) / 8 || 5));
  const length = version === 4 ? 16 : size;
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(number("P", 0) | 0);
  const plainMeta = revision >= 4 && resolve(dictionary.get("EncryptMetadata")) === false;
  const extra = plainMeta ? Buffer.from([255, 255, 255, 255]) : Buffer.alloc(0);
  let key = md5(padding, bytes("O").subarray(0, 32), permissions, fileId, extra);
  for (let round = 0; revision >= 3 && round < 50; round++) key = md5(key.subarray(0, length));
  key = key.subarray(0, length);
  if (!opens(key, bytes("U"), fileId, revision)) return null;
  return (data, owner) => {
    const salt = method === "AESV2" ? Buffer.from("sAlT", "latin1") : Buffer.alloc(0);
    const place = Buffer.from([owner & 0xff, (owner >> 8) & 0xff, (owner >> 16) & 0xff, 0, 0]);
    const own = md5(key, place, salt).subarray(0, Math.min(16, length + 5));
    return method === "AESV2" ? fromAes(data, own) : rc4(data, own);
  };
}

function methodOf(dictionary: PdfDictionary, resolve: (value: PdfValue | undefined) => PdfValue): string {
  const name = resolve(dictionary.get("StmF"));
  const filters = resolve(dictionary.get("CF"));
  if (!(name instanceof PdfName) || name.name === "Identity" || !isDictionary(filters)) return "None";
  const filter = resolve(filters.get(name.name));
  const method = isDictionary(filter) ? resolve(filter.get("CFM")) : null;
  return method instanceof PdfName ? method.name : "None";
}

/** Whether the key is the one that the file was locked with. */
function opens(key: Uint8Array, user: Uint8Array, fileId: Uint8Array, revision: number): boolean {
  if (revision === 2) return Buffer.from(rc4(padding, key)).equals(Buffer.from(user.subarray(0, 32)));
  let check: Uint8Array = rc4(md5(padding, fileId), key);
  for (let round = 1; round < 20; round++)
    check = rc4(
      check,
      key.map((byte) => byte ^ round),
    );
  return Buffer.from(check).equals(Buffer.from(user.subarray(0, 16)));
}

function keyOfRevision6(user: Uint8Array, encrypted: Uint8Array, revision: number): Uint8Array | null {
  if (user.length < 48 || encrypted.length < 32) return null;
  const hashed = revision >= 6 ? hardenedHash : (salt: Uint8Array) => createHash("sha256").update(salt).digest();
  if (!Buffer.from(hashed(user.subarray(32, 40))).equals(Buffer.from(user.subarray(0, 32)))) return null;
  const decipher = createDecipheriv("aes-256-cbc", hashed(user.subarray(40, 48)), Buffer.alloc(16));
  decipher.setAutoPadding(false);
  return Buffer.concat([decipher.update(encrypted.subarray(0, 32)), decipher.final()]);
}

/** Algorithm 2.B for an empty password. */
function hardenedHash(salt: Uint8Array): Uint8Array {
  let key = createHash("sha256").update(salt).digest();
  for (let round = 0; round < 1_000; round++) {
    const block = Buffer.concat(new Array<Buffer>(64).fill(key));
    const cipher = encryptCbc(key.subarray(0, 16), key.subarray(16, 32), block);
    const kind = cipher.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(kind === 0 ? "sha256" : kind === 1 ? "sha384" : "sha512")
      .update(cipher)
      .digest();
    if (round >= 63 && (cipher.at(-1) ?? 0) <= round - 31) break;
  }
  return key.subarray(0, 32);
}

function encryptCbc(key: Uint8Array, start: Uint8Array, data: Uint8Array): Uint8Array {
  const cipher = createCipheriv("aes-128-cbc", key, start);
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

function fromAes(data: Uint8Array, key: Uint8Array): Uint8Array {
  const whole = 16 + Math.floor((data.length - 16) / 16) * 16;
  if (whole < 32) return new Uint8Array();
  const decipher = createDecipheriv(key.length > 16 ? "aes-256-cbc" : "aes-128-cbc", key, data.subarray(0, 16));
  decipher.setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(data.subarray(16, whole)), decipher.final()]);
  const pad = plain.at(-1) ?? 0;
  return plain.subarray(0, pad >= 1 && pad <= 16 ? plain.length - pad : plain.length);
}

function md5(...pieces: readonly Uint8Array[]): Uint8Array {
  const hash = createHash("md5");
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}

function rc4(data: Uint8Array, key: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (let index = 0, other = 0; index < 256; index++) {
    other = (other + (state[index] ?? 0) + (key[index % key.length] ?? 0)) & 0xff;
    [state[index], state[other]] = [state[other] ?? 0, state[index] ?? 0];
  }
  let one = 0;
  let two = 0;
  return data.map((byte) => {
    one = (one + 1) & 0xff;
    const first = state[one] ?? 0;
    two = (two + first) & 0xff;
    const second = state[two] ?? 0;
    state[one] = second;
    state[two] = first;
    return byte ^ (state[(first + second) & 0xff] ?? 0);
  });
}
