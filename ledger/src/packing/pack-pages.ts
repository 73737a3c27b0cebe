import { cellText, printNumber, type RecordDefinition } from "@shanhai/model";
import type { BoardLine, ReportedFigure } from "../counting/counting-desk.js";
import type { Desk } from "../desk.js";
import { printedUnit } from "../printing/ledger-columns.js";
import type { PackContents, PackPart } from "./pack-contents.js";
import { linkTo } from "./pack-names.js";
import { PAGE_ROWS, type PackedRow } from "./pack-rows.js";
import { html, packPage, table } from "./pack-style.js";
import type { PackedProof } from "./taken-files.js";

/** Files of an indicator's folder, as its pages link to them. */
export const ROWS_BOOK = "明细.xlsx";
export const LIST_PAGE = "卷内目录.html";
export const LIST_BOOK = "卷内目录.xlsx";
export const rowsPageName = (page: number): string => (page === 1 ? "明细.html" : `明细-${page}.html`);

const SOURCE_WORDS = { final: "上报定稿数", reported: "部门报送数", ledger: "台账统计数" } as const;

/** （按 2023-11-30 的记录）: said wherever a cut-off day is, when the pack is of a past day. */
export function recordedOn({ query }: Pick<PackContents, "query">): string {
  return query.asOf === undefined ? "" : `（按 ${query.asOf} 的记录）`;
}

/** The number with its cut-off day and the source that was chosen, and the other numbers beside it. */
function figure(contents: PackContents, { line, definition, rows }: PackPart): string {
  const unit = line.unit;
  const value = `${printNumber(line.toDate, unit)} ${unit}`;
  const source = line.source === null ? "未填报" : SOURCE_WORDS[line.source];
  return [
    `<p><span class="figure">${html(value)}</span> 截至 ${contents.board.day}${recordedOn(contents)}　采用来源：${source}</p>`,
    table(
      ["年度目标", "本月新增", "累计", "完成率", ...Object.values(SOURCE_WORDS).reverse(), "对方数"],
      [
        [
          printNumber(line.target, unit),
          printNumber(line.thisMonth, unit),
          printNumber(line.toDate, unit),
          line.rate === null || line.rate.percent === null
            ? "—"
            : `${line.rate.percent}%（${printNumber(line.rate.numerator, unit)} ÷ ${printNumber(line.rate.denominator, unit)}）`,
          printNumber(line.ledger?.toDate, unit),
          told(line.reported, unit),
          told(line.final, unit),
          told(line.otherSide, unit),
        ],
      ],
    ),
    ...notes(line).map((note) => `<p>说明：${html(note)}</p>`),
    `<p class="quiet">口径：${html(definition.versions.find(({ version }) => version === line.version)?.rule.zh ?? "")}</p>`,
    rows === null ? "<p>本指标没有对应的台账，以报送数及其佐证为准。</p>" : "",
  ].join("\n");
}

const told = (value: ReportedFigure | null, unit: string): string => printNumber(value?.toDate, unit);

function notes({ final, reported, otherSide }: BoardLine): readonly string[] {
  return [final, reported, otherSide].flatMap((value) => (value?.note == null ? [] : [value.note]));
}

