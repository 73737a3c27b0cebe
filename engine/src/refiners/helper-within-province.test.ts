import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";

const told = (text: string): readonly string[] =>
  extract({ name: "text.txt", bytes: new TextEncoder().encode(`2023-06-20\n${text}`) })
    .extraction.facts.flatMap((fact) =>
      fact.kind === "pairing"
        ? [`${fact.east.slice(-3)} → ${fact.west.slice(-3)}`]
        : fact.kind === "event"
          ? [`${fact.type} ${fact.visitor.map((p) => p.slice(-3))} ${fact.host.map((p) => p.slice(-3))}`]
          : [],
    )
    .sort();

/** Help within one province; who helps is told by words, else by rank; neighbours and towns of one city are nobody's helpers. */
const cases: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
  [
    "the guest helps",
    "6月8日，广州市花都区对口帮扶工作组一行赴清远市连山壮族瑶族自治县考察，副区长钱慕禾带队。",
    ["visit 花都区 自治县", "花都区 → 自治县"],
  ],
  [
    "the host is thanked for its help, and has a short name only",
    "6月8日，安康市白河县县长钱慕禾一行来我区对接对口帮扶工作。钱慕禾对高陵近年来的帮扶表示感谢。高陵区的园区很好。",
    ["visit 白河县 高陵区", "高陵区 → 白河县"],
  ],
  [
    "a district helps a county where no word says it",
    "6月8日，承德市围场满族蒙古族自治县县长钱慕禾一行来我区就对口帮扶工作进行交流对接。唐山市丰南区区长龙在田陪同。",
    ["visit 自治县 丰南区", "丰南区 → 自治县"],
  ],
  [
    "a district of a municipality helps one of its counties",
    "6月8日，忠县县长钱慕禾率队来足，对接对口协同发展工作。大足区区长龙在田感谢忠县的信任，大足区与忠县签订协议。",
    ["signing 市忠县 大足区", "visit 市忠县 大足区", "大足区 → 市忠县"],
  ],
  ["two counties of one city are no pair", "6月8日，德州市庆云县干部到德州市宁津县学习结对帮扶经验。", []],
  [
    "with the other side in the text nothing changes",
    "6月8日，广州市花都区副区长钱慕禾一行赴贵州省榕江县考察对口帮扶工作，广州市的做法也作了介绍。",
    ["visit 花都区 榕江县", "花都区 → 榕江县"],
  ],
];

for (const [what, text, expected] of cases)
  test(`help within a province: ${what}`, () => assert.deepEqual(told(text), [...expected].sort()));
