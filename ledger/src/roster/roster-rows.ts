import {
  type CellPlace,
  finding,
  type HabitCount,
  headGrid,
  type ReadRow,
  RosterReader,
  type RosterRemark,
  type RosterTelling,
  readSheets,
  type SheetForm,
  sheetForms,
  type TotalCheck,
  totalFinding,
} from "@shanhai/model";
import { figuresInWords } from "../importing/figures-in-words.js";
import { openStream, type StreamedRow, streamSheet } from "../workbook/stream-rows.js";
import { habitsBeside } from "./head-habits.js";
import type { RosterSheet, SheetHead } from "./roster-job.js";

/** A number for each row that grows through the file. */
export const SHEET_ROWS = 1 << 20;

/** A data row of a roster as it goes by. */
export interface RosterRow {
  readonly at: number;
  readonly sheet: string;
  readonly read: ReadRow;
  /** As it stands in the file. */
  readonly streamed: StreamedRow;
}

/** What is seen beside the rows: counted, the first ones kept. */
export interface RosterHabits {
  remark(sheet: string, remark: RosterRemark): void;
  hidden(sheet: string, row: number): void;
  fill(sheet: string, colour: string, row: number, column: number): void;
  /** A cell that shows a picture. */
  picture(sheet: string, row: number, column: number): void;
  /** Where totals are to be checked. */
  readonly totals?: RosterTelling["totals"];
}

/** The data rows of the sheets in batches, with their form. In constant memory, whatever the file's size. */
export async function* rosterRows(
  path: string,
  name: string,
  sheets: readonly RosterSheet[],
  year: number | null,
  habits: RosterHabits | null,
): AsyncGenerator<{
  readonly form: SheetForm;
  readonly sheet: string;
  /** The only year that the sheet prints. */
  readonly year: number | null;
  readonly rows: readonly RosterRow[];
}> {
  const book = await openStream(path, name);
  try {
    for (const settled of sheets) {
      const { head } = settled;
      const form = sheetForms.find(({ key }) => key === settled.form);
      const made = form === undefined ? null : readerOf(settled, form, year, habits);
      if (form === undefined || made === null) continue;
      const { reader, printed } = made;
      const base = book.sheets.findIndex((one) => one.name === head.name) * SHEET_ROWS;
      const picture = ({ row, column }: CellPlace) => habits?.picture(head.name, row, column);
      for await (const batch of streamSheet(book, head.name, picture)) {
        const rows: RosterRow[] = [];
        for (const streamed of batch) {
          const { row, hidden, cells } = streamed;
          const { row: read } = reader.read(row, cells);
          if (hidden) habits?.hidden(head.name, row);
          if (read !== null) rows.push({ at: base + row, sheet: head.name, read, streamed });
          if (habits !== null)
            for (const [column, cell] of cells.entries())
              if (cell?.fill !== undefined && read !== null) habits.fill(head.name, cell.fill, row, column);
        }
        yield { form, sheet: head.name, year: printed, rows };
      }
      reader.end();
    }
  } finally {
    book.parts.close();
  }
}

function readerOf(
  settled: RosterSheet,
  form: SheetForm,
  year: number | null,
  habits: RosterHabits | null,
): { readonly reader: RosterReader; readonly printed: number | null } | null {
  const { head } = settled;
  const grid = headGrid(head.name, false, head.rows, head.merges);
  const [reading] = readSheets([grid], [form], {
    sheets: new Map([[head.name, "read" as const]]),
    columns: () => ({ form: form.key, columns: new Map(settled.columns) }),
    words: figuresInWords,
  });
  const part = reading?.parts[0];
  if (reading?.tables == null || part?.match == null) return null;
  const telling: RosterTelling = {
    remark: (one) => habits?.remark(head.name, one),
    ...(habits?.totals === undefined ? {} : { totals: habits.totals }),
  };
  const { year: printed } = reading.tables.frame;
  const { table, match } = part;
  return {
    reader: new RosterReader(
      reading.tables,
      table,
      match.columns,
      { year: printed ?? year, words: figuresInWords },
      telling,
    ),
    printed,
  };
}

/** Remarks and habits gathered over a whole file: the first of each kind, and how many. */
export class GatheredHabits implements RosterHabits {
  readonly #remarks = new Map<string, { count: number; first: { sheet: string; remark: RosterRemark }[] }>();
  readonly #habits: ReadonlyMap<string, { readonly count: HabitCount; readonly head: SheetHead }>;
  readonly #checks: TotalCheck[] = [];
  #differing = 0;
  #passed = 0;

  /** What stands beside the rows of the sheets is told with them. */
  constructor(heads: readonly SheetHead[]) {
    this.#habits = new Map(heads.map((head) => [head.name, { count: habitsBeside(head), head }]));
  }

  readonly totals = {
    check: (check: TotalCheck): void => {
      const differs = check.difference !== null;
      if (differs) this.#differing += 1;
      if (differs ? this.#differing <= MOST_DIFFERING : this.#checks.length < MOST_CHECKS) this.#checks.push(check);
    },
    passed: (): void => {
      this.#passed += 1;
    },
  };

  /** Totals of the file, those that differ among them, sheet by sheet from top to bottom. */
  get checks(): readonly TotalCheck[] {
    return this.#checks;
  }

  remark(sheet: string, remark: RosterRemark): void {
    const key = `${remark.code} ${remark.words.column ?? ""}`;
    const known = this.#remarks.get(key) ?? { count: 0, first: [] };
    known.count += 1;
    if (known.first.length < MOST_NAMED) known.first.push({ sheet, remark });
    this.#remarks.set(key, known);
  }

  hidden(sheet: string, row: number): void {
    this.#habits.get(sheet)?.count.hiddenRow(row);
  }

  fill(sheet: string, colour: string, row: number, column: number): void {
    this.#habits.get(sheet)?.count.fill(colour, { row, column });
  }

  picture(sheet: string, row: number, column: number): void {
    this.#habits.get(sheet)?.count.pictures.add({ row, column });
  }

  /** The first of each kind word for word, the rest as a number. */
  findings() {
    const told = [...this.#remarks.values()].flatMap(({ count, first }) => [
      ...first.map(({ sheet, remark }) =>
        finding(remark.code, remark.words, { sheet, place: { row: remark.row, column: remark.column } }),
      ),
      ...(count > first.length
        ? [finding("roster/more", { count: String(count - first.length), column: first[0]?.remark.words.column ?? "" })]
        : []),
    ]);
    const habits = [...this.#habits].flatMap(([sheet, { count, head }]) => count.findings(sheet, head.beside));
    const totals = this.#checks.flatMap((check) => totalFinding(check) ?? []);
    const more = Math.max(0, this.#differing - MOST_DIFFERING);
    return [
      ...[...habits, ...told, ...totals],
      ...(more > 0 ? [finding("total/more", { count: String(more) })] : []),
      ...(this.#passed > 0 ? [finding("total/passed", { count: String(this.#passed) })] : []),
    ];
  }
}

const MOST_NAMED = 8;
/** Totals that a preview lists, and those that it counts. */
const MOST_DIFFERING = 500;
const MOST_CHECKS = 20_000;
