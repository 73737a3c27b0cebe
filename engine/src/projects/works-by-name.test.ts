import assert from "node:assert/strict";
import { test } from "node:test";
import { WorksByName } from "./works-by-name.js";

const grouped = (names: readonly string[]) => {
  const works = new WorksByName<string>();
  for (const name of names) works.add(name, name);
  return works.all().map(({ name, mentions }) => [name, mentions.length]);
};

const cases: readonly [what: string, names: readonly string[], works: readonly (readonly [string, number])[]][] = [
  ["a name's end, and the longer one is kept", ["椒园加工厂", "珠溪协作椒园加工厂"], [["珠溪协作椒园加工厂", 2]]],
  ["its beginning with 项目 left out", ["青岭冷库建设项目", "青岭冷库二期"], [["青岭冷库建设项目", 2]]],
  ["nearly all of its pairs", ["南坪村食用菌种植产业园", "南坪镇食用菌种植产业园"], [["南坪村食用菌种植产业园", 2]]],
  [
    "one named with its stage",
    ["安河县兴禾轻工东西协作产业园一期", "兴禾轻工东西部协作产业园"],
    [["安河县兴禾轻工东西协作产业园一期", 2]],
  ],
  [
    "the same kind is not the same work",
    ["青岭产业园", "白石产业园", "白石产业园"],
    [
      ["青岭产业园", 1],
      ["白石产业园", 2],
    ],
  ],
  [
    "a part of a park is one of its own",
    ["青岭产业园", "青岭产业园分拣中心"],
    [
      ["青岭产业园", 1],
      ["青岭产业园分拣中心", 1],
    ],
  ],
  [
    "a school and a work of its name",
    ["白石中学", "白石中学食堂"],
    [
      ["白石中学", 1],
      ["白石中学食堂", 1],
    ],
  ],
  ["a name of one character", ["园", "青岭园", "青岭园"], [["青岭园", 3]]],
];

for (const [what, names, works] of cases) test(what, () => assert.deepEqual(grouped(names), works));
