import type { SheetForm } from "../tables/sheet-form.js";
import { indicatorValueForm } from "./indicator-value.js";
import { labourForm } from "./labour.js";
import { pairingForm } from "./pairing.js";
import { projectForm } from "./project.js";
import { saleForm } from "./sale.js";
import { talentPostingForm } from "./talent-posting.js";
import { visitForm } from "./visit.js";

/** The kinds of sheets that are known with their own rules; where two fit equally well the first one counts. */
export const sheetForms: readonly SheetForm[] = [
  projectForm,
  pairingForm,
  talentPostingForm,
  visitForm,
  labourForm,
  saleForm,
  indicatorValueForm,
];
