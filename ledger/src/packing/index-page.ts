import { printNumber } from "@shanhai/model";
import type { PackContents, PackPart } from "./pack-contents.js";
import { CHECK_PAGE, MANIFEST_NAME } from "./pack-manifest.js";
import { linkTo } from "./pack-names.js";
import { LIST_PAGE, recordedOn, rowsPageName } from "./pack-pages.js";
import { html, packPage, table } from "./pack-style.js";

const REASONS = {
  secret: "带有绝密、机密或秘密标志，不得收入；请按保密规定处理",
  missing: "原件不在文件库中，请运行校验",
} as const;

/** How many files of each strength: A 3、B 12. */
function strengths({ proofs }: Pick<PackPart, "proofs">): string {
  const count = (strength: string) => proofs.filter((one) => one.strength === strength).length;
  const told = ["A", "B", "C"].flatMap((one) => (count(one) === 0 ? [] : [`${one} ${count(one)}`]));
  return told.length === 0 ? "—" : told.join("、");
}

/** The page that is opened first: every number, its folder, what is missing, where the chains stood, how to check. */
export function indexPage(
  contents: PackContents,
  made: { readonly by: string; readonly at: string; readonly mark: string },
): string {
  const { board, parts, stamped, leftOut, heads, query, proofs } = contents;
  const unproven = parts.filter((part) => part.proofs.length === 0 && part.line.toDate !== null);
  return packPage(
    contents.top,
    [
      `<h1>佐证材料包</h1><p>${html(contents.whose)}　${query.year} 年 ${query.month} 月（${query.line === "west" ? "受援线" : "帮扶线"}）　截至 ${board.day}${recordedOn(contents)}</p>`,
      `<p class="quiet">制作：${html(made.by)}　${html(made.at)}　佐证材料 ${proofs} 份</p>`,
      `<p class="quiet" lang="en">Evidence pack: numbers with their cut-off day, the rows behind them, what does not count and why, and the original files. It opens without network or program.</p>`,
      made.mark === "" ? "" : `<p class="mark">${html(made.mark)}</p>`,
      contents.namesCut ? "<p>制作人没有导出实名名单的权限，表中姓名已遮盖。</p>" : "",
      query.plainNumbers === true ? "" : "<p>表中证件号码、电话、账号已遮盖中段；佐证原件未作改动。</p>",
      "<h2>指标</h2>",
      table(
        ["编号", "指标", "单位", "年度目标", "数值", "采用来源", "明细", "卷内目录", "佐证（按证明力）"],
        parts.map((part) => [
          html(part.line.code),
          html(part.definition.zh),
          html(part.line.unit),
          printNumber(part.line.target, part.line.unit),
          printNumber(part.line.toDate, part.line.unit),
          part.line.source === null ? "—" : { final: "定稿", reported: "报送", ledger: "台账" }[part.line.source],
          `<a href="${linkTo(`${part.folder}/${rowsPageName(1)}`, "")}">${part.rows === null ? "数据" : `${part.rows} 条`}</a>`,
          `<a href="${linkTo(`${part.folder}/${LIST_PAGE}`, "")}">${part.proofs.length} 份</a>`,
          strengths(part),
        ]),
        ["", "", "", "n", "n"],
      ),
      stamped.length === 0
        ? ""
        : `<h2>定稿盖章件</h2>${table(
            ["序号", "文件", "形成日期"],
            stamped.map((one, at) => [
              String(at + 1),
              `<a href="${linkTo(one.path, "")}">${html(one.path.split("/").at(-1) ?? "")}</a>`,
              html(one.formed ?? ""),
            ]),
            ["n"],
          )}`,
      unproven.length === 0
        ? ""
        : `<h2>尚无佐证的指标</h2><p>${unproven.map(({ line, definition }) => html(`${line.code} ${definition.zh}`)).join("、")}</p>`,
      leftOut.length === 0
        ? ""
        : `<h2>未收入的材料</h2>${table(
            ["指标", "文件", "原因"],
            leftOut.map(({ code, name, reason }) => [html(code), html(name ?? "（不列名称）"), REASONS[reason]]),
          )}`,
      "<h2>校验</h2>",
      `<p>打开 <a href="${linkTo(CHECK_PAGE, "")}">${CHECK_PAGE}</a> 选择本文件夹，即可逐个核对；麒麟、统信可在本文件夹运行 <code>sha256sum -c ${MANIFEST_NAME}</code>；装有山海的电脑可运行 <code>shanhai check-pack 文件夹</code>。</p>`,
      '<p class="quiet" lang="en">To check every file: open the page above and choose this folder; or <code>sha256sum -c</code>; or <code>shanhai check-pack</code>.</p>',
      "<h2>变更链</h2><p>制作时各台账变更链的末端，可与山海中的记录对照。</p>",
      table(
        ["台账范围", "变更次数", "末端校验值"],
        heads.map(({ label, seq, hash }) => [html(label), seq, `<code>${hash}</code>`]),
        ["", "n"],
      ),
    ].join("\n"),
  );
}
