/** How the pages of a pack look: one A4, black on white, no script, no other file. */
export const PACK_STYLE = `
:root{--line:#c9d1cd;--head:#eef3f0;--deep:#0f5c4a}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1180px;padding:24px;color:#1b2420;background:#fff;
 font:15px/1.6 "Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","WenQuanYi Micro Hei",sans-serif}
h1{font-size:24px;margin:0 0 4px}h2{font-size:18px;margin:28px 0 8px}p{margin:4px 0}
small,.quiet{color:#55625c;font-size:13px}
a{color:var(--deep)}
table{border-collapse:collapse;width:100%;margin:8px 0}
th,td{border:1px solid var(--line);padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{background:var(--head);white-space:nowrap}
td.n,th.n{text-align:right;white-space:nowrap}
td.d{white-space:nowrap}
code{font:13px/1.5 Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.mark{border:1px solid #8a5a00;padding:4px 8px;margin:8px 0}
.figure{font-size:26px;font-weight:600}
nav{margin:0 0 12px}
tr{break-inside:avoid}
@page{size:A4;margin:15mm 12mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt}a{color:inherit;text-decoration:none}nav{display:none}
 thead{display:table-header-group}h2{break-after:avoid}}
`;

/** Text as HTML. */
export function html(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A whole page. `body` is HTML; what is not ours went through {@link html}. */
export function packPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'">
<title>${html(title)}</title><style>${PACK_STYLE}</style></head><body>
${body}
</body></html>
`;
}

/** A table; cells are HTML, `classes` by column. */
export function table(
  heads: readonly string[],
  rows: Iterable<readonly string[]>,
  classes: readonly string[] = [],
): string {
  const css = (at: number) => (classes[at] ? ` class="${classes[at]}"` : "");
  const head = heads.map((text, at) => `<th scope="col"${css(at)}>${html(text)}</th>`).join("");
  const body: string[] = [];
  for (const row of rows) body.push(`<tr>${row.map((cell, at) => `<td${css(at)}>${cell}</td>`).join("")}</tr>`);
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join("\n")}</tbody></table>`;
}
