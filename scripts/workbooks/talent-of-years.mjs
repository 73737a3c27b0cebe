// @ts-check
/** @typedef {import("./talent-ledger.mjs").EastRow} EastRow */

const UNITS = ["望潮区人民医院", "望潮区第一小学", "望潮区第三中学", "望潮区农业技术推广中心", "望潮区中医院"];
const POSTS = ["石坎县人民医院", "石坎县第一小学", "石坎县第二中学", "石坎县农业技术服务站", "石坎县中医院"];
const KINDS = [
  "专业技术人才（医疗）",
  "专业技术人才（教育）",
  "专业技术人才（教育）",
  "专业技术人才（农技）",
  "专业技术人才（医疗）",
];
const NAMES = [..."周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏"].map(
  (family, at) => `${family}示${"甲乙丙丁戊己庚辛壬癸"[at % 10]}`,
);

/** @param {number} at */
function described(at) {
  const name = NAMES[at] ?? "某某";
  return `${name}（${at % 3 === 0 ? "女" : "男"}，汉族，19${80 + (at % 12)}.${String(1 + (at % 12)).padStart(2, "0")}，${at % 2 === 0 ? "中共党员" : "群众"}）`;
}

/** @param {readonly number[]} people @param {number} of @param {string} time @param {Partial<EastRow>} [more] @returns {EastRow} */
function specialists(people, of, time, more = {}) {
  const unit = UNITS[of] ?? null;
  return {
    people: people.map(described).join("\n"),
    unit,
    post: POSTS[of] ?? "",
    kind: KINDS[of] ?? "",
    time,
    ...more,
  };
}

/**
 * Three cadres (one replaced in June 2023) and 26 specialists in 29 postings, three of them extended into another batch;
 * all were in post in 2023, four came in November, as the month's report says. Several people of one unit stand in one
 * cell. The units of rows 12–16 are one merged cell.
 */
export function talentOfYears() {
  const cadre = (
    /** @type {string} */ who,
    /** @type {string} */ post,
    /** @type {string} */ time,
    /** @type {string} */ note,
  ) => ({
    people: who,
    unit: "望潮区委办公室副主任",
    post,
    kind: "党政干部挂职",
    time,
    note,
  });
  const merged = (/** @type {EastRow} */ row) => ({ ...row, unit: null });
  return {
    batches: [
      {
        batch: "第一批（2021.7—2022.7）",
        rows: [cadre("赵某（男，汉族，1979.06，中共党员）", "石坎县委常委、副县长", "2021.7-2023年6月", "期满")],
      },
      {
        batch: "第二批（2022.8—2023.7）",
        rows: [
          cadre("钱某（男，汉族，1982.11，中共党员）", "石坎县政府办公室副主任", "2022年8月-2024年7月", ""),
          specialists([1, 2], 1, "2022.8—2023.7"),
          specialists([3, 4], 3, "2022.8—2023.7"),
          specialists([5, 6], 2, "2022.8—2023.7"),
          specialists([0, 7, 8], 0, "2022.8—2023.7", { star: true, note: "周示甲延期" }),
          merged(specialists([9, 10], 0, "2022.8—2023.7", { star: true })),
          merged(specialists([11, 12], 0, "2022.8—2023.7")),
          merged(specialists([13, 14], 0, "2022.8—2023.7")),
          merged(specialists([15, 16, 17], 0, "2022.8—2023.7")),
        ],
      },
      {
        batch: "第三批（2023.8—至今）",
        rows: [
          cadre("李某（男，汉族，1985.03，中共党员）", "石坎县委常委、副县长", "2023年6月-2025年6月", "接替赵某"),
          specialists([0, 7, 9], 0, "2023.8—至今", { star: true, note: "延期" }),
          specialists([18, 19], 3, "1个月零3天"),
          specialists([20, 21], 2, "2023年8月-2025年7月", { star: true }),
          specialists([22, 23, 24, 25], 1, "2023.11—至今"),
        ],
      },
    ],
    total: "合计29人",
    west: /** @type {[string, string, string, string, string, number | string][]} */ ([
      [
        "孙某（男，苗族，1984.02，中共党员）",
        "石坎县乡村振兴局副局长",
        "望潮区农业农村局副局长（挂职）",
        "党政干部挂职",
        "2023年3月-2023年9月",
        "",
      ],
      ["石示甲（女，汉族，1990.05，群众）", "石坎县人民医院", "望潮区人民医院", "跟岗学习", "2023.4—2023.5", 30],
      ["石示乙（男，汉族，1991.07，群众）", "石坎县第一小学", "望潮区第一小学", "跟岗学习", "2023.4—2023.5", 30],
      ["石示丙（女，苗族，1993.01，群众）", "石坎县第二中学", "望潮区第三中学", "跟岗学习", "2023.9—2023.10", 45],
      [
        "石示丁（男，汉族，1989.12，中共党员）",
        "石坎县农业技术服务站",
        "望潮区农业技术推广中心",
        "跟岗学习",
        "2023.9—2023.10",
        45,
      ],
    ]),
    visits: /** @type {[string, string, string, string, string, number, string | null][]} */ ([
      ["2023.3.14-3.16", "东→西", "望潮区党政代表团", "周示例", "调研对接，召开联席会议", 12, "同时赴清溪县"],
      ["2023年6月", "东→西", "望潮区教育局、卫生健康局", "吴示例", "人才轮换对接", 8, null],
      ["2023/9/20", "东→西", "望潮区工商联及企业", "郑示例", "产业考察", 15, null],
      ["2023.10.18-10.20", "西→东", "石坎县党政代表团", "李示例", "回访，推介农产品", 10, null],
    ]),
  };
}
