import { countPairings, type PairingLink } from "../counting/pairing-counts.js";
import { type Finding, finding } from "../tables/finding.js";
import { formColumn as column } from "../tables/form-column.js";
import { codeIn, followed, stated, withoutMissing } from "../tables/form-values.js";
import { squeezed } from "../tables/grid.js";
import type {
  FormContext,
  FormSheet,
  NeededRow,
  ReadCell,
  ReadRow,
  SheetCount,
  SheetForm,
  SheetRow,
} from "../tables/sheet-form.js";
import { partyId } from "../values/ids.js";
import { printMoney } from "../values/money.js";

const wan = { unit: "万元" } as const;
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/公司|企业|集团|工厂$|厂$|合作社/u, "enterprise"],
  [/医院|卫生院|保健院/u, "hospital"],
  [/学校|小学|中学|幼儿园|中专|职校|高中/u, "school"],
  [/村$|社区$/u, "village"],
  [/镇街|街道|镇$|乡$/u, "township"],
  [/商会|协会|基金会|社会组织|促进会/u, "social_org"],
  [/园区|开发区/u, "park"],
  [/部门|局|委|办|总工会|工会|法院|检察院|中心|馆|团/u, "department"],
];

/**
 * 结对帮扶花名册 (users.md, workbook L2): an eastern unit and its fund stand in cells merged down over what it helps. Each
 * eastern × western party is one pairing; the fund is one amount, on the first of them.
 */
export const pairingForm: SheetForm = {
  key: "pairing",
  record: "pairing",
  zh: "结对帮扶花名册",
  en: "roster of pairings",
  titles: /结对/u,
  columns: [
    column(
      "east",
      "东部单位名称",
      "eastern unit",
      "text",
      ["东部>单位名称", "帮扶方>单位名称", "东部单位", "东部学校", "东部医院", "帮扶单位", "东部"],
      { needed: true },
    ),
    column("east_type", "东部单位类型", "type of the eastern unit", "text", [
      "东部>单位类型",
      "帮扶方>单位类型",
      "单位类型",
    ]),
    column("east_contact", "东部联系人", "eastern contact", "text", ["东部>联系人", "帮扶方>联系人"]),
    column("east_phone", "东部电话", "eastern telephone", "digits", ["东部>电话", "帮扶方>电话", "东部>联系电话"]),
    column("west", "西部单位名称", "western unit", "text", [
      "西部>单位名称",
      "受帮扶方>单位名称",
      "西部单位",
      "西部学校",
      "西部医院",
      "受援单位",
      "西部",
    ]),
    column("township", "西部乡镇", "western township", "text", ["西部>乡镇", "受帮扶方>乡镇", "乡镇"]),
    column("village", "西部村", "western village", "text", ["西部>村", "受帮扶方>村", "村"]),
    column("west_contact", "西部联系人", "western contact", "text", ["西部>联系人", "受帮扶方>联系人"]),
    column("west_phone", "西部电话", "western telephone", "digits", ["西部>电话", "受帮扶方>电话", "西部>联系电话"]),
    column("signed_on", "签约时间", "signed", "date", ["签订日期", "结对时间"]),
    column("term", "起止年限", "term", "span", ["起止时间", "帮扶年限", "帮扶期限"]),
    column("fund", "帮扶资金", "funds", "money", ["资金", "帮扶资金（万元）"], wan),
    column("content", "实质性帮扶内容", "substantive help", "text", ["帮扶内容", "结对内容"]),
    column("note", "备注", "note", "text"),
  ],
  covers: ({ west_type: type }, { rows }) => {
    const institution = (kind: unknown) => kind === "school" || kind === "hospital";
    return rows.some(({ values }) =>
      institution(type) ? values.west_type?.value === type : !institution(values.west_type?.value),
    );
  },
  keysOf: ({ east, west }) => (typeof east === "string" && typeof west === "string" ? [`${east}|${west}`] : []),
  build(sheets, context) {
    const built = sheets.map((sheet) => linksOf(sheet, context));
    const links = built.flat();
    return {
      rows: links.map(({ row }) => row),
      findings: built.flatMap((some, at) => printedTotal(sheets[at], some)),
      counts: countsOf(links.map(({ link }) => link)),
    };
  },
};

interface Built {
  readonly row: SheetRow;
  readonly link: PairingLink;
}

interface Party {
  readonly name: string;
  readonly path: string;
  readonly kind: "region" | "organisation";
  readonly type: string | null;
  readonly township: string | null;
}

