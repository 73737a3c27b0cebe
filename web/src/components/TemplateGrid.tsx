import type { CellBinding, TemplateSheet } from "@shanhai/server";
import { useWords } from "../language.js";
import { templateCell } from "../template-extent.js";
import { ScrollRegion } from "./ScrollRegion.js";
import styles from "./TemplateDesk.module.css";

/** A sheet of a form as it looks, each cell to be chosen; bound cells say what comes there. */
export function TemplateGrid({
  sheet,
  bindings,
  chosen,
  describe,
  onChoose,
}: {
  readonly sheet: TemplateSheet;
  readonly bindings: ReadonlyMap<string, CellBinding>;
  readonly chosen: string | null;
  readonly describe: (binding: CellBinding) => string;
  readonly onChoose: (cell: string) => void;
}) {
  const words = useWords();
  const starts = new Map(sheet.merges.map((merge) => [`${merge.top},${merge.left}`, merge]));
  const covered = (row: number, column: number) =>
    sheet.merges.some(
      ({ top, left, bottom, right }) =>
        row >= top && row <= bottom && column >= left && column <= right && !(row === top && column === left),
    );
  return (
    <ScrollRegion className={styles.grid} label={sheet.name}>
      <table>
        <tbody>
          {sheet.cells.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no other name
            <tr key={row}>
              {cells.map((cell, column) => {
                if (covered(row, column)) return null;
                const name = templateCell(row, column);
                const merge = starts.get(`${row},${column}`);
                const bound = bindings.get(name);
                const state = chosen === name ? styles.chosen : bound !== undefined ? styles.bound : "";
                const formula = cell?.formula === true;
                return (
                  <td
                    key={name}
                    rowSpan={merge === undefined ? 1 : merge.bottom - merge.top + 1}
                    colSpan={merge === undefined ? 1 : merge.right - merge.left + 1}
                  >
                    <button
                      type="button"
                      disabled={formula}
                      title={formula ? words.template.formula : name}
                      aria-label={`${words.template.cell(name)} ${bound === undefined ? (cell?.text ?? "") : describe(bound)}`}
                      aria-pressed={chosen === name}
                      className={`${styles.cell} ${state} ${formula ? styles.formula : ""}`}
                      onClick={() => onChoose(name)}
                    >
                      {bound === undefined ? (cell?.text ?? "") : describe(bound)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
