import { editPackage } from "../workbook/edit-package.js";
import { readBook } from "../workbook/read-book.js";
import type { SheetFault } from "./collect-desk.js";
import { INSTRUCTION_CELL, OPEN_FILL, sentBackWords } from "./collection-form.js";

/**
 * The very file that came back, with the cells that its unit must put right red and explained: its formats, widths and other
 * sheets are the unit's own. Null where it is no .xlsx, which cannot be changed in place.
 */
export async function sendBack(
  came: Uint8Array,
  name: string,
  faults: readonly SheetFault[],
): Promise<Uint8Array | null> {
  if (!isPackage(came)) return null;
  const sheet = (await readBook(came, name)).sheets.find(({ hidden }) => !hidden);
  if (sheet === undefined) return null;
  const marks = new Map(faults.map(({ cell, zh }) => [cell, zh]));
  const fills = new Map([[INSTRUCTION_CELL, { text: sentBackWords(faults.length) }]]);
  return (await editPackage(came, new Map([[sheet.name, { fills, marks, open: OPEN_FILL }]]))).bytes;
}

/** Whether a file can be changed in place: an .xlsx is a package, an .xls or .et of old is not. */
export function isPackage(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
