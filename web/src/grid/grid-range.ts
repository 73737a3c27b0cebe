/** A place in a table: a line and a column, from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Two opposite corners, both included. */
export interface Range {
  readonly from: Place;
  readonly to: Place;
}

/** The cells between the one that is held and the one that is active. */
export function rangeOf(anchor: Place, active: Place): Range {
  return {
    from: { line: Math.min(anchor.line, active.line), column: Math.min(anchor.column, active.column) },
    to: { line: Math.max(anchor.line, active.line), column: Math.max(anchor.column, active.column) },
  };
}

export interface Bounds {
  readonly lines: number;
  readonly columns: number;
  /** Lines that fit into the view. */
  readonly page: number;
}

/** Where a key leads from a place; null for keys that do not move. Ctrl goes to the edges. */
export function moved(place: Place, key: string, ctrl: boolean, { lines, columns, page }: Bounds): Place | null {
  const to = (line: number, column: number): Place => ({
    line: Math.max(0, Math.min(lines - 1, line)),
    column: Math.max(0, Math.min(columns - 1, column)),
  });
  const { line, column } = place;
  switch (key) {
    case "ArrowUp":
      return to(ctrl ? 0 : line - 1, column);
    case "ArrowDown":
      return to(ctrl ? lines - 1 : line + 1, column);
    case "ArrowLeft":
      return to(line, ctrl ? 0 : column - 1);
    case "ArrowRight":
      return to(line, ctrl ? columns - 1 : column + 1);
    case "Home":
      return to(ctrl ? 0 : line, 0);
    case "End":
      return to(ctrl ? lines - 1 : line, columns - 1);
    case "PageUp":
      return to(line - page, column);
    case "PageDown":
      return to(line + page, column);
    default:
      return null;
  }
}
