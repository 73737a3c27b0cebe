import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";

const people = (text: string): readonly string[] =>
  extract({ name: "a.txt", bytes: new TextEncoder().encode(text) })
    .extraction.facts.flatMap((fact) => (fact.kind === "person" ? [`${fact.name} ${fact.title ?? "–"}`] : []))
    .sort();

/** A text, and everybody in it with the title that is printed. */
const cases: readonly [what: string, text: string, people: readonly string[]][] = [
  [
    "a county's name ends inside what looks like its head",
    "考察团走访了巴马县长青酒业有限公司，又到巴马县长寿食品博物馆。巴马县委书记覃远舟陪同。",
    ["覃远舟 县委书记"],
  ],
  [
    "between two offices stands somebody, whatever the surname",
    "县人大常委会副主任前江，红石景区管理委员会主任岳映川出席活动。",
    ["前江 县人大常委会副主任", "岳映川 红石景区管理委员会主任"],
  ],
  [
    "a word that is a name behind an office and in front of its verb",
    "自治区党委副书记庄重一同参加，州委书记沈阳带队。",
    ["庄重 自治区党委副书记", "沈阳 州委书记"],
  ],
  [
    "Tibetan names that begin like words or surnames",
    "县长更智才仁向考察组汇报，统战部长公保多杰，副县长尕藏旦增参加。",
    ["公保多杰 统战部长", "尕藏旦增 副县长", "更智才仁 县长"],
  ],
  [
    "a name set wide behind a bracket, a word that must be a name there, and one that says an age",
    "市政府党组成员、副市长（挂职）丛 林，县委常委、副县长（海州挂职）仲夏，副旗长包七十三参加。",
    ["丛林 市政府党组成员、副市长（挂职）", "仲夏 县委常委、副县长（海州挂职）", "包七十三 副旗长"],
  ],
  [
    "who came for a firm, and who stood in for him",
    "会长单位山河电缆有限公司岑智（燕羽代），副会长单位明光阀门集团有限公司尤成达、山河印染有限公司荀文乐（顾春丽代）参加。",
    ["岑智 –", "顾春丽 –", "尤成达 –", "荀文乐 –", "燕羽 –"],
  ],
  [
    "a party keeps its name in front of its committee, a plant its place; who has posts of his own keeps them",
    "会员跟随市政协副主席、民盟建德市委主委钱小川，吴江德光喷织厂总经理沈望川考察。市委统战部副部长吴远舟和钱小川共同颁奖。",
    ["吴远舟 市委统战部副部长", "沈望川 吴江德光喷织厂总经理", "钱小川 市政协副主席、民盟市委主委"],
  ],
  [
    "a list of staff says what they are and what they will be",
    "冼国望，男，汉族，1981年6月生，大学学历，现任佛山市南海区桂城街道办事处副主任，拟挂任凯里市委常委、副市长。",
    ["冼国望 街道办事处副主任"],
  ],
  [
    "lines of curricula vitae: a colon, citizenship, schooling that is no post",
    "岑国望：男，中国国籍，无境外居留权，1966年出生，汉族，本科学历，高级工程师。\n缪春丽、女、1965年5月出生、汉族、大学学历。",
    ["岑国望 高级工程师", "缪春丽 –"],
  ],
  [
    "what somebody is, who reports beside the first, assistants and ambassadors",
    "岑国建是华远基因集团董事长。到旗里挂职的王国涛是街道工委组织委员，他说很好。特别助理缪培炎、驻外大使岑道豫陪同。记者荀安、缪云飞报道：一切顺利。",
    [
      "岑国建 华远基因集团董事长",
      "岑道豫 驻外大使",
      "缪云飞 记者",
      "缪培炎 特别助理",
      "王国涛 街道工委组织委员",
      "荀安 记者",
    ],
  ],
  ["老板们 and the number of a paper are nobody", "客商里老板们常来，依据县政函〔2024〕21号办理。", []],
  ["a house or a workshop called after somebody", "大家参观了达娃央宗故居。“阿佳德吉工坊”开张。", []],
  [
    "who took the picture, with blanks",
    "图为师生们在新操场上奔跑。苏映晶 摄\n县第一小学的操场。山海网 王桐 摄（影像中心）",
    ["王桐 摄", "苏映晶 摄"],
  ],
  [
    "titles that end in 长 and 师",
    "前方指挥部总指挥长黄鹤舟介绍情况，省统计局总统计师黄映晖参加。",
    ["黄映晖 省统计局总统计师", "黄鹤舟 前方指挥部总指挥长"],
  ],
  ["我市 is no part of the post", "我市市委副书记郑映明参加活动。", ["郑映明 市委副书记"]],
  [
    "the name stands in front of the office, the verb behind it",
    "受李培书记、何金平厅长的委托致辞。随后，省教育厅胡国辉厅长向援教的教师颁发证书。",
    ["何金平 厅长", "李培 书记", "胡国辉 省教育厅厅长"],
  ],
  [
    "who speaks, under the title of a speech",
    "在欢送会上的讲话\n云南省教育厅副厅长 罗映福\n\n各位老师：去年盛夏，大家来到这里。",
    ["罗映福 省教育厅副厅长"],
  ],
  [
    "what somebody says begins with a word that is no part of the name",
    "商会会长陈莹等一行来访。陈莹赞叹：变化真大。",
    ["陈莹 商会会长"],
  ],
  [
    "words behind a noun for many; a name behind it",
    "这里的干部群众特别能吃苦。区长向营员代表泽仁拉姆授旗。",
    ["泽仁拉姆 营员代表"],
  ],
  ["民营 behind 市 makes nobody a citizen", "上海市民营企业代表团赴保山市考察。", []],
  [
    "their school stands in front of the first",
    "同行的有某区第一小学叶慧、李亚宁、曹诗远三位教师，第三中学刘琳远老师。",
    ["刘琳远 第三中学老师", "叶慧 教师", "曹诗远 教师", "李亚宁 教师"],
  ],
  [
    "a division slash",
    "◎《山海》记者∕殷立舟 卢益舟\n◎本文责编∕李映鑫\n代表团来访。",
    ["卢益舟 记者", "李映鑫 责编", "殷立舟 记者"],
  ],
  [
    "those present in minutes",
    "列席：县农业农村局蒙启远、县工信局覃海远、县人社局陆文远",
    ["蒙启远 –", "覃海远 –", "陆文远 –"],
  ],
  [
    "a name that ends like a village, in a list of leaders",
    "自治区领导陈国平、白玛次仁、洛桑江村、吴英远、公保多杰、齐扎拉、罗布旦增等出席。",
    ["白玛次仁", "陈国平", "公保多杰", "洛桑江村", "罗布旦增", "齐扎拉", "吴英远"].map((name) => `${name} 自治区领导`),
  ],
  [
    "names with a dot, wherever they begin and end",
    "第一书记卡米力·赛买提参加活动。在亲戚吐热克·毛拉托合的家里，村民库尔班·吐尔逊家动情地说起变化，大家跳起了麦西来甫。",
    ["卡米力·赛买提 第一书记", "吐热克·毛拉托合 –", "库尔班·吐尔逊 村民"],
  ],
  [
    "who is only called",
    "乡党委书记陶书记、左乡长及有关负责人到场。受省委书记李国平委托，代表团启程。",
    ["李国平 省委书记"],
  ],
  [
    "another post in brackets before the name, a name that ends like a label, who is called on at home",
    "市中医院党委书记丛岳，院长（农工党海州市委会主委）卢慧出席。钟玉安、岑利文、柏松共同启动。考察组走进柳湾村困难户崔安家中。",
    ["丛岳 市中医院党委书记", "卢慧 院长（农工党海州市委会主委）", "岑利文 –", "柏松 –", "钟玉安 –"],
  ],
  ["a medium in front of its reporter", "□海岳日报/观海新闻记者 薛国平\n本报8月2日讯 考察团来访。", ["薛国平 记者"]],
  [
    "an office in front of the name and its word behind it are one post",
    "医院安排骨科罗宏远医生、呼吸与危重症科顾景林医生赴受援医院。市政府岑桂泉副秘书长，市协作办陆超雄主任、蒙文炉副主任参加。",
    ["岑桂泉 市政府副秘书长", "罗宏远 骨科医生", "蒙文炉 副主任", "陆超雄 市协作办主任", "顾景林 呼吸与危重症科医生"],
  ],
  [
    "posts behind the name in a list of staff",
    "名单如下：\n顾明远，临水市教育局副局长（保留正处级）、三级调研员，现挂职青山县委常委、副县长；\n岑立群，女，中共党员，现任某县中学副校长。",
    ["岑立群 某县中学副校长", "顾明远 临水市教育局副局长，三级调研员，青山县委常委、副县长"],
  ],
  [
    "words behind a noun for many, however often they come",
    "受到企业家爱心资助，爱心满满。干部业务能力提高，业务更熟。设有医生、设备与药房，设备齐全。",
    [],
  ],
];

for (const [what, text, expected] of cases) test(what, () => assert.deepEqual(people(text), [...expected].sort()));
