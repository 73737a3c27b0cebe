import { existsSync } from "node:fs";
import { proofName } from "@shanhai/model";
import type { Desk } from "../desk.js";
import type { LeftOut } from "./pack-desk.js";
import { FolderNames } from "./pack-names.js";
import { isSecret, type PaperHead, type ProofFile, paperHeads } from "./pack-proofs.js";

/** A proof with its place in the pack. */
export interface PackedProof extends ProofFile {
  /** Relative to the top; the same file of another indicator lies in that one's folder (互见). */
  readonly path: string;
  /** Whether it lies here, or in the folder of an indicator before. */
  readonly here: boolean;
  readonly head: PaperHead;
}

/** Longest file name: the path stays well under the 260 signs of Windows, wherever the folder is put. */
const MOST_NAME = 60;

/** The original files of a pack: each once, in the folder of the first indicator that it proves. */
export class TakenFiles {
  readonly #desk: Desk;
  readonly #paths = new Map<string, string>();
  readonly #refused = new Set<string>();
  readonly leftOut: LeftOut[] = [];
  bytes = 0;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** How many files there are. */
  get count(): number {
    return this.#paths.size;
  }

  /** Gives each file its place; a secret one and one whose bytes are gone stay out, told in `leftOut`. */
  async take(code: string, folder: string, files: readonly ProofFile[]): Promise<readonly PackedProof[]> {
    const heads = await paperHeads(
      this.#desk,
      files.map(({ hash }) => hash),
    );
    const names = new FolderNames();
    const taken: PackedProof[] = [];
    for (const file of files) {
      const known = heads.get(file.hash);
      if (this.#isRefused(code, file, known)) continue;
      const there = this.#paths.get(file.hash);
      const number = String(taken.length + 1).padStart(3, "0");
      const path = there ?? `${folder}/佐证/${names.take(`${number} ${file.name ?? "佐证材料"}`, MOST_NAME)}`;
      if (there === undefined) {
        this.#paths.set(file.hash, path);
        this.bytes += file.size;
      }
      const named = proofName(file.name ?? "");
      taken.push({
        ...file,
        path,
        here: there === undefined,
        head: {
          number: known?.number ?? named.number,
          issuer: known?.issuer ?? null,
          title: known?.title ?? (file.name?.replace(/\.[^.]*$/u, "") || null),
          mark: file.mark ?? known?.mark ?? null,
        },
      });
    }
    return taken;
  }

  #isRefused(code: string, file: ProofFile, head: PaperHead | undefined): boolean {
    if (this.#refused.has(file.hash)) return true;
    const reason = isSecret(file, head) ? "secret" : existsSync(this.#desk.keptPath(file.hash)) ? null : "missing";
    if (reason === null) return false;
    this.#refused.add(file.hash);
    this.leftOut.push({ code, name: reason === "secret" ? null : file.name, reason });
    return true;
  }
}
