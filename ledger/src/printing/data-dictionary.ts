import {
  aliasesOf,
  type DictionarySet,
  dictionaries,
  dictionaryCodes,
  entriesOf,
  type RecordDefinition,
  recordGroups,
} from "@shanhai/model";
import type { CellStyle, RowSpec, StreamSpec } from "../workbook/book-spec.js";
import { fieldKind, fieldWords } from "./field-words.js";

const head: CellStyle = { bold: true, size: 10, border: true, align: "center", fill: "F2F2F2" };
const body: CellStyle = { size: 10, border: true, align: "left", wrap: true };

/**
 * 数据字典: what whoever connects another system, or checks ours, asks for first. Follows from the definitions and the
 * dictionaries as they are here, so it cannot differ from what the program does.
 */
export function dataDictionary(
  definitions: readonly RecordDefinition[],
  set: DictionarySet,
): {
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
              step.proof?.zh ?? "",
            ]),
          ),
        ),
      ),
      table(
        "字典",
        ["字典", "名称", "英文名", "标识", "起始年度", "截止年度", "接续项", "依据", "本单位设置"],
        [18, 28, 28, 20, 10, 10, 22, 44, 12],
        dictionaries.flatMap((one) => {
          const entries = entriesOf(one.name, set.entries);
          const own = set.entries.filter(({ dictionary }) => dictionary === one.name);
          return (
            dictionaryCodes(set)[one.name]?.flatMap(({ code, years = [] }) =>
              years.map(({ from, to, zh, en }) => {
                const entry = entries.find((entry) => entry.code === code && entry.from === from);
                const next = entries.findLast((other) => other.code === entry?.successor);
                return [
                  ...[`${one.zh}（${one.name}）`, zh, en, code, yearWords(from), yearWords(to), next?.zh ?? ""],
                  ...[entry?.source ?? "", own.some((set) => set.code === code && set.from === from) ? "是" : ""],
                ];
              }),
            ) ?? []
          );
        }),
      ),
      table(
        "字典别名",
        ["字典", "别名", "指哪一项", "标识", "适用地区", "起始年度", "截止年度", "依据"],
        [18, 28, 28, 20, 30, 10, 10, 44],
        dictionaries.flatMap((one) =>
          aliasesOf(one.name, set.aliases).map(({ text, code, place, from, to, source }) => [
            ...[`${one.zh}（${one.name}）`, text, nameIn(set, one.name, code), code, place ?? "各地通用"],
            ...[yearWords(from), yearWords(to), source],
          ]),
        ),
      ),
    ],
  };
}

function yearWords(year: number | null): string {
  return year === null ? "" : String(year);
}

function nameIn(set: DictionarySet, dictionary: string, code: string): string {
  return dictionaryCodes(set)[dictionary]?.find((label) => label.code === code)?.zh ?? code;
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
