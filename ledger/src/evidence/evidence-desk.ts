import type { Actor } from "../actor.js";
import type { Receipt } from "../command.js";

/** 文件凭证, 名单签到照片, 报道: how much a file proves. */
export type ProofStrength = "A" | "B" | "C";

/** The row that a proof belongs to, and the field where it proves one value of it. */
export interface Proven {
  readonly record: string;
  readonly scope_id: string;
  readonly id: string;
}

export interface NewProof {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly field?: string;
  readonly strength: ProofStrength;
  /** When the paper was formed, when it was collected: partial dates. Collected: today where nobody says. */
  readonly formed?: string;
  readonly collected?: string;
  readonly note?: string;
  /** Refuse a file that proves another thing already with PROOF_USED, so that the person says why before it is kept. */
  readonly ask?: boolean;
  readonly command_id: string;
}

/** A file as what it proves is told of it: of a proof that stands, and of one that waits for review. */
export interface ProofFile {
  /** The proof's. */
  readonly id: string;
  /** The value of the row that it proves; null: the whole row. */
  readonly field: string | null;
  readonly name: string | null;
  readonly size: number;
  readonly strength: ProofStrength;
  readonly formed: string | null;
  readonly collected: string | null;
  /** 内部、工作秘密 as printed on it. */
  readonly mark: string | null;
  readonly note: string | null;
}

export interface Proof extends ProofFile {
  readonly version: string;
  /** SHA-256 of the bytes. */
  readonly file: string;
  /** What erasing (清除) takes: it follows from the bytes. */
  readonly document_id: string;
  /** Rows beside this one that the same file proves, as far as the actor sees them: the same photo of two days. */
  readonly also: readonly (Proven & {
    readonly title: string;
    readonly formed: string | null;
    /** A photograph that is the same or nearly so (another size, another quality). */
    readonly photo: boolean;
  })[];
}

export interface AttachedProof {
  readonly proof: Proof;
  readonly receipt: Receipt;
  readonly warnings: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
}

/** 佐证材料: files that prove rows; the row's source (出处) is another thing. */
export interface EvidenceDesk {
  /** Passes the secrecy door before the first byte is kept (DOCUMENT_SECRET); a file that cannot be read is kept whole. */
  attachProof(actor: Actor, of: Proven, given: NewProof): Promise<AttachedProof>;
  proofs(actor: Actor, of: Proven): Promise<readonly Proof[]>;
  /** The file of a proof; PROOF_MISSING when there is none to see. */
  proofFile(actor: Actor, of: Proven, proof: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** Takes the link back; the file itself stays until it is erased. */
  detachProof(
    actor: Actor,
    of: Proven,
    proof: string,
    given: { readonly version: string; readonly command_id: string; readonly reason: string },
  ): Promise<Receipt>;
}
