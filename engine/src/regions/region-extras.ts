import { lexicon } from "../lexicon.js";
import { formsOf } from "./region-forms.js";

/**
 * Hand-kept rows of lexicons/regions-extra.tsv in the form of the generated table: zones and divisions that the lists lack,
 * under the code of their parent, those abolished before the first list with the year and the code of what has their ground now. `rowOf` gives the printed row of a county by its code: 青岛西海岸新区 has the towns of 黄岛区.
 */
export function extraRows(rowOf: (code: string) => string): readonly string[] {
  const rows: string[] = [];
  for (const { name, kind, parent, towns, until, successor } of lexicon("regions-extra")) {
    if (kind === "alias" || kind === "weak" || kind === "word") continue;
    const level = kind as "zone" | "township" | "county" | "city";
    // What is abolished is known by its full name only: 固原 is the city of today.
    const forms = (until === "" ? formsOf(name, level, false).slice(1) : []).map(
      ([form, weak]) => form + (weak ? "~" : ""),
    );
    const lent = towns === "" ? "" : (rowOf(towns).split("\t")[7] ?? "").replace(/^(?=\d{3})/, towns);
    rows.push([`${parent}>${kind}`, name, "", until, successor, "h", forms.join(","), lent].join("\t").trimEnd());
  }
  return rows;
}

/** Other names in use (克州, 横琴): name → code of its region, or name of a hand-kept row. */
export function extraAliases(): readonly { readonly name: string; readonly code: string }[] {
  return lexicon("regions-extra")
    .filter((row) => row.kind === "alias")
    .map((row) => ({ name: row.name, code: row.parent }));
}

/** Names that are common words or shared too widely to count alone: 安康, 海口, 朝阳. */
export function weakNames(): readonly string[] {
  return lexicon("regions-extra")
    .filter((row) => row.kind === "weak")
    .map((row) => row.name);
}

/** Short forms that are common words first, and no name even behind their parent: 甘南州合作办. */
export function commonWords(): readonly string[] {
  return lexicon("regions-extra")
    .filter((row) => row.kind === "word")
    .map((row) => row.name);
}
