import { type RecordDefinition, recordGroups } from "@shanhai/model";
import type { CellStyle, RowSpec, StreamSpec } from "../workbook/book-spec.js";
import { fieldKind, fieldWords } from "./field-words.js";

const head: CellStyle = { bold: true, size: 10, border: true, align: "center", fill: "F2F2F2" };
const body: CellStyle = { size: 10, border: true, align: "left", wrap: true };

/**
 * 数据字典: what whoever connects another system, or checks ours, asks for first. Follows from the definitions alone, so it
 * cannot differ from what the program does.
 */
export function dataDictionary(definitions: readonly RecordDefinition[]): {
  readonly name: string;
  readonly sheets: StreamSpec["sheets"];
} {
  const groups = recordGroups.map(({ code, zh }) => ({ zh, kinds: definitions.filter(({ group }) => group === code) }));
  return {
    name: "山海数据字典.xlsx",
    sheets: [
      table(
        "台账目录",
        ["分类", "台账", "英文名", "标识", "栏目数", "所属台账"],
        [14, 22, 26, 24, 8, 22],
        [
          ...groups.flatMap(({ zh, kinds }) =>
            kinds.map((one) => [
              zh,
              one.zh,
              one.en,
              one.name,
              String(one.fields.length),
              nameOf(definitions, one.parent?.record),
            ]),
          ),
        ],
      ),
      table(
        "栏目",
        [
          "台账",
          "栏目",
          "英文名",
          "标识",
          "类型",
          "必填",
          "单位",
          "个人信息",
          "可选内容与对应台账",
          "导入时认得的其他表头",
        ],
        [22, 22, 24, 24, 14, 6, 8, 8, 60, 40],
        groups.flatMap(({ kinds }) =>
          kinds.flatMap((one) =>
            one.fields.map((field) => [
              one.zh,
              field.zh,
              field.en,
              `${one.name}.${field.key}`,
              fieldKind(field),
              field.required === true ? "是" : "",
              field.unit ?? "",
              field.personal === true ? "是" : "",
              fieldWords(field),
              (field.headers ?? []).join("、"),
            ]),
          ),
        ),
      ),
      table(
        "办理环节",
        ["台账", "环节", "英文名", "标识", "下一环节", "需要的佐证材料"],
        [22, 14, 20, 16, 40, 40],
        groups.flatMap(({ kinds }) =>
          kinds.flatMap((one) =>
            (one.lifecycle?.steps ?? []).map((step, _, steps) => [
              one.zh,
              step.zh,
              step.en,
              step.code,
              step.next.map((code) => steps.find((other) => other.code === code)?.zh ?? code).join("、"),
              step.proof ?? "",
            ]),
          ),
        ),
      ),
    ],
  };
}

function nameOf(definitions: readonly RecordDefinition[], record: string | undefined): string {
  return definitions.find(({ name }) => name === record)?.zh ?? "";
}

function table(
  name: string,
  header: readonly string[],
  widths: readonly number[],
  lines: readonly (readonly string[])[],
): StreamSpec["sheets"][number] {
  const row = (words: readonly string[], style: CellStyle): RowSpec => ({
    cells: words.map((value) => ({ value, style })),
  });
  return {
    name,
    widths,
    freeze: { rows: 1, columns: 2 },
    page: { landscape: true, fitWidth: true, titleRows: [0, 0] },
    filter: { top: 0, left: 0, bottom: lines.length, right: header.length - 1 },
    rows: [row(header, head), ...lines.map((line) => row(line, body))],
  };
}
