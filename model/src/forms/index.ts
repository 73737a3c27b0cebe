import type { SheetForm } from "../tables/sheet-form.js";
import { projectForm } from "./project.js";

/** The kinds of sheets that are known with their own rules; where two fit equally well the first one counts. */
export const sheetForms: readonly SheetForm[] = [projectForm];
