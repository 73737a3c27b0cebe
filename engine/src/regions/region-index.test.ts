import assert from "node:assert/strict";
import { test } from "node:test";
import { contains, provinceOf, type Region } from "./region.js";
import { commonName, formsOf } from "./region-forms.js";
import { regionIndex } from "./region-index.js";
import { townIndex } from "./town-index.js";

const index = regionIndex();
const all = Array.from({ length: index.size }, (_, row) => index.region(row));
const only = (form: string): Region => {
  const named = index.named(form);
  assert.equal(named.length, 1, form);
  const region = named[0]?.region;
  assert.ok(region);
  return region;
};

test("the table has all levels, dates and sources of the build", () => {
  const count = (level: Region["level"]) => all.filter((r) => r.level === level && r.until === null).length;
  assert.equal(count("province"), 34);
  assert.ok(count("city") > 330);
  assert.ok(count("county") > 2800);
  assert.ok(all.filter((r) => r.until !== null).length >= 600);
  assert.ok(townIndex().size >= 50_000); // those gone since 2015 included
  assert.equal(all.find((r) => r.name === "贵州贵安新区")?.source ?? "nbs", "nbs");
});

const codes: readonly (readonly [form: string, adcode: string | null, path: string])[] = [
  ["松桃县", "520628", "贵州省铜仁市松桃苗族自治县"],
  ["松桃自治县", "520628", "贵州省铜仁市松桃苗族自治县"],
  ["黔南州", "522700", "贵州省黔南布依族苗族自治州"],
  ["积石山县", "622927", "甘肃省临夏回族自治州积石山保安族东乡族撒拉族自治县"],
  ["科右前旗", "152221", "内蒙古自治区兴安盟科尔沁右翼前旗"],
  ["广西", "450000", "广西壮族自治区"],
  ["临平区", "330113", "浙江省杭州市临平区"],
  ["彭水县", "500243", "重庆市彭水苗族土家族自治县"], // 水族 has no part in it
  ["融水自治县", "450225", "广西壮族自治区柳州市融水苗族自治县"],
  ["油尖旺区", "810005", "香港特别行政区油尖旺区"],
  ["滨海湾新区", null, "广东省东莞市滨海湾新区"],
];
for (const [form, adcode, path] of codes) {
  test(`${form} is ${path}`, () => {
    assert.equal(only(form).adcode, adcode);
    assert.equal(only(form).path, path);
  });
}

test("towns are decoded per county, with nine digits; a zone may lend a district's", () => {
  const town = townIndex()
    .of(only("东莞"))
    .find((t) => t.name === "虎门镇");
  assert.equal(town?.adcode, "441900121");
  const lent = townIndex()
    .of(only("西海岸新区"))
    .find((t) => t.name === "隐珠街道");
  assert.equal(lent?.adcode?.slice(0, 6), "370211");
  assert.deepEqual(townIndex().of(only("广西")), []);
});

test("names that many share stay many, abolished ones say until when and what came after", () => {
  assert.equal(index.named("鼓楼区").length, 4);
  assert.equal(index.named("白云区").length, 2);
  assert.equal(only("从化市").until, "2013-08");
  assert.equal(only("从化市").successor, "440117");
});

test("towns that are gone say until when, and belong to the county that has their ground", () => {
  const gone = townIndex().named("清溪乡", 0, 3, (county) => county.path === "贵州省遵义市绥阳县");
  assert.deepEqual(gone, []);
  const districts = all.filter((r) => r.until !== null && r.successor !== null);
  assert.equal(districts.find((r) => r.name === "江干区")?.until, "2020-06");
});

test("names in use, above and below", () => {
  assert.equal(commonName("黔东南苗族侗族自治州"), "黔东南州");
  assert.equal(commonName("东乡族自治县"), "东乡县");
  assert.equal(commonName("顺德区"), "顺德区");
  assert.deepEqual(formsOf("松桃苗族自治县", "county", true), [
    ["松桃苗族自治县", false],
    ["松桃县", false],
    ["松桃自治县", false],
    ["松桃", true],
  ]);
  assert.ok(contains(only("黔南州"), only("罗甸县")));
  assert.ok(!contains(only("罗甸县"), only("黔南州")));
  assert.equal(provinceOf(only("罗甸县")).name, "贵州省");
});
