import {
  type CellForm,
  cellText,
  type FieldDefinition,
  type FieldValue,
  fieldAt,
  type RecordDefinition,
} from "@shanhai/model";
import type { HeldMark, Row } from "@shanhai/server";
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useCellEditor } from "../grid/cell-editor.js";
import { fittedColumns, type GridColumn } from "../grid/grid-columns.js";
import type { GridLines } from "../grid/grid-lines.js";
import { moved, type Place, type Range, rangeOf } from "../grid/grid-range.js";
import { fitWidth } from "../grid/list-view.js";
import type { RowEdit } from "../grid/row-edits.js";
import { rowKey } from "../grid/row-list.js";
import { writeCells, writeHtml } from "../grid/tsv.js";
import { useGridView } from "../grid/use-grid-view.js";
import { useLanguage, useWords } from "../language.js";
import { CellBox } from "./CellBox.js";
import { GridHead, type Pulled } from "./GridHead.js";
import { GridRow } from "./GridRow.js";
import styles from "./LedgerGrid.module.css";

interface Props {
  readonly label: string;
  /** The list whose rows these are: another one is looked at from its beginning. */
  readonly of: object;
  readonly lines: GridLines;
  /** The last line is the last of the list. */
  readonly counted: boolean;
  readonly columns: readonly GridColumn[];
  readonly form: CellForm;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly edits: ReadonlyMap<string, RowEdit>;
  /** Rows with a change under review. */
  readonly held: ReadonlyMap<string, HeldMark>;
  /** A past day, or somebody who may only read. */
  readonly readOnly: boolean;
  /** 调度: one and a half times as large. */
  readonly large: boolean;
  readonly asOf: string | undefined;
  readonly sort: string;
  readonly sortable: (key: string) => boolean;
  readonly group: FieldDefinition | undefined;
  readonly onSort: (key: string) => void;
  /** These lines are looked at. */
  readonly onView: (lines: GridLines, from: number, to: number) => void;
  readonly onCommit: (row: Row, field: FieldDefinition, value: FieldValue) => void;
  readonly onPaste: (text: string, at: Range) => void;
  readonly onClear: (range: Range) => void;
  /** Chosen cells were to be copied before all their rows were read. */
  readonly onUnread: (range: Range) => void;
  readonly onOpen: (row: Row) => void;
  readonly onHistory: (row: Row) => void;
  readonly onFold: (key: string) => void;
  readonly onUndo: () => void;
  readonly onHelp: () => void;
  readonly onRange: (range: Range | null) => void;
  /** A column was made wider or narrower; null: as wide as its kind needs again. */
  readonly onWidth: (key: string, width: number | null) => void;
}

/**
 * A table of any length by keyboard, pointer and clipboard (WPS, Excel). Only lines in view are in the page. The focus is
 * in one text box that lies over the active cell, so that Chinese is typed straight into a cell as everywhere else.
 */
