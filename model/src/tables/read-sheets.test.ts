import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dictionaryCodes } from "../dictionary-codes.js";
import { DictionaryReader } from "../dictionary-reader.js";
import { sheetForms } from "../forms/index.js";
import { projectForm } from "../forms/project.js";
import { saleForm } from "../forms/sale.js";
import { placeName } from "./grid.js";
import { readSheets, sheetsOfForm } from "./read-sheets.js";
import { sketchGrid } from "./sketch-grid.js";

const context = {
  year: 2023,
  month: null,
  day: null,
  side: null,
  personKey: String,
  fileName: "台账.xlsx",
  dictionary: new DictionaryReader({ codes: dictionaryCodes(), year: 2023, places: [], answers: {} }),
  east: null,
  west: null,
};

const projects = () =>
  sketchGrid(
    "2023年",
    [
      ["石坎县2023年项目进度台账"],
      [
        "填报单位：石坎县农业农村局（盖章）",
        null,
        null,
        null,
        null,
        null,
        "截至时间：2023年11月30日",
        null,
        "单位：万元",
      ],
      ["序号", "项目编号", "项目名称", "建设地点", null, "资金来源", null, "资金拨付", null, "开工", "完工", "备注"],
      [null, null, null, "乡镇", "村", "总投资", "省级", "已拨付", "已支付", null, null, null],
      ["合　计", null, null, null, null, 2030, 1280, 1750, "1621.99", null, null, null],
      ["一、产业发展类（3个）", null, null, null, null, 2030, 1280, 1750, 1622.35, null, null, null],
      [1, "SK-01", "辣椒加工厂二期", "平坝镇", "红星村", "1,200", 600, 1000, 960, 2023.4, "预计12月", null],
      [2, "SK-02", "蔬菜育苗基地", "平坝镇", "红星村", 450, 400, 450, 450, "四月中旬", "2023-04-31", null],
      [null, null, null, "平坝镇", "大坪村", null, null, null, null, null, null, null],
      [
        3,
        "SK-03",
        "食用菌大棚",
        "福泉镇",
        "福泉村",
        "380万",
        280,
        300,
        "2,123,500元",
        "23年5月底",
        "/",
        "计划10月1日开工，未动工",
      ],
      [null],
      ["注：支付率=已支付÷协作资金"],
      ["填表人：李示例", null, null, "审核人：王示例"],
    ],
    {
      merges: [
        "A1:L1",
        "A3:A4",
        "B3:B4",
        "C3:C4",
        "D3:E3",
        "F3:G3",
        "H3:I3",
        "J3:J4",
        "K3:K4",
        "L3:L4",
        "A8:A9",
        "B8:B9",
        "C8:C9",
        "F8:F9",
        "G8:G9",
        "H8:H9",
        "I8:I9",
        "J8:J9",
        "K8:K9",
        "A12:L12",
      ],
    },
  );

test("a project ledger: header, places, merged amounts once, totals above, dates, notes", () => {
  const [sheet] = readSheets([projects()], sheetForms);
  assert.equal(sheet?.state, "read");
  assert.equal(sheet.tables?.frame.unit, "万元");
  assert.equal(sheet.tables.frame.reporter, "石坎县农业农村局");
  assert.equal(sheet.tables.frame.asOf, "2023年11月30日");
  assert.deepEqual(
    sheet.tables.notes.map(({ role }) => role),
    ["note", "signature"],
  );
  const [part] = sheet.parts;
  assert.equal(part?.match?.form.key, "project");
  const differing = part.totals.filter(({ difference }) => difference !== null);
  assert.deepEqual(
    differing.map(({ label, column, printed, computed, difference, cell }) => [
      label,
      column,
      printed,
      computed,
      difference,
      cell,
    ]),
    [["合计", "资金拨付·已支付", "1,621.99万元", "1,622.35万元", "−0.36万元", "I5"]],
  );
  assert.equal(part.totals.length, 8);
  const built = projectForm.build(sheetsOfForm([sheet], projectForm), context);
  assert.deepEqual(
    built.rows.map(({ title, rows }) => [title, rows]),
    [
      ["辣椒加工厂二期", [6]],
      ["蔬菜育苗基地", [7, 8]],
      ["食用菌大棚", [9]],
    ],
  );
  const value = (row: number, field: string) => built.rows[row]?.values[field]?.value;
  assert.equal(value(0, "total"), "1200000000");
  assert.equal(value(2, "total"), "380000000", "the unit word repeated does not multiply again");
  assert.equal(value(2, "paid"), "212350000");
  assert.deepEqual(
    [value(0, "started"), value(0, "planned_end"), value(0, "completed")],
    ["2023-04", "2023-12", undefined],
  );
  assert.deepEqual([value(1, "started"), value(1, "completed")], ["2023-04", undefined]);
  assert.deepEqual([value(2, "started"), value(2, "planned_start")], ["2023-05", "2023-10-01"]);
  const codes = sheet.findings.map(({ code }) => code);
  for (const code of ["value/date-impossible", "value/missing", "value/unit-in-cell", "value/date-partial"] as const)
    assert.ok(codes.includes(code), code);
  assert.equal(codes.filter((code) => code === "value/date-partial").length, 3);
  assert.deepEqual(built.counts.map(({ key, value: of }) => [key, of]).slice(0, 2), [
    ["projects", "3"],
    ["places", "4"],
  ]);
});

