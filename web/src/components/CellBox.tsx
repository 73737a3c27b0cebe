import type { Ref } from "react";
import type { CellEditor } from "../grid/cell-editor.js";
import type { GridColumn } from "../grid/grid-columns.js";
import { useLanguage, useWords } from "../language.js";
import styles from "./LedgerGrid.module.css";

interface Props {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly editor: CellEditor;
  readonly grid: string;
  readonly column: GridColumn;
  readonly label: string;
  /** The id of the active cell, where it is in view. */
  readonly cell: string | undefined;
  readonly top: number;
  readonly left: number;
  /** What stands below a cell stands above it. */
  readonly up: boolean;
  readonly onKey: (event: React.KeyboardEvent) => void;
  readonly onType: (text: string) => void;
  readonly onCopy: (data: DataTransfer) => void;
  readonly onPaste: (text: string) => void;
}

/** The text box over the active cell: it takes the keys, and is seen once something is typed. */
export function CellBox(props: Props) {
  const { editor, grid, column, cell } = props;
  const words = useWords();
  const { language } = useLanguage();
  const { open, choices } = editor;
  const long = open !== null && open.field.type === "long_text";
  const list = `${grid}-choices`;
  const hint = `${grid}-hint`;
  const said = open === null ? null : (open.wrong?.[language] ?? (long ? words.ledger.longHint : null));
  return (
    <div className={styles.layer} style={{ transform: `translateY(${props.top}px)` }}>
      <div
        className={styles.editor}
        data-open={open !== null || undefined}
        data-name={column.name || undefined}
        data-long={long || undefined}
        data-wrong={open?.wrong != null || undefined}
        style={{ marginLeft: column.name ? 0 : props.left }}
      >
        <textarea
          ref={props.ref}
          rows={1}
          value={open?.text ?? ""}
          aria-label={open === null ? words.ledger.cellOf(props.label) : props.label}
          aria-controls={choices.length > 0 ? list : grid}
          aria-activedescendant={open === null ? cell : open.choice >= 0 ? `${list}-${open.choice}` : undefined}
          aria-invalid={open?.wrong != null || undefined}
          aria-describedby={said === null ? undefined : hint}
          autoComplete="off"
          spellCheck={false}
          style={{ width: long ? Math.max(column.width, 360) : column.width, ...(long ? { height: 132 } : {}) }}
          onKeyDown={props.onKey}
          onChange={(event) => props.onType(event.target.value)}
          onBlur={() => editor.finish()}
          onCopy={(event) => {
            if (open !== null) return;
            event.preventDefault();
            props.onCopy(event.clipboardData);
          }}
          onPaste={(event) => {
            if (open !== null) return;
            event.preventDefault();
            props.onPaste(event.clipboardData.getData("text/plain"));
          }}
        />
        {open !== null && (said !== null || choices.length > 0) && (
          <div className={styles.below} data-up={props.up || undefined}>
            {said !== null && (
              <p
                id={hint}
                role={open.wrong === null ? undefined : "alert"}
                data-wrong={open.wrong !== null || undefined}
              >
                {said}
              </p>
            )}
            {choices.length > 0 && (
              <div id={list} role="listbox" aria-label={props.label} className={styles.choices}>
                {choices.map((choice, index) => (
                  <button
                    type="button"
                    key={choice.id ?? choice.text}
                    id={`${list}-${index}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={index === open.choice}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => editor.choose(choice)}
                  >
                    {choice.text}
                  </button>
                ))}
              </div>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