function linksOf(sheet: FormSheet, context: FormContext): Built[] {
  const rows = sheet.tables.flatMap((table) => table.rows);
  const townships = knownTownships(rows);
  return rows.flatMap((row) => {
    const east = row.cells.get("east");
    if (east === undefined || typeof east.value !== "string") return [];
    const giver = eastParty(east.value, row.cells.get("east_type"), context);
    return westParties(row, townships, context).map(({ party, cell }, at) =>
      linkOf(sheet.sheet, row, giver, party, cell, at === 0, context),
    );
  });
}

/** 福泉村 lies in 福泉镇 because another row of the same sheet says so. */
function knownTownships(rows: readonly ReadRow[]): Map<string, string> {
  const known = new Map<string, string>();
  for (const { cells } of rows) {
    const [township, village] = [textOf(cells.get("township")), textOf(cells.get("village"))];
    if (township !== null && village !== null) for (const one of splitNames(village)) known.set(one, township);
  }
  return known;
}

function eastParty(name: string, type: ReadCell | undefined, { east }: FormContext): Party {
  const plain = squeezed(name);
  const code = codeIn(textOf(type), TYPES) ?? codeIn(plain, TYPES);
  if (code === "township" || code === "village")
    return { name: plain, path: `${east?.path ?? ""}${plain}`, kind: "region", type: code, township: null };
  // 区教育局 is the district's own office.
  const own = /[^省市州]*[县区市]$/u.exec(east?.path ?? "")?.[0] ?? "";
  const full = /^[区县市](?=.)/u.test(plain) && own !== "" ? own + plain.slice(1) : plain;
  return { name: full, path: full, kind: "organisation", type: code, township: null };
}

function westParties(row: ReadRow, townships: ReadonlyMap<string, string>, { west }: FormContext) {
  const { cells } = row;
  const base = west?.path ?? "";
  const [unit, township, village] = [cells.get("west"), cells.get("township"), cells.get("village")];
  const found: { party: Party; cell: ReadCell }[] = [];
  const name = textOf(unit);
  if (unit !== undefined && name !== null)
    for (const one of splitNames(name))
      found.push({
        party: { name: one, path: one, kind: "organisation", type: codeIn(one, TYPES), township: null },
        cell: unit,
      });
  const villages = textOf(village);
  if (village !== undefined && villages !== null && village.first) {
    for (const one of splitNames(villages)) {
      const said = /^(.+?(?:镇|乡|街道))(.+(?:村|社区))$/u.exec(one);
      const in_ = said?.[1] ?? textOf(township) ?? townships.get(one) ?? null;
      const own = said?.[2] ?? one;
      found.push({
        party: { name: own, path: `${base}${in_ ?? ""}${own}`, kind: "region", type: "village", township: in_ },
        cell: village,
      });
    }
  } else if (township?.first === true && textOf(township) !== null) {
    for (const one of splitNames(textOf(township) ?? ""))
      found.push({
        party: { name: one, path: `${base}${one}`, kind: "region", type: "township", township: one },
        cell: township,
      });
  }
  return found;
}

function linkOf(
  sheet: string,
  row: ReadRow,
  east: Party,
  west: Party,
  westCell: ReadCell,
  first: boolean,
  context: FormContext,
): Built {
  const cell = (key: string) => row.cells.get(key);
  const [eastId, westId] = [idOf(east), idOf(west)];
  const fund = cell("fund");
  const own = first && fund?.first === true ? fund : undefined;
  const goods = own?.detail.goods ?? null;
  const term = cell("term");
  const values = withoutMissing({
    label: stated(cell("east"), `${east.name}—${west.name}`),
    east: stated(cell("east"), eastId),
    west: stated(westCell, westId),
    east_type: cell("east_type") === undefined ? stated(cell("east"), east.type) : stated(cell("east_type"), east.type),
    west_type: stated(westCell, west.type),
    east_contact: stated(cell("east_contact")),
    east_phone: stated(cell("east_phone")),
    west_contact: stated(cell("west_contact")),
    west_phone: stated(cell("west_phone")),
    signed_on: stated(cell("signed_on")),
    term: term === undefined ? null : stated(term, term.printed),
    began: stated(term, term?.detail.from ?? null),
    until: stated(term, term?.detail.to ?? null),
    fund: stated(own),
    goods: stated(own, goods),
    content: stated(cell("content")),
    note: stated(cell("note")),
    year: context.year === null ? null : followed(String(context.year)),
  });
  return {
    row: {
      record: "pairing",
      sheet,
      rows: [row.row],
      title: `${east.name}—${west.name}`,
      keys: [`${eastId}|${westId}`],
      values,
      findings: [],
      skip: null,
      needs: [need(east, "east"), need(west, "west")],
    },
    link: {
      east: east.path,
      eastType: east.type,
      west: west.path,
      westType: west.type,
      westTownship: west.township === null ? null : `${context.west?.path ?? ""}${west.township}`,
      fund: typeof own?.value === "string" ? BigInt(own.value) : null,
      goods,
    },
  };
}

