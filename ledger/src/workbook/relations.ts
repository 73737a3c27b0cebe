import { readXml } from "@shanhai/engine/light";
import type { ZipParts } from "./zip-parts.js";

/** A relation of one part of a package to another, or to something outside (`external`). */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `comments`, `drawing`. Strict and transitional packages differ before it. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** The relations of a part (`""` for the package itself), with targets as names in the package. */
export async function relationsOf(parts: ZipParts, part: string): Promise<readonly Relation[]> {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, slash + 1);
  const xml = await parts.text(`${folder}_rels/${part.slice(slash + 1)}.rels`);
  if (xml === null) return [];
  const found: Relation[] = [];
  readXml(xml, {
    open(name, attribute) {
      if (name !== "Relationship") return;
      const target = attribute("Target") ?? "";
      const external = attribute("TargetMode") === "External";
      found.push({
        id: attribute("Id") ?? "",
        type: (attribute("Type") ?? "").replace(/^.*\//, ""),
        target: external ? target : resolved(folder, target),
        external,
      });
    },
    close() {},
    text() {},
  });
  return found;
}

function resolved(folder: string, target: string): string {
  const plain = target.replaceAll("\\", "/");
  const steps: string[] = [];
  for (const step of (plain.startsWith("/") ? plain : folder + plain).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
