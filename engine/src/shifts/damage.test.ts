import assert from "node:assert/strict";
import { test } from "node:test";
import { damage } from "./damage.js";

/** Short strings whose damaged forms were computed by hand from the byte tables, and by the model in ../shared/damage. */
const cases: readonly [clean: string, damaged: string, glosses?: readonly (readonly [string, string])[]][] = [
  ["發展。虎門等", "發展?;㈤T等"],
  [
    "當地的寶貴經驗",
    "當?shù)氐膶氋F經(jīng)驗",
    [
      ["數", "shù"],
      ["經", "jīng"],
    ],
  ],
  ["接東西", "接?xùn)|西", [["訓", "xùn"]]],
  [
    "日報訊",
    "日?qǐng)?bào)訊",
    [
      ["報", "bào"],
      ["請", "qǐng"],
    ],
  ],
  ["。縣委", "??h委"],
  ["。現場", "?,F場"],
  ["。”村黨", "?!贝妩h"],
  ["海“四地建設", "?!八牡亟ㄔO"],
  ["。”日前，在", "?!比涨?,在"],
  ["馬健（2003）", "馬?。?003)"],
  ["幸福花&rdquo;", "幸?;?rdquo;"],
  ["。”</p>", "?!?/p>"],
  ["看望慰问，并座谈。", "看望慰问,并座谈。"],
];

test("damages as the pages were damaged", () => {
  for (const [clean, damaged, glosses = []] of cases) assert.equal(damage(clean, { glosses }), damaged, clean);
});

test("sites that drop the lone byte, and pages that keep private-use characters", () => {
  assert.equal(damage("線。“從單", { orphan: "" }), "線!皬膯");
  assert.match(damage("合力。”作為中國特色扶貧開發", { privateUse: "kept" }) ?? "", /[\ue000-\uf8ff]/);
  assert.doesNotMatch(damage("合力。”作為中國特色扶貧開發") ?? "", /[\ue000-\uf8ff]/);
});

test("a character outside CP936 is refused", () => {
  assert.equal(damage("👉虎門"), null);
});
