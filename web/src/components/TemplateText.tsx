import type { CellBinding, TemplateSheet } from "@shanhai/server";
import { useWords } from "../language.js";
import { placeName } from "../template-place.js";
import { ScrollRegion } from "./ScrollRegion.js";
import styles from "./TemplateDesk.module.css";

/** A document's lines with something to fill in: each blank, or figure, to be chosen; bound ones say what comes there. */
export function TemplateText({
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
  readonly onChoose: (place: string) => void;
}) {
  const words = useWords();
  return (
    <ScrollRegion className={styles.grid} label={sheet.name}>
      {(sheet.lines ?? []).map((pieces) => (
        <p key={pieces.find(({ place }) => place !== undefined)?.place} className={styles.line}>
          {pieces.map(({ text, place }, at) => {
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line never change places
            if (place === undefined) return <span key={at}>{text}</span>;
            const bound = bindings.get(place);
            const state = chosen === place ? styles.chosen : bound !== undefined ? styles.bound : "";
            return (
              <button
                key={place}
                type="button"
                className={`${styles.blank} ${state}`}
                aria-label={`${placeName(words.template, place)} ${bound === undefined ? text.trim() : describe(bound)}`}
                aria-pressed={chosen === place}
                onClick={() => onChoose(place)}
              >
                {bound === undefined ? text : describe(bound)}
              </button>
            );
          })}
        </p>
      ))}
    </ScrollRegion>
  );
}
