import { squeezed } from "./tables/grid.js";

/** Names of lines in monthly forms, and the indicator that each is; the first that fits. */
const LINES: readonly (readonly [RegExp, string])[] = [
  [/联席会议/u, "A3"],
  [/互访.*批次/u, "A4"],
  [/互访/u, "A4a"],
  [/其中.*(?:区级|区县级|县级)/u, "B1b"],
  [/其中.*(?:省级|市级|省市级)/u, "B1a"],
  [/财政援助资金/u, "B1"],
  [/县以下|镇村结对资金|结对帮扶资金/u, "B2"],
  [/款物折款|物资折款|捐赠物资/u, "B3a"],
  [/社会帮扶资金|捐赠资金/u, "B3"],
  [/西部.*党政干部/u, "C2"],
  [/党政干部/u, "C1"],
  [/专业技术|专技/u, "C3"],
  [/引导.*企业|落地.*企业|新增.*企业/u, "D1"],
  [/到位投资/u, "D2"],
  [/吸纳.*就业/u, "D3"],
  [/其中.*(?:脱贫|监测)/u, "E1r"],
  [/其中.*(?:省内|就地就近)/u, "E1b"],
  [/其中.*赴.*(?:省|东部)/u, "E1a"],
  [/帮助.*就业/u, "E1"],
  [/培训.*期/u, "E2"],
  [/培训/u, "E2a"],
  [/帮助销售|帮销|消费(?:帮扶|协作)/u, "F1"],
];

/** The indicator that a line of a form is about, by its name as printed; null where none is known. */
export function indicatorOfLine(name: string): string | null {
  const plain = squeezed(name);
  return LINES.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}