test("hidden, void and empty sheets are listed and not read; a person may ask for one", () => {
  const hidden = { ...projects(), name: "Sheet3", hidden: true };
  const voided = { ...projects(), name: "作废" };
  const sheets = [hidden, voided, sketchGrid("空", [])];
  assert.deepEqual(
    readSheets(sheets, sheetForms).map(({ state, findings }) => [state, findings[0]?.code]),
    [
      ["hidden", "sheet/hidden"],
      ["void", "sheet/void"],
      ["empty", "sheet/empty"],
    ],
  );
  const [asked] = readSheets([hidden], sheetForms, { sheets: new Map([["Sheet3", "read"]]) });
  assert.equal(asked?.state, "read");
});

test("a repeated header goes on with the same table, another header begins another", () => {
  const header = ["序号", "项目名称", "总投资", "已支付"];
  const grid = sketchGrid("2023年项目台账", [
    header,
    [1, "甲", 10, 5],
    ["小计", null, 10, 5],
    header,
    [2, "乙", 20, 8],
    [null, "（二）其他"],
    ["序号", "项目名称", "实施单位", "备注"],
    [1, "丙", "某局", "无"],
  ]);
  const [sheet] = readSheets([grid], sheetForms);
  assert.equal(sheet?.parts.length, 2);
  assert.deepEqual(
    sheet.parts[0]?.read?.rows.map(({ row }) => row),
    [1, 4],
  );
  assert.equal(sheet.parts[1]?.table.caption, "（二）其他");
  assert.equal(
    sheet.parts[0]?.totals.every(({ difference }) => difference === null),
    true,
  );
});

test("a sales ledger as a careless clerk keeps it: a merged amount counts once, unknown kinds and broken characters are told", () => {
  const grid = sketchGrid(
    "2月",
    [
      ["石坎县2023年消费帮扶台账"],
      ["序号", "日期", "销售主体", "产品", "金额（元）", "采购方", "类别"],
      [1, "2023-02-01", "甲\ufffd社", "辣椒", 3000, "某局", "采购"],
      [2, "2023-02-01", "乙社", "花椒", null, "某局", "采购"],
      [3, "2023-02-02", "乙社", "蘑菇", "约3万", "某局", "代购"],
      [4, "2023.13.1", "乙社", "蘑菇", "1,2万元", "某局", "采购"],
      ["合计", null, null, null, 33000],
    ],
    { merges: ["E3:E4"] },
  );
  const readings = readSheets([grid], sheetForms);
  const { rows } = saleForm.build(sheetsOfForm(readings, saleForm), context);
  assert.deepEqual(
    rows.map(({ values, skip }) => [values.amount?.value ?? null, skip === null]),
    [
      ["300000", true],
      [null, false],
      ["3000000", true],
      [null, false],
    ],
  );
  assert.match(rows[1]?.skip?.zh ?? "", /^金额与第 3 行合并为一格/u);
  assert.match(rows[2]?.findings[0]?.zh ?? "", /“类别”写的“代购”读不成“采购”或“帮助销售”.*请改正/u);
  const told = readings[0]?.findings.map(({ code, place }) => `${code} ${place === null ? "" : placeName(place)}`);
  assert.deepEqual(
    ["value/broken-text C3", "value/date-impossible B6", "value/unreadable E6"].filter((one) => !told?.includes(one)),
    [],
  );
  assert.deepEqual(
    readings[0]?.parts[0]?.totals.map(({ difference }) => difference),
    [null],
  );
});

