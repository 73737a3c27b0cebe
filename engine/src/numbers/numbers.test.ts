import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readMoney } from "./read-money.js";
import { readNumbers } from "./read-numbers.js";
import { readQuantities } from "./read-quantities.js";

/** Text, then the numbers as printed=value; % marks percent, # an ordinal. */
const numbers: readonly (readonly [text: string, expected: string])[] = [
  ["投入1.36亿元", "1.36亿=136000000"],
  ["壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元", "壹仟贰佰叁拾肆万伍仟陆佰柒拾捌=12345678"],
  ["三万五、两千四、一百二", "三万五=35000;两千四=2400;一百二=120"],
  ["九千九百九十九万亿", "九千九百九十九万亿=9999000000000000"],
  ["12345678901234567890.12万", "12345678901234567890.12万=123456789012345678901200"],
  ["六又三分之二", "六又三分之二=6.66666666666667"],
  ["负七点八，-3.5，3-5", "负七点八=-7.8;-3.5=-3.5;3=3;5=5"],
  ["百分之三点二，四成半，八五折，5个百分点", "百分之三点二=3.2%;四成半=45%;八五折=85%;5个百分点=5%"],
  ["第十二届，第3次", "第十二=12#;第3=3#"],
  ["一切顺利，万一下雨，十分高兴", ""],
  ["四川、陆地、一看就会，见 https://a.example/?q=30%25&n=5 第4页", "第4=4#"],
  ["三四十，八九亿，十七八", "三四十=30;八九亿=800000000;十七八=17"],
  ["百分百，百分三十", "百分百=100%;百分三十=30%"],
  ["2023.12.11", "2023=2023;12=12;11=11"],
  ["两双，一打，六对", "两双=4;一打=12;六对=12"],
  ["廿一，卅五", "廿一=21;卅五=35"],
  ["6.5k，3M，4e2，3^4", "6.5k=6500;3M=3000000;4e2=400;3^4=81"],
  ["五点二十开会", "五=5;二十=20"],
  ["3万5万8万", "3万=30000;5万=50000;8万=80000"],
  ["一万五千亿", "一万五千亿=1500000000000"],
];
for (const [text, expected] of numbers) {
  test(`numbers: ${text}`, () => {
    const found = readNumbers(text).map(
      (n) => `${text.slice(n.start, n.end)}=${n.value}${n.kind === "percent" ? "%" : n.kind === "ordinal" ? "#" : ""}`,
    );
    assert.equal(found.join(";"), expected);
  });
}

/** Text, then the quantities as printed=base baseUnit, ~ the other end, with the word that makes them approximate. */
const quantities: readonly (readonly [text: string, expected: string])[] = [
  ["约1610万元，1,842名", "1610万元=16100000元 约;1,842名=1842人"],
  ["3—5万元，3至5家，三四十人", "3—5万元=30000~50000元;3至5家=3~5个;三四十人=30~40人"],
  ["五六家，一两个人，七八英镑，一二年", "五六家=5~6个;一两个人=1~2人;七八英镑=7~8英镑;一二年=12年"],
  ["六块八毛，三元五角二分，七块五", "六块八毛=6.8元;三元五角二分=3.52元;七块五=7.5元"],
  ["两毛五，两块零六分，四块零二", "两毛五=0.25元;两块零六分=2.06元;四块零二=4.02元"],
  ["三块二到三块八毛五，八角至一元二角", "三块二到三块八毛五=3.2~3.85元;八角至一元二角=0.8~1.2元"],
  ["五斤三两、两公斤三两、七两半", "五斤三两=5.3斤;两公斤三两=2.15公斤;七两半=0.375公斤"],
  ["身高一米七，宽两米三五，修路五米三处", "一米七=1.7米;两米三五=2.35米;五米=5米;三处=3个"],
  ["人民币6.5，港币 300，9公尺", "6.5=6.5元;300=300港元;9公尺=9米"],
  ["港币三千万元，5万美元，日元3亿元", "港币三千万元=30000000港元;5万美元=50000美元;3亿元=300000000日元"],
  ["6万多个粉丝，2300余户", "6万多个=60000~70000个 多;2300余户=2300~2400户 余"],
  ["上千万元，千万元的设备，千万不要忘", "千万元=10000000元 上;千万元=10000000元"],
  ["¥1,200，US$300万，HKD 20，编号AUSD5", "1,200=1200元;300万=3000000美元;20=20港元"],
  ["500RMB，30万USD", "500RMB=500元;30万USD=300000美元"],
  ["两吨半，3里半，12千米，六千字节", "两吨半=2.5吨;3里半=1750米;12千米=12000米;六千字节=6000字节"],
  ["4+1模式、G75高速、832平台、315国道", ""],
  ["帮扶资金800万，粉丝800万", "800万=8000000元"],
  ["5分会场、3单位、2方面", ""],
  ["不少于200万元，300人以上", "200万元=2000000元 不少于;300人=300人 以上"],
  ["千余名群众，万余亩", "千余名=1000~2000人 余;万余亩=10000~20000亩 余"],
  ["近万人，超千名，上亿元", "万人=10000人 近;千名=1000人 超;亿元=100000000元 上"],
  ["成千上万，线上千人，以上万元", ""],
  ["负3.5千米，-5℃", "负3.5千米=-3500米;-5℃=-5℃"],
  ["投入 100 万元", "100 万元=1000000元"],
];
for (const [text, expected] of quantities) {
  test(`quantities: ${text}`, () => {
    const found = readQuantities(text).map((q) => {
      const printed = text.slice(q.start, q.end).replace(/^港币(?=.)/, "");
      const shown = text.slice(q.start - 2, q.start) === "港币" ? `港币${printed}` : printed;
      return `${shown}=${q.base}${q.upper === null ? "" : `~${q.upper}`}${q.baseUnit}${q.approx === null ? "" : ` ${q.approx}`}`;
    });
    assert.equal(found.join(";"), expected);
  });
}

