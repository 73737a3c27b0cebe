import { wholeShape } from "./name-shape.js";

/** A person of a table of staff, with the cells that say the posts. */
export interface Listed {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly posts: readonly { readonly start: number; readonly end: number }[];
}

interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const heading = /姓\s*名/;
const postColumn = /职务|职称|岗位|单位|身份/;

/**
 * Reads a table of staff (花名册, 结对表) that was pasted as text: a row of headings with 姓名, then rows whose cells stand
 * between tabs, bars or blanks. A name may be spread over its column (岑  波). Rows that do not fit end the table.
 */
export class RosterTable {
  #name = -1;
  #gender = -1;
  #posts: readonly number[] = [];
  #width = 0;

  /** The people of one line; a line with 姓名 among three or more cells begins a table. */
  read(text: string, from: number, to: number): readonly Listed[] {
    if (this.#name < 0 && !heading.test(text.slice(from, Math.min(to, from + 60)))) return [];
    const cells = cellsOf(text, from, to);
    const head = cells.findIndex((cell) => /^姓\s*名$/.test(cell.text));
    if (head >= 0 && cells.length >= 3 && cells.every((cell) => !/[。，,]/.test(cell.text))) {
      this.#name = head;
      this.#gender = cells.findIndex((cell) => /^性\s*别$/.test(cell.text));
      this.#posts = cells.flatMap((cell, at) => (postColumn.test(cell.text) ? [at] : []));
      this.#width = cells.length;
      return [];
    }
    if (this.#name < 0) return [];
    const row = joined(cells, this.#name, this.#gender === this.#name + 1);
    const name = row[this.#name];
    const fits = row.length >= Math.min(3, this.#width) && name !== undefined && wholeShape(name.text) !== null;
    if (!fits || (this.#gender >= 0 && !/^[男女]$/.test(row[this.#gender]?.text ?? ""))) {
      this.#name = -1;
      return [];
    }
    const posts = row.length === this.#width ? this.#posts : [];
    return [
      {
        start: name.start,
        end: name.end,
        name: name.text,
        posts: posts.flatMap((at) => {
          const cell = row[at];
          return cell === undefined ? [] : [{ start: cell.start, end: cell.end }];
        }),
      },
    ];
  }
}

function cellsOf(text: string, from: number, to: number): readonly Cell[] {
  const cells: Cell[] = [];
  const barred = /[\t|｜]/.test(text.slice(from, to));
  const border = barred ? /[\t|｜]/ : /\s/;
  for (let at = from; at < to; ) {
    if (border.test(text.charAt(at))) {
      at++;
      continue;
    }
    let end = at;
    while (end < to && !border.test(text.charAt(end))) end++;
    const printed = text.slice(at, end);
    const lead = printed.length - printed.trimStart().length;
    const trimmed = printed.trim();
    if (trimmed !== "") cells.push({ start: at + lead, end: at + lead + trimmed.length, text: trimmed });
    at = end;
  }
  return cells;
}

/** 岑 | 波, 钱 | 语嫣 | 女: two cells where the name stands are one, also of three characters where the sex tells its end. */
function joined(cells: readonly Cell[], at: number, sexed: boolean): readonly Cell[] {
  const first = cells[at];
  const second = cells[at + 1];
  if (first === undefined) return cells;
  if (/^\S\s+\S{1,2}$/.test(first.text)) return cells.with(at, { ...first, text: first.text.replace(/\s+/, "") });
  if (second === undefined || /[男女]/.test(second.text)) return cells;
  const spread = first.text.length === 1 && second.text.length === 1;
  const parted = sexed && first.text.length + second.text.length < 4 && /^[男女]$/.test(cells[at + 2]?.text ?? "");
  if (!spread && !parted) return cells;
  const whole: Cell = { start: first.start, end: second.end, text: first.text + second.text };
  return [...cells.slice(0, at), whole, ...cells.slice(at + 2)];
}
