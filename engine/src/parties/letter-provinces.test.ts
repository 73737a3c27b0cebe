import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";

const regions = (text: string): readonly string[] =>
  extract({ name: "a.txt", bytes: new TextEncoder().encode(text) })
    .extraction.facts.flatMap((fact) => (fact.kind === "region" ? [fact.path] : []))
    .sort();

const cases: readonly [what: string, text: string, regions: readonly string[]][] = [
  [
    "a delegation of a province comes to one that only its letter names",
    "福建省代表团来宁考察\n8月22日，福建省委书记周映山率福建省代表团来宁考察。",
    ["宁夏回族自治区", "福建省"],
  ],
  [
    "posted by the pair of provinces",
    "又一批援滇干部启程\n6月20日，15名援滇干部启程，开始新一轮沪滇对口帮扶工作。",
    ["上海市", "云南省"],
  ],
  [
    "where counties act the name of the cooperation says no more",
    "海珠区代表团赴惠水县考察\n5月3日，广州市海珠区代表团赴贵州省惠水县考察，粤黔协作再添新篇。",
    ["广东省广州市海珠区", "贵州省黔南布依族苗族自治州惠水县"],
  ],
  [
    "cities that sign, meet and speak",
    "青海省海北州考察团来访\n张掖市、海北州签订张掖市、海北州合作框架协议，考察团到了张掖市民乐县。",
    ["甘肃省张掖市", "甘肃省张掖市民乐县", "青海省海北藏族自治州"],
  ],
  [
    "a bridge, a village, an office and an agency that bear a place's name",
    "洛江区代表团走过洛阳桥\n泉州市洛江区代表团走过洛阳桥，到盐池县三沙村。上海市政府驻昆明办事处发来贺信，新华社兰州分社记者同行。洛江区与盐池县座谈。",
    ["宁夏回族自治区吴忠市盐池县", "福建省泉州市洛江区"],
  ],
  [
    "a list of cities that somebody works in; a county by its short name, whose delegation travels",
    "那曲市代表团外出考察\n那曲市代表团在浙江省杭州、宁波、台州考察学习。\n苍南党政代表团同行，苍南援藏教师随团。",
    ["浙江省台州市", "浙江省宁波市", "浙江省杭州市", "浙江省温州市苍南县", "西藏自治区那曲市"],
  ],
  [
    "who only sat there, at a gathering of two cities",
    "津庆产业园揭牌\n7月3日，天津市与庆阳市共建的产业园在庆阳市揭牌。天津市发改委副主任甘雨泽讲话；天津市东丽区委常委、副区长祁连成，河西区副区长邱慕云，津南区人大常委会副主任蔺如海出席。天津市将同庆阳市深化协作。",
    ["天津市", "甘肃省庆阳市"],
  ],
  [
    "provinces by what their cooperation is called, where their people only gathered in a city",
    "我省又一批干部赴川\n6月18日，162名赴四川省挂职干部在杭州进行培训后启程。做好浙川东西部协作是浙江的责任，两省将继续携手。",
    ["四川省", "浙江省"],
  ],
  [
    "towns whose leaders bring their group; an office that travels for its city",
    "东莞市常平组团来玉屏考察\n4月16日，常平镇委书记丘伯年，谢岗镇委书记闵长河率东莞市常平组团来玉屏县考察。玉屏县与常平镇座谈。",
    ["东莞市常平镇", "东莞市谢岗镇", "贵州省铜仁市玉屏侗族自治县"].map((p) => p.replace(/^东莞/, "广东省东莞")),
  ],
  [
    "an office that travels for its city, a county by its short name that is given to",
    "德州市为秀山捐赠课桌\n德州市工商联一行来访，为秀山捐赠课桌，秀山的孩子们很高兴。",
    ["山东省德州市", "重庆市秀山土家族苗族自治县"],
  ],
  [
    "a zone that no list has, as one side; a street of five characters with its district",
    "携手共建\n近日，青海省海东市民和县大庄乡代表团来江苏省无锡惠畅经济开发区考察交流，惠畅开发区与大庄乡签订捐赠协议。参观了无锡市高新区。",
    ["江苏省无锡市惠畅经济开发区", "青海省海东市民和回族土族自治县", "青海省海东市民和回族土族自治县大庄乡"],
  ],
  [
    "where a gathering of two provinces was held",
    "洽谈大会举行\n5日，“津陇共振兴”洽谈大会在会宁县召开，天津市副市长甘雨泽、甘肃省副省长祁连成出席。津甘协作不断深化，天津市引导企业投资。",
    ["天津市", "甘肃省", "甘肃省白银市会宁县"],
  ],
  [
    "towns of a city without counties help a county of their province",
    "帮扶工作推进\n7日，东莞市长安镇领导到揭西县调研，推进结对帮扶工作，走进灰寨镇。长安镇对长安镇与灰寨镇结对帮扶的成效表示认可，听取长安组团驻灰寨镇帮扶工作队汇报。",
    ["广东省东莞市长安镇", "广东省揭阳市揭西县", "广东省揭阳市揭西县灰寨镇"],
  ],
  [
    "neighbours in a counted list; the towns of a county in general; who is only called after a province",
    "资助项目\n奉贤区资助云南大理州漾濞、永平等5个县的项目。上海市奉贤区与漾濞县结对乡镇签约，新疆生产建设兵团来函祝贺。",
    ["上海市奉贤区", "云南省大理白族自治州永平县", "云南省大理白族自治州漾濞彝族自治县"],
  ],
  [
    "of a district and a town that nobody joins, the town's county",
    "冷库建成\n云南省鹤庆县辛屯镇的冷库投入使用。上海市浦东新区投入520万元，辛屯镇的菜好卖了，辛屯镇感谢浦东新区。",
    ["上海市浦东新区", "云南省大理白族自治州鹤庆县"],
  ],
  [
    "those who help together",
    "夷陵夏令营开营\n自1992年以来，上海市、黑龙江省、青岛市对口支援夷陵区，宜昌市夷陵区的孩子来到上海市。",
    ["上海市", "山东省青岛市", "湖北省宜昌市夷陵区", "黑龙江省"],
  ],
  [
    "a hospital's team that its county sends",
    "把最好的医生留给山里人\n对话青岛市城阳区人民医院援临洮医疗队队长迟学海\n问：什么时候到临洮的？\n答：去年8月。后来院长从青岛飞过来做手术。",
    ["山东省青岛市城阳区", "甘肃省定西市临洮县"],
  ],
];
for (const [what, text, expected] of cases) test(what, () => assert.deepEqual(regions(text), [...expected].sort()));