test("a cell that holds one amount needs no unit; running text does", () => {
  assert.deepEqual(
    ["三百二十万", "约30w", "12k左右", "八分钱", "参会300万", "得了八分"].map(
      (text) => readMoney(text)[0]?.base ?? null,
    ),
    ["3200000", "300000", "12000", "0.08", null, null],
  );
});

/** A numeral as a bank prints it (the reverse of what is tested). */
function printed(value: bigint): string {
  const digits = "零一二三四五六七八九";
  const group = (n: number): string => {
    let out = "";
    let zero = false;
    for (const [power, place] of [
      [1000, "千"],
      [100, "百"],
      [10, "十"],
      [1, ""],
    ] as const) {
      const d = Math.floor(n / power) % 10;
      if (d === 0) zero = out !== "";
      else {
        out += (zero ? "零" : "") + (digits[d] ?? "") + place;
        zero = false;
      }
    }
    return out;
  };
  let out = "";
  let rest = value;
  for (const [power, name] of [
    [10n ** 8n, "亿"],
    [10n ** 4n, "万"],
    [1n, ""],
  ] as const) {
    const part = Number(rest / power);
    rest %= power;
    if (part === 0) continue;
    const inner =
      part >= 10000
        ? `${group(Math.floor(part / 10000))}万${part % 10000 === 0 ? "" : `${part % 10000 < 1000 ? "零" : ""}${group(part % 10000)}`}`
        : group(part);
    out += (out !== "" && (part < 1000 || power === 1n) && part < 1000 ? "零" : "") + inner + name;
  }
  return out === "" ? "零" : out;
}

test("what is printed in Chinese is read back, to 万亿", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n - 1n }), (value) => {
      const text = printed(value);
      const [number, ...more] = readNumbers(text);
      assert.equal(more.length, 0, text);
      assert.equal(number?.value, value.toString(), text);
    }),
    { numRuns: 2000 },
  );
});

test("digits with decimals and a multiplier are exact", () => {
  fc.assert(
    fc.property(fc.nat(10 ** 9), fc.nat(9999), fc.constantFrom("", "万", "亿", "万亿"), (whole, fraction, scale) => {
      const text = `${whole}.${String(fraction).padStart(4, "0")}${scale}`;
      const power = { "": 0n, 万: 4n, 亿: 8n, 万亿: 12n }[scale] ?? 0n;
      const exact = (BigInt(whole) * 10000n + BigInt(fraction)) * 10n ** power;
      const tail = (exact % 10000n).toString().padStart(4, "0").replace(/0+$/, "");
      assert.equal(readNumbers(text)[0]?.value, `${exact / 10000n}${tail === "" ? "" : `.${tail}`}`);
    }),
  );
});

test("no text throws, places lie inside it and rise", () => {
  const pieces = fc.constantFrom(
    ..."一二两三十百千万亿零点半几数余多第负-.,0123%成折分之又/^ek元块角毛人个至—约近以上（ ",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 2 })), { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      for (const readings of [readNumbers(text), readQuantities(text), readMoney(text)]) {
        let last = 0;
        for (const { start, end } of readings) {
          assert.ok(start >= last && end > start && end <= text.length, text);
          last = end;
        }
      }
    }),
    { numRuns: 3000 },
  );
});

test("cost grows with the text: a million digits, numerals, signs, blanks", () => {
  const started = process.cpuUsage().user;
  for (const piece of ["9", "一", "十", "百", "万", "-", "1,", "3至", "几", "半", "1 ", "五分之"]) {
    const text = piece.repeat(300_000 / piece.length);
    readNumbers(text);
    readQuantities(text);
  }
  readNumbers("9".repeat(1_000_000));
  assert.ok(process.cpuUsage().user - started < 8_000_000);
});
