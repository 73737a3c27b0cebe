// @ts-check
// The labour roll of bench/bulk.mjs: invented people with valid ID numbers, one row in ten a second job.

export const columns =
  "序号 乡镇 村 姓名 身份证号码 联系电话 人员类别 省 市 县 务工单位 外出时间 月数 月均收入 备注".split(" ");

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Who the row is about. @param {number} row */
const person = (row) => (row % 10 === 9 ? row - 9 : row);

/** @param {number} row */
export function idNumber(row) {
  const who = person(row);
  const first = `98${String(1000 + (who % 9000))}1990${String(1 + (Math.floor(who / 9000) % 12)).padStart(2, "0")}01${String(
    Math.floor(who / 108_000),
  ).padStart(3, "0")}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first[at]), 0);
  return `${first}${"10X98765432"[sum % 11]}`;
}

/** @param {number} row @returns {readonly (string | number)[]} */
export function labourRow(row) {
  const who = person(row);
  return [
    row + 1,
    `平坝镇${who % 20}`,
    `第${who % 600}村`,
    `张三${who}`,
    idNumber(row),
    `139${String(who).padStart(8, "0")}`,
    ["脱贫户", "一般户", "监测对象", "一般户"][who % 4] ?? "",
    ["甲省", "乙省", "丁省"][row % 3] ?? "",
    "临海市",
    "望潮区",
    `望潮海润食品有限公司${row % 500}`,
    `2023-${String(1 + (row % 11)).padStart(2, "0")}-10`,
    3 + (row % 9),
    4000 + (row % 1000),
    "有组织",
  ];
}