function idOf({ kind, path }: Party): string {
  return partyId({ kind, code: null, name: path });
}

function need(party: Party, side: "east" | "west"): NeededRow {
  const { name, path, kind } = party;
  return { record: "party", id: idOf(party), values: { path, name, kind, side } };
}

function textOf(cell: ReadCell | undefined): string | null {
  return typeof cell?.value === "string" ? squeezed(cell.value) : null;
}

function splitNames(text: string): string[] {
  return text.split(/[、,;\n]/u).filter((one) => one !== "");
}

/** 合计：东部6个单位与西部4个镇7个村结对: what the sheet says under its rows, beside what they come to. */
function printedTotal(sheet: FormSheet | undefined, built: readonly Built[]): Finding[] {
  const total = sheet?.tables
    .flatMap(({ table }) => table.rows)
    .find(({ role, label }) => role === "total" && label.includes("结对"));
  if (sheet === undefined || total === undefined) return [];
  const count = countPairings(built.map(({ link }) => link));
  const villages = count.westByType.village ?? 0;
  const schools = count.westByType.school ?? 0;
  const zh =
    schools > 0
      ? `东部 ${count.east} 所、西部 ${count.west} 所`
      : `东部 ${count.east} 个单位、西部作为结对方的镇 ${count.westByType.township ?? 0} 个（另有 ${count.townshipsThroughVillages.length} 个镇只有村参加）、村 ${villages} 个（共提到 ${count.villageMentions} 次）`;
  return [
    finding(
      "count/explained",
      {
        text_zh: `表末写“${total.label}”；按各行去重是${zh}。`,
        text_en: `The sheet ends with “${total.label}”; its rows come to ${count.east} eastern and ${count.west} western parties, each counted once (${count.villageMentions} mentions of ${villages} villages).`,
      },
      { sheet: sheet.sheet, place: { row: total.row, column: 0 } },
    ),
  ];
}

/** Schools and hospitals are counted apart from towns, villages, departments and firms. */
function countsOf(all: readonly PairingLink[]): SheetCount[] {
  const institution = ({ westType, eastType }: PairingLink) =>
    [westType, eastType].some((type) => type === "school" || type === "hospital");
  const links = all.filter((link) => !institution(link));
  const count = countPairings(links);
  const say = (key: string, value: number | string, zh: string, en: string): SheetCount => ({
    key,
    zh,
    en,
    value: String(value),
  });
  const { eastByType: of } = count;
  const counts = [
    say(
      "east",
      count.east,
      `东部 ${count.east} 个单位（镇街 ${of.township ?? 0}、部门 ${of.department ?? 0}、企业 ${of.enterprise ?? 0}）`,
      `${count.east} eastern units`,
    ),
    say(
      "west_townships",
      count.westByType.township ?? 0,
      `西部结对镇 ${count.westByType.township ?? 0} 个`,
      `${count.westByType.township ?? 0} western townships`,
    ),
    say(
      "townships_through_villages",
      count.townshipsThroughVillages.length,
      `只有村参加的镇 ${count.townshipsThroughVillages.length} 个`,
      `${count.townshipsThroughVillages.length} townships through a village only`,
    ),
    say(
      "villages",
      count.westByType.village ?? 0,
      `西部村 ${count.westByType.village ?? 0} 个（提到 ${count.villageMentions} 次）`,
      `${count.westByType.village ?? 0} villages (${count.villageMentions} mentions)`,
    ),
    say(
      "village_mentions",
      count.villageMentions,
      `村共提到 ${count.villageMentions} 次`,
      `${count.villageMentions} mentions of villages`,
    ),
    say("links", count.links, `结对 ${count.links} 对`, `${count.links} links`),
    say(
      "fund",
      count.fund.toString(),
      `帮扶资金 ${printMoney(count.fund, "zh", "万元")}（合并单元格按一笔计）`,
      `funds ${printMoney(count.fund, "en")}`,
    ),
  ];
  if (count.goods.length > 0)
    counts.push(
      say(
        "goods",
        count.goods.join("、"),
        `物资：${count.goods.join("、")}（未折价）`,
        `goods without a value: ${count.goods.join(", ")}`,
      ),
    );
  const others = all.filter(institution);
  const pairs = countPairings(others);
  if (others.length > 0)
    counts.push(
      say(
        "institutions",
        pairs.links,
        `学校、医院结对 ${pairs.links} 对：东部 ${pairs.east} 所、西部 ${pairs.west} 所`,
        `${pairs.links} pairs of schools and hospitals`,
      ),
    );
  return counts;
}