/** One page of the rows behind a number. The last one also tells what does not count. */
export function rowsPage(
  desk: Desk,
  contents: PackContents,
  part: PackPart,
  mark: string,
  page: { readonly at: number; readonly rows: readonly PackedRow[]; readonly excluded: readonly PackedRow[] | null },
): string {
  const pages = Math.max(1, Math.ceil((part.rows ?? 0) / PAGE_ROWS));
  const { line, definition } = part;
  const title = `${line.code} ${definition.zh}`;
  const links = Array.from({ length: pages }, (_, at) =>
    at + 1 === page.at ? `第 ${at + 1} 页` : `<a href="${linkTo(rowsPageName(at + 1), "")}">第 ${at + 1} 页</a>`,
  );
  const heads = ["序号", "名称", "日期", `计入（${line.unit}）`, "主要内容", "出处", "佐证材料"];
  const cells = (one: PackedRow) => [
    String(one.number),
    html(one.row.title),
    one.day ?? "—",
    one.excluded === null ? (one.amount === null ? "未填" : printNumber(one.amount, line.unit)) : html(one.excluded),
    html(contentOf(desk.records.get(one.row.record).definition, one)),
    sourcesOf(one),
    one.proofs.length === 0 ? "—" : one.proofs.map(proofLink).join("<br>"),
  ];
  const classes = ["n", "", "d", "n"];
  const excluded = page.excluded ?? [];
  return packPage(
    title,
    [
      `<nav><a href="../index.html">目录</a>　<a href="${linkTo(LIST_PAGE, "")}">卷内目录</a>${
        part.rows === null ? "" : `　<a href="${linkTo(ROWS_BOOK, "")}">明细表格（.xlsx）</a>`
      }${pages > 1 ? `　${links.join("　")}` : ""}</nav>`,
      `<h1>${html(title)}</h1><p>${html(contents.whose)}</p>`,
      mark === "" ? "" : `<p class="mark">${html(mark)}</p>`,
      page.at === 1 ? figure(contents, part) : "",
      part.rows === null
        ? ""
        : `<h2>明细（共 ${part.rows} 条，合计 ${printNumber(part.total, line.unit)} ${line.unit}）</h2>${table(heads, page.rows.map(cells), classes)}`,
      excluded.length === 0
        ? ""
        : `<h2>不计入的条目（${excluded.length} 条）</h2>${table(
            heads.map((head, at) => (at === 3 ? "不计入的原因" : head)),
            excluded.map(cells),
            ["n", "", "d", ""],
          )}`,
    ].join("\n"),
  );
}

/** What a row says, in a line: its columns, without what stands beside it already. */
function contentOf(definition: RecordDefinition, { row, titles }: PackedRow): string {
  return definition.columns
    .filter((key) => !definition.title.includes(key))
    .flatMap((key) => {
      const field = definition.fields.find((one) => one.key === key);
      if (field === undefined) return [];
      const money = printedUnit(definition);
      const text = cellText(field, row.values[key], "zh", { money, titles });
      const unit = field.type === "money" ? money : (field.unit ?? "");
      return text === "" ? [] : [`${field.zh} ${text}${unit}`];
    })
    .join("；");
}

function sourcesOf({ sources }: PackedRow): string {
  if (sources.length === 0) return "—";
  return sources.map(({ document, place }) => `${html(document)}<br><small>${html(place)}</small>`).join("<br>");
}

function proofLink(proof: PackedProof): string {
  const name = proof.path.split("/").at(-1) ?? proof.path;
  return `<a href="${linkTo(proof.path, "../")}">${html(name)}</a> <small>${proof.strength} 级</small>`;
}

/** 卷内目录: 序号、文号、责任者、题名、日期、页数、备注, and where the file lies. */
export function listPage(contents: PackContents, title: string, proofs: readonly PackedProof[], mark: string): string {
  return packPage(
    `${title} 卷内目录`,
    [
      `<nav><a href="../index.html">目录</a></nav>`,
      `<h1>卷内目录</h1><p>${html(title)}　${html(contents.whose)}　截至 ${contents.board.day}</p>`,
      mark === "" ? "" : `<p class="mark">${html(mark)}</p>`,
      proofs.length === 0 ? "<p>没有佐证材料。</p>" : table(LIST_HEADS, proofs.map(listRow), ["n"]),
    ].join("\n"),
  );
}

/** The columns of a 卷内目录. Pages are counted by whoever puts the papers in order. */
export const LIST_HEADS = [
  "序号",
  "文号",
  "责任者",
  "题名",
  "形成日期",
  "收集日期",
  "页数",
  "证明力",
  "证明条目",
  "文件",
  "备注",
];

export function listCells(proof: PackedProof, at: number): readonly string[] {
  const { head, formed, collected, strength, proves, note, here, mark } = proof;
  const marks = [...new Set([mark, head.mark])].filter((one) => one !== null && one !== undefined);
  return [
    String(at + 1),
    head.number ?? "",
    head.issuer ?? "",
    head.title ?? "",
    formed ?? "",
    collected ?? "",
    "",
    strength,
    String(proves.length),
    proof.path,
    [here ? "" : "互见", ...marks, note ?? ""].filter((one) => one !== "").join("；"),
  ];
}

function listRow(proof: PackedProof, at: number): readonly string[] {
  return listCells(proof, at).map((cell, column) =>
    column === 9 ? `<a href="${linkTo(cell, "../")}">${html(cell.split("/").at(-1) ?? cell)}</a>` : html(cell),
  );
}
