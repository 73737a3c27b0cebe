import { closeSync, openSync, readSync } from "node:fs";
import { editPackage } from "../workbook/edit-package.js";
import type { SheetFault } from "./collect-desk.js";
import { INSTRUCTION_CELL, OPEN_FILL, sentBackWords } from "./collection-form.js";

/**
 * The very file that came back, of whatever size, with the cells that its unit must put right red and explained: its formats,
 * widths and other sheets are the unit's own. It must be an .xlsx (`isPackage`), others cannot be changed in place.
 */
export async function sendBack(path: string, faults: readonly SheetFault[]): Promise<Uint8Array> {
  const marks = new Map(faults.map(({ cell, zh }) => [cell, zh]));
  const fills = new Map([[INSTRUCTION_CELL, { text: sentBackWords(faults.length) }]]);
  const { bytes } = await editPackage(path, (sheets) => {
    const visible = sheets.find(({ hidden }) => !hidden);
    return new Map(visible === undefined ? [] : [[visible.name, { fills, marks, open: OPEN_FILL }]]);
  });
  return bytes;
}

/** Whether a file can be changed in place: an .xlsx is a package, an .xls or .et of old is not. */
export function isPackage(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** The same of a kept file; null where it is gone. */
export function isPackageAt(path: string): boolean | null {
  const bytes = new Uint8Array(2);
  try {
    const file = openSync(path, "r");
    try {
      readSync(file, bytes);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  return isPackage(bytes);
}