test("tables side by side: an empty column, a header that begins again, each with its own ledger, unit and total", () => {
  const beside = sketchGrid(
    "台账",
    [
      ["石坎县2023年项目和车间台账", null, null, null, null, null, null, null, null],
      ["一、项目台账", null, null, "单位：万元", null, "二、帮扶车间", null, null, null],
      ["序号", "项目名称", "总投资", "已支付", null, "序号", "车间名称", "所属乡镇", "吸纳就业人数"],
      [1, "甲厂", 10, 5, null, 1, "红星车间", "平坝镇", 26],
      [2, "乙厂", 20, 8, null, 2, "福泉车间", "福泉镇", 18],
      ["合计", null, 30, 13, null, 3, "高山车间", "高山镇", 6],
      [null, null, null, null, null, "合计", null, null, 51],
    ],
    { merges: ["A1:I1"] },
  );
  const [sheet] = readSheets([beside], sheetForms);
  assert.deepEqual(
    sheet?.parts.map(({ match, read, table }) => [
      match?.form.record,
      table.frame.unit,
      read?.rows.map(({ cells }) => [...cells.values()].map(({ place }) => placeName(place)).join(" ")),
    ]),
    [
      ["project", "万元", ["A4 B4 C4 D4", "A5 B5 C5 D5"]],
      ["workshop", "万元", ["G4 H4 I4", "G5 H5 I5", "G6 H6 I6"]],
    ],
  );
  assert.deepEqual(
    sheet.parts.flatMap(({ totals }) => totals.map(({ cell, difference }) => [cell, difference])),
    [
      ["C6", null],
      ["D6", null],
      ["I7", "+1"],
    ],
  );
  const head = ["序号", "日期", "销售主体", "产品", "金额（元）", "采购方", "类别"];
  const sold = (at: number, amount: number) => [at, `2023-02-0${at}`, "甲社", "辣椒", amount, "某局", "采购"];
  const twice = sketchGrid("2月", [
    [...head, ...head],
    [...sold(1, 100), ...sold(3, 300)],
    [...sold(2, 200), "合计", null, null, null, 600],
  ]);
  const [doubled] = readSheets([twice], sheetForms);
  assert.deepEqual(
    doubled?.parts.map(({ match, read, totals }) => [
      match?.form.key,
      read?.rows.length,
      totals.map(({ printed, difference }) => [printed, difference]),
    ]),
    [
      ["sale", 2, []],
      ["sale", 1, [["600元", null]]],
    ],
  );
  const amounts = saleForm.build(sheetsOfForm([doubled], saleForm), context).rows.map(({ values }) => values.amount);
  assert.deepEqual(
    amounts.map((amount) => [amount?.value, amount?.place]),
    [
      ["10000", { row: 1, column: 4 }],
      ["20000", { row: 2, column: 4 }],
      ["30000", { row: 1, column: 11 }],
    ],
  );
});

test("a spacer column parts no table; a unit of its own stands above a second one; a table of no ledger is told", () => {
  const spaced = sketchGrid("项目", [
    ["2023年项目台账", null, null, null, null, "单位：万元"],
    ["序号", "项目名称", "实施单位", null, "总投资", "已拨付", "已支付"],
    [1, "甲厂", "某局", null, 10, 8, 5],
  ]);
  const [one] = readSheets([spaced], sheetForms);
  assert.equal(one?.parts.length, 1);
  assert.equal(one.parts[0]?.read?.rows[0]?.cells.get("paid")?.value, "5000000");
  const below = sketchGrid("项目", [
    ["2023年项目台账", null, "单位：万元"],
    ["序号", "项目名称", "总投资", "已支付"],
    [1, "甲厂", 10, 5],
    [null, null, "单位：元"],
    ["序号", "项目名称", "实施单位", "总投资"],
    [1, "乙厂", "某局", 20],
    [null],
    ["序号", "车牌", "司机", "备注"],
    [1, "某A0001", "李某", "借"],
  ]);
  const [three] = readSheets([below], sheetForms);
  assert.deepEqual(
    three?.parts.map(({ read }) => read?.rows.map(({ row, cells }) => [row, cells.get("total")?.value])),
    [[[2, "10000000"]], [[5, "2000"]], undefined],
  );
  assert.deepEqual(
    three.findings
      .filter(({ code }) => code.startsWith("sheet/"))
      .map(({ code, zh }) => [code, /\d+|元$/u.exec(zh)?.[0]]),
    [
      ["sheet/unit", undefined],
      ["sheet/table-unknown", "3"],
    ],
  );
});

