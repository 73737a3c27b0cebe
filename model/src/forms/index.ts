import { recordDefinitions } from "../records/index.js";
import { formOfDefinition } from "../tables/definition-form.js";
import type { SheetForm } from "../tables/sheet-form.js";
import { indicatorValueForm } from "./indicator-value.js";
import { labourForm } from "./labour.js";
import { pairingForm } from "./pairing.js";
import { projectForm } from "./project.js";
import { saleForm } from "./sale.js";
import { talentPostingForm } from "./talent-posting.js";
import { visitForm } from "./visit.js";

/** The kinds of sheets that have rules of their own; where two fit equally well the first one counts. */
const ownForms: readonly SheetForm[] = [
  projectForm,
  pairingForm,
  talentPostingForm,
  visitForm,
  labourForm,
  saleForm,
  indicatorValueForm,
];

/** Those, and one for every other ledger that its definition describes well enough. */
export const sheetForms: readonly SheetForm[] = [
  ...ownForms,
  ...recordDefinitions.flatMap((definition) => {
    const form = ownForms.some(({ record }) => record === definition.name) ? null : formOfDefinition(definition);
    return form === null ? [] : [form];
  }),
];
