import assert from "node:assert/strict";
import { test } from "node:test";
import { isBareProof, proofName } from "./proof-name.js";

test("names of 佐证 as offices give them", () => {
  for (const [path, day, number, words] of [
    ["02资金支持/2.1/2.1.1 乙财农〔2023〕15号关于下达指标的通知.pdf", null, "乙财农〔2023〕15号", "关于下达指标的通知"],
    ["04劳务/微信图片_20230915.jpg", "2023-09-15", null, ""],
    ["新建文件夹/扫描件(3).pdf", null, null, ""],
    ["2023年9月16日 招聘会现场.png", "2023-09-16", null, "招聘会现场"],
    ["福泉村卫生服务站 2023.11.jpg", "2023-11", null, "福泉村卫生服务站"],
    ["IMG_20231340_1.jpg", null, null, ""],
  ] as const)
    assert.deepEqual(proofName(path), { day, number, words }, path);
});

test("photos, videos and archives are kept as they are; papers and tables are read", () => {
  assert.ok(["a.JPG", "b.heic", "现场.mp4", "合同.rar"].every(isBareProof));
  assert.ok(!["纪要.docx", "批复.pdf", "台账.xls", "通知.ofd", "a.txt"].some(isBareProof));
});
