import { createHash, randomBytes } from "node:crypto";
import { timeOrderedId } from "@shanhai/model";

/** A fresh UUIDv7: the clock and the chance that the model does not have. */
export function freshId(): string {
  return timeOrderedId(Date.now(), randomBytes(16));
}

/** SHA-256 in hex: what a document and its file are known by. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
