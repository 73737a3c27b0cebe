import { type QuantityReading, quantityAt, readQuantities } from "./read-quantities.js";

/**
 * All amounts of money in a text: 1.36亿元, 十块三毛, 港币三千万元, 壹仟玖佰圆整, 10k~15k. A text that holds one amount and
 * nothing else (a cell of a table: 三百万, 约30w, 15k左右) needs no unit: it is read as 元.
 *
 *   readMoney("壹仟玖佰圆整")[0] // base "1900", baseUnit "元"
 */
export function readMoney(text: string): readonly QuantityReading[] {
  const found = readQuantities(text).filter((reading) => reading.measure === "money");
  if (found.length > 0) return found;
  const lone = /^[约近超逾至少大概不到足]{0,3}([^\p{P}\s元块]{1,30}?)(?:左右|上下|以上|以下|以内|余|多)?$/u.exec(
    text.trim(),
  );
  const amount = lone?.[1];
  if (amount === undefined || amount === "") return [];
  const at = text.indexOf(amount);
  // 五分 is a score in a text, and money where nothing else is asked for.
  const cents = /^(.+)分钱?$/.exec(amount)?.[1];
  const printed = cents === undefined ? `${amount}元` : `0元${amount}`;
  const { reading } = quantityAt(printed, 0);
  if (reading === null || reading.measure !== "money" || reading.end !== printed.length) return [];
  return [
    {
      ...reading,
      start: at,
      end: at + amount.length,
      whole: { start: 0, end: text.length },
      unit: reading.unit.replace(/元$/, ""),
    },
  ];
}
