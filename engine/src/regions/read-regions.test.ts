import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";
import { readPeople } from "../people/read-people.js";
import { toSimplified } from "../text/script-converter.js";
import { readRegionCode, readRegions } from "./read-regions.js";

/** A text, and its places: path, and behind → what has the ground now. */
const places: readonly (readonly [text: string, paths: string])[] = [
  ["毕节地区威宁县来访", "贵州省毕节地区→贵州省毕节市 贵州省毕节市威宁彝族回族苗族自治县"],
  ["湖北省襄樊市", "湖北省襄樊市→湖北省襄阳市"],
  ["四川省万县市、云南省中甸县", "四川省万县市→重庆市万州区 云南省迪庆藏族自治州中甸县→云南省迪庆藏族自治州香格里拉市"],
  ["宁夏固原地区与福建莆田县", "宁夏回族自治区固原地区→宁夏回族自治区固原市 福建省莆田市莆田县→福建省莆田市荔城区"],
  // Gone before the first list; what only says where in a city it lay is no name by itself.
  ["河北省获鹿县与束鹿县", "河北省石家庄市获鹿县→河北省石家庄市鹿泉区 河北省束鹿县→河北省石家庄市辛集市"],
  ["太原市南城区来访", "山西省太原市南城区→山西省太原市小店区"],
  ["他在南城区散步", ""],
  // Of what the city had once, not of what has the name elsewhere; and a 市 that is the district's.
  ["广州市东山区", "广东省广州市东山区→广东省广州市越秀区"],
  ["黑龙江省东山区和广州市", "黑龙江省鹤岗市东山区 广东省广州市"],
  ["青岛市南区与乐山市中区", "山东省青岛市市南区 四川省乐山市市中区"],
  ["中山市南区", "广东省中山市"],
  // Streets with a city's name, a town's last character and the next word's first, a cell of one short name.
  ["青岛市市南区香港中路18号、重庆路小学", "山东省青岛市市南区"],
  ["重庆路况良好", "重庆市"],
  ["石首市建设路香港城西街、合川区洛阳溪街89号、屏东县太原1路84号", "湖北省荆州市石首市 重庆市合川区 台湾省屏东县"],
  ["江西南昌市新建区松湖镇江西", "江西省南昌市新建区松湖镇"],
  // A town's head is no town; a town that the list lacks may hold a numeral, 三镇 is none; 小佛山 is only called so.
  ["佛山市顺德区龙江镇镇长", "广东省佛山市顺德区龙江镇"],
  ["绍兴市上虞区章镇镇代表团", "浙江省绍兴市上虞区章镇镇"],
  ["南通市海门区三星镇的师傅，南通市海门区三镇", "江苏省南通市海门区三星镇 江苏省南通市海门区"],
  ["贵州的小佛山", "贵州省"],
  ["莱芜", "山东省济南市莱芜区"],
  // As many short names as are counted; a town of the text is not the city of its name; a verb and another county are no town.
  ["由苍南、永嘉、平阳三县帮扶", "浙江省温州市苍南县 浙江省温州市永嘉县 浙江省温州市平阳县"],
  ["苍南、永嘉、平阳两家人", ""],
  ["惠城、册亨两地，荣成、文登两地各有企业", "广东省惠州市惠城区 贵州省黔西南布依族苗族自治州册亨县"],
  ["嘉定区华亭镇来访，华亭代表团和华亭的客人", "上海市嘉定区华亭镇"],
  ["建德市将给予乡城县支持", "浙江省杭州市建德市 四川省甘孜藏族自治州乡城县"],
  ["常熟珠江路12号3楼，常熟的街道", "江苏省苏州市常熟市"],
  ["店开在呼和浩特南路和昆仑路口", ""],
  // A county's short name with its own town behind; another's town says nothing.
  ["走进德清莫干山镇，德清的民宿", "浙江省湖州市德清县莫干山镇 浙江省湖州市德清县"],
  ["走进德清草海镇", ""],
  ["新疆和田地区和安县", "新疆维吾尔自治区和田地区和安县"],
  ["内蒙古科左后旗", "内蒙古自治区通辽市科尔沁左翼后旗"],
  ["福州市鼓楼区、徐州市鼓楼区", "福建省福州市鼓楼区 江苏省徐州市鼓楼区"],
  ["台湾省台北市和香港特别行政区", "台湾省台北市 香港特别行政区"],
  ["固原的枸杞和通县话", "宁夏回族自治区固原市"],
  ["白云区帮扶贵州省罗甸县", "广东省广州市白云区 贵州省黔南布依族苗族自治州罗甸县"],
  ["广东某公司到罗甸县，白云区结对", "广东省 贵州省黔南布依族苗族自治州罗甸县 广东省广州市白云区"],
  ["贵阳、白云区与罗甸县协作", "贵州省贵阳市 贵州省贵阳市白云区 贵州省黔南布依族苗族自治州罗甸县"],
  ["白云区与罗甸县之间的高速公路", "贵州省贵阳市白云区 贵州省黔南布依族苗族自治州罗甸县"],
];