export function LedgerGrid(props: Props) {
  const { lines, form, edits, held, readOnly, large, asOf, group, counted } = props;
  const words = useWords();
  const { language } = useLanguage();
  const grid = useId();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const rowHeight = large ? 48 : 32;
  const [active, setActive] = useState<Place>({ line: 0, column: 0 });
  const [anchor, setAnchor] = useState<Place>({ line: 0, column: 0 });
  const numberWidth = () => box.current?.querySelector<HTMLElement>(`.${styles.number}`)?.offsetWidth ?? 56;
  const { view, room, measure } = useGridView(box, rowHeight, () => numberWidth() + 2);
  const [pulled, setPulled] = useState<Pulled | null>(null);
  const columns = useMemo(
    () =>
      fittedColumns(
        props.columns.map((one) =>
          one.field.key === pulled?.key ? { ...one, width: pulled.width, chosen: true } : one,
        ),
        room,
      ),
    [props.columns, room, pulled],
  );
  const editor = useCellEditor(form, props.definitions, props.onCommit);
  const last = lines.length - 1;
  const here: Place = {
    line: Math.min(active.line, Math.max(0, last)),
    column: Math.min(active.column, columns.length - 1),
  };
  const range = rangeOf(
    { line: Math.min(anchor.line, Math.max(0, last)), column: Math.min(anchor.column, columns.length - 1) },
    here,
  );

  const { onView } = props;
  useEffect(() => {
    onView(lines, view.from, view.to);
  }, [lines, view, onView]);
  const offsetOf = (column: number) => columns.slice(0, column).reduce((sum, { width }) => sum + width, numberWidth());

  const reveal = (place: Place) => {
    const { current } = box;
    const column = columns[place.column];
    if (current === null || column === undefined) return;
    const top = place.line * rowHeight;
    const height = current.clientHeight - rowHeight;
    if (top < current.scrollTop) current.scrollTop = top;
    else if (top + rowHeight > current.scrollTop + height) current.scrollTop = top + rowHeight - height;
    if (column.name) return;
    const fixed = numberWidth() + (columns[0]?.name ? (columns[0]?.width ?? 0) : 0);
    const left = offsetOf(place.column);
    if (left < current.scrollLeft + fixed) current.scrollLeft = left - fixed;
    else if (left + column.width > current.scrollLeft + current.clientWidth)
      current.scrollLeft = Math.min(left - fixed, left + column.width - current.clientWidth);
  };
  const go = (place: Place, extend = false) => {
    setActive(place);
    if (!extend) setAnchor(place);
    reveal(place);
    props.onRange(rangeOf(extend ? anchor : place, place));
  };
  /** One wants to be at the end, which is not counted yet. */
  const toEnd = useRef(false);
  const { of, onRange } = props;
  const [from, setFrom] = useState(of);
  if (from !== of) {
    setFrom(of);
    setActive({ line: 0, column: here.column });
    setAnchor({ line: 0, column: here.column });
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another list is looked at from its beginning
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = 0;
    onRange(null);
  }, [of]);
  const goOn = useRef((_: number) => {});
  useEffect(() => {
    if (!toEnd.current) return;
    toEnd.current = !counted;
    goOn.current(last);
  }, [counted, last]);
  useLayoutEffect(() => {
    goOn.current = (line) => go({ line, column: here.column });
  });
  const rowAt = (line: number) => {
    const found = lines.at(line);
    return found?.kind === "row" ? found.row : null;
  };
  const begin = (text?: string) => {
    const row = rowAt(here.line);
    const column = columns[here.column];
    if (row === null || column === undefined || readOnly || !column.typed) return;
    const edit = edits.get(rowKey(row));
    const { key } = column.field;
    const value = edit !== undefined && key in edit.values ? edit.values[key] : row.values[key];
    editor.begin(row, column.field, value, text);
  };
  const bounds = () => ({
    lines: lines.length,
    columns: columns.length,
    page: Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / rowHeight) - 2),
  });

  const onEditKey = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      return editor.cancel();
    }
    if (event.key === "Enter" && event.altKey && editor.open?.field.type === "long_text") {
      event.preventDefault();
      return editor.type(`${editor.open.text}\n`);
    }
    if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      const way =
        event.key === "Tab" ? (event.shiftKey ? "ArrowLeft" : "ArrowRight") : event.shiftKey ? "ArrowUp" : "ArrowDown";
      if (editor.finish()) go(moved(here, way, false, bounds()) ?? here);
      return;
    }
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && editor.choices.length > 0) {
      event.preventDefault();
      editor.step(event.key === "ArrowDown" ? 1 : -1);
    }
  };
  const onKey = (event: React.KeyboardEvent) => {
    if (editor.open !== null) return onEditKey(event);
    if (event.nativeEvent.isComposing) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const line = lines.at(here.line);
    const done = (action: () => void) => {
      event.preventDefault();
      action();
    };
    if (line?.kind === "group" && (event.key === "Enter" || event.key === " "))
      return done(() => props.onFold(line.key));
    const to = moved(here, event.key, ctrl, bounds());
    toEnd.current = to !== null && ctrl && !counted && !event.shiftKey && ["End", "ArrowDown"].includes(event.key);
    if (to !== null) return done(() => go(to, event.shiftKey));
    const row = rowAt(here.line);
    if (row !== null && event.key === "Enter" && (ctrl || readOnly)) return done(() => props.onOpen(row));
    if (row !== null && event.altKey && event.key.toLowerCase() === "h") return done(() => props.onHistory(row));
    if (event.key === "Enter" || event.key === "F2") return done(() => begin());
    if (event.key === "?") return done(props.onHelp);
    if (ctrl && event.key.toLowerCase() === "z" && !readOnly) return done(props.onUndo);
    if ((event.key === "Delete" || event.key === "Backspace") && !readOnly) return done(() => props.onClear(range));
    // Nothing is written into the box of a cell that cannot be typed in.
    const typed = columns[here.column]?.typed === true && row !== null && !readOnly;
    if (!typed && event.key.length === 1 && !ctrl) event.preventDefault();
  };

  /** The chosen cells; null while some of their rows are not read. */
  const copied = (): readonly (readonly { readonly text: string; readonly number: boolean }[])[] | null => {
    const rows: { text: string; number: boolean }[][] = [];
    for (let line = range.from.line; line <= range.to.line; line++) {
      const row = rowAt(line);
      if (lines.at(line)?.kind === "waiting") return null;
      if (row === null) continue;
      const typed = edits.get(rowKey(row))?.values ?? {};
      rows.push(
        columns.slice(range.from.column, range.to.column + 1).map(({ field, right }) => ({
          text: cellText(
            fieldAt(field, form.yearBy, { ...row.values, ...typed }),
            field.key in typed ? typed[field.key] : row.values[field.key],
            language,
            form,
          ),
          number: right,
        })),
      );
    }
    return rows;
  };

  const onPointer = (event: React.MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target === null || target.closest("a, textarea, button, [role=listbox]") !== null) return;
    const fold = target.closest<HTMLElement>("[data-fold]")?.dataset.fold;
    const line = Number(target.closest<HTMLElement>("[data-line]")?.dataset.line ?? Number.NaN);
    const column = target.closest<HTMLElement>("[data-column]")?.dataset.column;
    if (Number.isNaN(line)) return;
    event.preventDefault();
    toEnd.current = false;
    if (!editor.finish()) return;
    input.current?.focus({ preventScroll: true });
    if (fold !== undefined) return props.onFold(fold);
    if (column === "number") {
      setAnchor({ line: event.shiftKey ? anchor.line : line, column: columns.length - 1 });
      setActive({ line, column: 0 });
      return props.onRange(
        rangeOf({ line: event.shiftKey ? anchor.line : line, column: columns.length - 1 }, { line, column: 0 }),
      );
    }
    const place = { line, column: Number(column) };
    const again = place.line === here.line && place.column === here.column;
    go(place, event.shiftKey);
    if (event.detail === 2 || (again && window.matchMedia("(pointer: coarse)").matches)) begin();
  };

  /** A name opens its row here; with Ctrl or the middle button the browser opens it elsewhere. */
  const onLink = (event: React.MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const row = rowAt(Number(link?.closest<HTMLElement>("[data-line]")?.dataset.line ?? Number.NaN));
    if (row === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    props.onOpen(row);
  };

  const shown: React.ReactNode[] = [];
  for (let at = view.from; at < Math.min(view.to, lines.length); at++) {
    const line = lines.at(at);
    if (line === undefined) break;
    const inside = at >= range.from.line && at <= range.to.line;
    shown.push(
      <GridRow
        // The elements of lines that went out of view are used again: filling is quicker than making.
        key={at % Math.max(1, view.to - view.from)}
        {...{ line, at, columns, form, asOf, grid, group }}
        top={at * rowHeight}
        edit={line.kind === "row" ? edits.get(line.key) : undefined}
        held={line.kind === "row" ? held.get(line.key) : undefined}
        active={at === here.line ? here.column : -1}
        chosenFrom={inside ? range.from.column : -1}
        chosenTo={inside ? range.to.column : -1}
      />,
    );
  }
  const inView = here.line >= view.from && here.line < Math.min(view.to, lines.length);
  const column = columns[here.column];
  const width = columns.reduce((sum, one) => sum + one.width, 0);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: a pointer chooses cells here; the keys are those of the text box inside
    <div
      ref={box}
      className={styles.grid}
      data-large={large || undefined}
      data-testid="grid"
      onScroll={() => measure(true)}
      onMouseDown={onPointer}
      onClick={onLink}
    >
      <div className={styles.content}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells are gone to by keyboard and edited, which is what a grid is
          role="grid"
          className={styles.table}
          id={grid}
          aria-label={props.label}
          aria-rowcount={counted ? lines.length + 1 : -1}
          aria-colcount={columns.length + 1}
          aria-readonly={readOnly}
          aria-multiselectable="true"
          style={{ "--columns": columns.map((one) => `${one.width}px`).join(" ") } as React.CSSProperties}
        >
          <GridHead
            {...{ columns, form }}
            sort={props.sort}
            sortable={props.sortable}
            onSort={props.onSort}
            onPull={setPulled}
            onWidth={(key, width) => {
              setPulled(null);
              props.onWidth(key, width === null ? null : fitWidth(width / (large ? 1.5 : 1)));
            }}
          />
          <tbody className={styles.body} style={{ height: lines.length * rowHeight, minWidth: width }}>
            {shown}
          </tbody>
        </table>
        {column !== undefined && (
          <CellBox
            ref={input}
            {...{ editor, grid, column }}
            label={`${column.field[language]}`}
            cell={
              inView ? `${grid}-${here.line}-${lines.at(here.line)?.kind === "group" ? 0 : here.column}` : undefined
            }
            top={(here.line + 1) * rowHeight}
            left={offsetOf(here.column)}
            up={
              here.line > 6 &&
              here.line * rowHeight > (box.current?.scrollTop ?? 0) + (box.current?.clientHeight ?? 0) / 2
            }
            onKey={onKey}
            onType={(text) => (editor.open === null ? begin(text) : editor.type(text))}
            onCopy={(data) => {
              const rows = copied();
              if (rows === null) return props.onUnread(range);
              data.setData("text/plain", writeCells(rows.map((row) => row.map(({ text }) => text))));
              data.setData("text/html", writeHtml(rows));
            }}
            onPaste={(text) => props.onPaste(text, range)}
          />
        )}
      </div>
      {!counted && <p className={styles.tail}>{words.ledger.readingOn}</p>}
    </div>
  );
}
