import { binary } from "../binary.js";
import { type CharacterCosts, readCharacters } from "./character-model.js";
import { WordTree } from "./word-tree.js";

/**
 * The judge between readings of damaged bytes: as {@link CharacterModel}, with rare words and names of divisions, which
 * only here are worth their size, and as a tree, as everything that may go on is asked for at once.
 */
export interface RepairModel extends CharacterCosts {
  readonly words: WordTree;
  /** The node of a character's id as the first of a given name: the known pairs of people with three characters. */
  givenFirst(id: number): number;
}

let model: RepairModel | undefined;

/** The model; its tree is planted at the first call (some 10 ms). */
export function repairModel(): RepairModel {
  model ??= unpack(binary("repair-model"));
  return model;
}

function unpack(decoded: Buffer): RepairModel {
  const { file, bytes, costs, count, end } = readCharacters(decoded, "SRM1");
  const [nodes, entries] = [file.readUInt32LE(end), file.readUInt32LE(end + 4)];
  const at = bytes.byteOffset + end + 8;
  const words = new WordTree(
    count * 2,
    new Uint16Array(bytes.buffer, at, entries),
    new Uint16Array(bytes.buffer, at + entries * 2, nodes),
    new Uint8Array(bytes.buffer, at + (entries + nodes) * 2, entries),
  );
  return { ...costs, words, givenFirst: (id) => count + id };
}