test("places alone, with what has their ground now", () => {
  for (const [text, paths] of places) {
    const found = readRegions(text).map(({ path, now }) => (now === null ? path : `${path}→${now}`));
    assert.equal(found.join(" "), paths, text);
  }
});

test("codes that were given up: the division on that day, and what has its ground now", () => {
  const told = (code: string, day?: string) => {
    const found = readRegionCode(code, day);
    return found === null ? "–" : `${found.path} ${found.until ?? ""}→${found.now ?? ""}`;
  };
  assert.equal(told("440125"), "广东省广州市增城县 1992-12→广东省广州市增城区");
  assert.equal(told("132121", "1990-05-01"), "河北省大名县 1992-12→河北省邯郸市大名县");
  assert.equal(told("511400", "1996-06"), "四川省涪陵市 1996-12→重庆市涪陵区");
  assert.equal(told("511400"), "四川省眉山市 →");
  assert.equal(told("522728"), "贵州省黔南布依族苗族自治州罗甸县 →");
  assert.equal(told("999999"), "–");
});

test("a county that has only become a city is today's in a text printed afterwards, before it and when divided it is not", () => {
  const paths = (text: string) =>
    (
      extract({ name: "a.txt", bytes: new TextEncoder().encode(text), mentions: true }).extraction.mentions ?? []
    ).flatMap(({ kind, value }) => (kind === "region" && "path" in value ? [value.path] : []));
  const told = (day: string, place: string) => `签约仪式举行\n发布时间：${day}\n${place}代表团前来考察，双方签订协议。`;
  assert.deepEqual(paths(told("2023-05-06", "湖南省宁乡县")), ["湖南省长沙市宁乡市"]);
  assert.deepEqual(paths(told("2012-05-06", "湖南省宁乡县")), ["湖南省长沙市宁乡县"]);
  assert.deepEqual(paths(told("2023-05-06", "四川省万县市")), ["四川省万县市"]);
});

test("people alone, at every place, surname and post included", () => {
  const text = "县委书记崔敬民主持会议，副县长缪晓红汇报。崔书记说，要抓紧。";
  assert.deepEqual(
    readPeople(text).map(({ start, end, name, title }) => `${text.slice(start, end)}=${name} ${title}`),
    ["崔敬民=崔敬民 县委书记", "缪晓红=缪晓红 副县长", "崔书记=崔敬民 县委书记"],
  );
  // A sentence alone: no other place can make the name sure.
  assert.deepEqual(
    readPeople("岑云安恳请再派一名技术员来。").map(({ name }) => name),
    ["岑云安"],
  );
  // Names of other countries by their dots, places with a dot left alone.
  assert.deepEqual(
    readPeople("由科琳娜·赫尔曼和保罗·埃尔文创立；宁海·雷波：一根丝线连山海。").map(({ name }) => name),
    ["科琳娜·赫尔曼", "保罗·埃尔文"],
  );
  assert.deepEqual(readPeople(""), []);
});

test("script alone", () => {
  assert.equal(toSimplified("著裝著作，裡面裏面，説明說明，乾隆乾燥"), "着装著作，里面里面，说明说明，乾隆干燥");
  assert.equal(toSimplified(""), "");
});

test("no text makes the doors fail or crawl", () => {
  const heavy = [
    "市".repeat(4_000),
    "鼓楼区".repeat(2_000),
    "·".repeat(4_000),
    "王".repeat(4_000),
    "\ud842市区\udfb7",
    "吾·尔".repeat(2_000),
  ];
  const before = process.cpuUsage().user;
  for (const text of heavy) {
    readRegions(text);
    readPeople(text);
    toSimplified(text);
  }
  assert.ok(process.cpuUsage().user - before < 2_000_000);
});