test("an amount merged over two projects is the first one's alone, and said so", () => {
  const merged = sketchGrid(
    "2024年项目台账",
    [
      ["序号", "项目编号", "项目名称", "实施单位", "总投资（万元）", "受益人口"],
      [1, "SK-41", "道路", "某局", 120, 30],
      [2, "SK-42", "水池", null, null, null],
      ["合计", null, null, null, 120, 30],
    ],
    { merges: ["D2:D3", "E2:E3", "F2:F3"] },
  );
  const readings = readSheets([merged], sheetForms);
  const { rows } = projectForm.build(sheetsOfForm(readings, projectForm), context);
  assert.deepEqual(
    rows.map(({ values, findings }) => [
      values.owner_unit?.value,
      values.total?.value,
      values.people?.value,
      findings.map(({ code, place }) => `${code} ${place === null ? "" : placeName(place)}`),
    ]),
    [
      ["某局", "120000000", "30", []],
      ["某局", undefined, undefined, ["value/merged E3", "value/merged F3"]],
    ],
  );
  const workshops = sketchGrid(
    "帮扶车间",
    [
      ["序号", "车间名称", "所属乡镇", "吸纳就业人数"],
      [1, "红星车间", "平坝镇", 26],
      [2, "福泉车间", null, null],
    ],
    { merges: ["C2:C3", "D2:D3"] },
  );
  const [sheet] = readSheets([workshops], sheetForms);
  const form = sheet?.parts[0]?.match?.form;
  const built = form?.build(sheetsOfForm(sheet === undefined ? [] : [sheet], form), context).rows ?? [];
  assert.deepEqual(
    built.map(({ values }) => [values.township?.value, Object.values(values).some(({ value }) => value === "26")]),
    [
      ["平坝镇", true],
      ["平坝镇", false],
    ],
  );
});

test("no sheet throws", () => {
  const word = fc.constantFrom(
    "序号",
    "项目名称",
    "合计",
    "小计",
    "一、",
    "单位：万元",
    "√",
    "/",
    "2023-04-31",
    "总投资",
    "姓名",
    "注：",
    "第一批",
  );
  const cell = fc.oneof(word, fc.string({ maxLength: 8 }), fc.double({ noNaN: true }), fc.integer(), fc.constant(null));
  const place = fc.record({ column: fc.nat(6), row: fc.nat(9), wide: fc.nat(4), tall: fc.nat(4) });
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 10 }),
      fc.array(place, { maxLength: 5 }),
      (rows, merges) => {
        const ranges = merges.map(({ column, row, wide, tall }) => {
          const letter = (at: number) => String.fromCharCode(65 + at);
          return `${letter(column)}${row + 1}:${letter(column + wide)}${row + tall + 1}`;
        });
        const readings = readSheets([sketchGrid("表", rows, { merges: ranges })], sheetForms);
        for (const form of sheetForms) form.build(sheetsOfForm(readings, form), context);
      },
    ),
    { numRuns: 300 },
  );
});

test("a ledger without rules of its own is known by its definition: 帮扶车间", () => {
  const grid = sketchGrid("帮扶车间", [
    ["石坎县2023年帮扶车间台账"],
    ["序号", "车间名称", "所属乡镇", "吸纳就业人数", "认定时间", "备注"],
    [1, "红星就业帮扶车间", "平坝镇", 26, "2022.6", "竹编"],
    [2, "福泉服装车间", "福泉镇", "18人", "2023年3月", "/"],
    ["合计", null, null, 44, null, null],
  ]);
  const [sheet] = readSheets([grid], sheetForms);
  const form = sheet?.parts[0]?.match?.form;
  assert.equal(form?.record, "workshop");
  assert.equal(form.general, true);
  const built = form.build(sheetsOfForm(sheet === undefined ? [] : [sheet], form), context);
  assert.deepEqual(
    built.rows.map(({ title, skip }) => [title, skip]),
    [
      ["红星就业帮扶车间", null],
      ["福泉服装车间", null],
    ],
  );
  assert.notEqual(built.rows[0]?.keys[0], built.rows[1]?.keys[0]);
});
