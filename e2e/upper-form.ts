import { utils, write } from "@e965/xlsx";

/** Lines of 附件3: a section, or a line with its unit. */
const LINES = [
  ["一、资金支持"],
  ["财政援助资金", "亿元"],
  ["其中：区级", "万元"],
  ["二、人才支援"],
  ["选派专业技术人才", "人（次）"],
  ["三、劳务协作"],
  ["帮助农村劳动力就业", "人"],
  ["其中：脱贫劳动力（含监测对象）", "人"],
] as const;

/**
 * 附件3, as a province sends it at 15:00: a merged title, heads over two rows, five lines of 目标, 本月, 累计 and a rate that works
 * itself out, widths of its own. F12 is what was helped to jobs in the year.
 */
export function upperForm(month: number): {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
} {
  const blank = ["", "", ""];
  const sheet = utils.aoa_to_sheet([
    [`附件3：2023年${month}月东西部协作重点指标调度表`],
    ["填报单位（盖章）：石坎县农业农村局", "", "", "", "", `截至：${month}月30日`],
    ["序号", "指标名称", "计量单位", "年度目标", "完成情况", "", "完成率", "备注"],
    ["", "", "", "", "本月新增", `1—${month}月累计`, "", ""],
    ["", "", "", "", "", "", "", ""],
    ...LINES.map(([name, unit], at) => [unit === undefined ? "" : at, name, unit ?? "", ...blank]),
    ["填表人：", "", "", "审核人：", "", "分管领导："],
  ]);
  for (const [at, [, unit]] of LINES.entries())
    if (unit !== undefined) sheet[`G${at + 6}`] = { t: "n", f: `F${at + 6}/D${at + 6}`, v: 0, z: "0.00%" };
  const merge = (range: string) => utils.decode_range(range);
  sheet["!merges"] = ["A1:H1", "A2:E2", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:G4", "H3:H4"].map(merge);
  sheet["!cols"] = [6, 34, 10, 12, 12, 14.5, 10, 20].map((wch) => ({ wch }));
  sheet["!ref"] = "A1:H14";
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "调度表");
  const buffer: Buffer = write(book, { type: "buffer", bookType: "xlsx" });
  return { name: `附件3.xlsx`, mimeType: "application/octet-stream", buffer };
}
