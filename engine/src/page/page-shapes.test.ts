import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";

const title = "青云县党政代表团赴白石市考察东西部协作工作";
const paragraphs = [
  "5月6日至8日，青云县委书记石远山率党政代表团赴白石市考察东西部协作工作。",
  "代表团一行先后走访茶叶加工厂、职业技术学校和人民医院，详细了解项目建设进度。",
  "座谈会上，石远山表示，感谢白石市长期以来的支持，将用好每一分协作资金。",
  "白石市委书记岑守拙表示，今年将安排财政援助资金300万元，选派12名教师到青云县支教。",
];
const caption = "图为座谈会现场";
const p = paragraphs.map((text) => `<p>　　${text}</p>`).join("\n");
const links = (count: number) =>
  Array.from(
    { length: count },
    (_, at) =>
      `<li><a href="/n${at}.html">我县部署第${at + 1}季度夏粮生产工作</a><span>2023-04-0${(at % 9) + 1}</span></li>`,
  ).join("");
const menu =
  '<ul class="menu"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/fw">办事服务</a></li></ul>';
const crumbs = '<div class="dqwz">您当前的位置：<a href="/">首页</a> &gt; <a href="/xw">新闻中心</a> &gt; 正文</div>';
const foot =
  '<div class="footer"><p>主办：青云县人民政府办公室 承办：青云县大数据中心</p><p>联系电话：0851-1234567 备案号：黔ICP备00000000号</p></div>';
const share = '<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div>';

/** What a page must give: its lines that are no furniture, and its head. */
interface Shape {
  readonly name: string;
  readonly html: string;
  /** The lines of the article; the title is the first unless said otherwise. */
  readonly kept: readonly string[];
  readonly source?: string | null;
  readonly published?: string | null;
  readonly title?: string | null;
}

const info = "发布时间：2023-05-09 来源：青云日报";
const whole = [title, info, ...paragraphs];
const doc = (head: string, body: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

const shapes: readonly Shape[] = [
  {
    name: "a government site of the usual system",
    html: doc(
      `<title>${title}_青云县人民政府网</title><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2023-05-09 10:12"><meta name="ContentSource" content="青云日报">`,
      `${menu}${crumbs}<div class="article"><h1>${title}</h1><div class="info"><span>发布时间：2023-05-09</span> <span>来源：青云日报</span></div><div class="TRS_Editor">${p}</div></div>${share}<div class="xgxw"><h3>相关新闻</h3><ul>${links(6)}</ul></div>${foot}`,
    ),
    kept: whole,
  },
  {
    name: "an older site in nested tables with #zoom",
    html: doc(
      `<title>青云县人民政府门户网站 ${title}</title>`,
      `<table width="100%"><tr><td><table><tr><td><a href="/">首页</a></td><td><a href="/a">县情概况</a></td><td><a href="/b">政务公开</a></td></tr></table></td></tr><tr><td><table><tr><td width="200"><table>${Array.from({ length: 5 }, (_, at) => `<tr><td><a href="${at}">我县第${at}批项目开工</a></td></tr>`).join("")}</table></td><td><table><tr><td align="center"><b>${title}</b></td></tr><tr><td>发布时间：2023-05-09 来源：青云日报</td></tr><tr><td id="zoom">${p}</td></tr></table></td></tr></table></td></tr><tr><td>版权所有 青云县人民政府</td></tr></table>`,
    ),
    kept: whole,
  },
  {
    name: "the central government's system",
    html: doc(
      `<title>${title}</title>`,
      `<div class="header">${menu}</div><div class="BreadcrumbNav"><a href="/">首页</a> &gt; <a>要闻</a></div><div class="article oneColumn"><h1>${title}</h1><div class="pages-date">2023-05-09 09:30 <span>来源： 青云日报</span></div><div class="pages_content" id="UCAP-CONTENT">${p}</div></div><div class="related"><ul>${links(4)}</ul></div>${foot}`,
    ),
    kept: [title, "2023-05-09 09:30 来源： 青云日报", ...paragraphs],
  },
  {
    name: "an article of a public account",
    html: doc(
      `<meta property="og:title" content="${title}"><title></title>`,
      `<div id="js_article"><div class="rich_media_inner"><div id="page-content"><div id="img-content"><h1 class="rich_media_title" id="activity-name">${title}</h1><div id="meta_content" class="rich_media_meta_list"><span id="profileBt"><a href="javascript:void(0);" id="js_name">青云发布</a></span><em id="publish_time">2023-05-09 18:00</em></div><div class="rich_media_content" id="js_content" style="visibility: hidden;">${paragraphs.map((text) => `<section><section><span style="font-size:16px">${text}</span></section></section>`).join("")}<section><img data-src="x"></section><section><span>${caption}</span></section></div></div></div></div></div><div id="js_pc_qr_code"><div class="qr_code_pc"><p>微信扫一扫</p><p>关注该公众号</p></div></div><script>var createTime = '2023-05-09 18:00';</script>`,
    ),
    kept: [title, "青云发布2023-05-09 18:00", ...paragraphs, caption],
    source: "青云发布",
  },
  {
    name: "a newspaper's site",
    html: doc(
      `<title>${title}--白云新闻网</title>`,
      `<div class="top">${menu}</div><div class="layout rm_txt"><div class="col-1"><h1>${title}</h1><div class="channel"><div class="col-1-1">2023年05月09日08:11 | 来源：<a href="http://x">青云日报</a></div></div><div class="rm_txt_con cf">${p}<div class="edit cf">(责编：岳清河、卓知远)</div></div></div><div class="col-2"><h2>热门排行</h2><ul>${links(8)}</ul></div></div>${foot}`,
    ),
    kept: [title, "2023年05月09日08:11 | 来源：青云日报", ...paragraphs, "(责编：岳清河、卓知远)"],
  },
  {
    name: "a newspaper's digital edition",
    html: doc(
      `<title>青云日报数字报-${title}</title>`,
      `<div class="paper"><div class="left"><ul>${Array.from({ length: 9 }, (_, at) => `<li><a href="#${at}">第0${at + 1}版：要闻</a></li>`).join("")}</ul></div><div class="newsdetail"><p class="date">2023年05月09日 星期二</p><h3>${title}</h3><div id="ozoom"><founder-content>${paragraphs.map((text) => `<P>　　${text}</P>`).join("")}</founder-content></div></div><div class="pager"><a href="1">上一篇</a><a href="2">下一篇</a></div></div>`,
    ),
    kept: ["2023年05月09日 星期二", title, ...paragraphs],
    source: null,
    published: "2023-05-09",
  },
  {
    name: "paragraphs parted by line breaks, in a cell",
    html: doc(
      `<title>${title} - 青云新闻网</title>`,
      `<div>${menu}</div><center><font size="5">${title}</font></center><table><tr><td>${info}</td></tr><tr><td><font>${paragraphs.map((text) => `&nbsp;&nbsp;&nbsp;&nbsp;${text}`).join("<br>\n<br>\n")}</font></td></tr></table><hr><center>青云新闻网 版权所有</center>`,
    ),
    kept: whole,
  },
  {
    name: "a school's site",
    html: doc(
      `<title>${title}-青云县职业技术学校</title>`,
      `<div class="nav">${menu}</div><div class="winstyle"><form name="_newscontent_fromname"><h1>${title}</h1><div>${info} 浏览：[311]次</div><div id="vsb_content"><div class="v_news_content">${p}</div></div><p>上一条：<a href="1">学校召开第一季度工作例会</a></p><p>下一条：<a href="2">学校开展消防安全演练</a></p></form></div>${foot}`,
    ),
    kept: [title, `${info} 浏览：[311]次`, ...paragraphs],
  },
  {
    name: "containers without telling names",
    html: doc(
      `<title>${title}</title>`,
      `<div class="a1"><div class="b7"><a href="/">首页</a><a href="/x">要闻</a></div></div><div class="c3"><div class="d9"><div class="k2">${title}</div><div class="k3">${info}</div><div class="e5">${p}</div></div><div class="f4">${links(7)}</div></div><div class="g1">青云县融媒体中心 电话 0851-1234567</div>`,
    ),
    kept: whole,
  },
  {
    name: "a page for telephones with article, header and time",
    html: doc(
      `<title>${title}</title><meta property="article:published_time" content="2023-05-09T10:00:00+08:00">`,
      `<nav>${menu}</nav><main><article><header><h1>${title}</h1><p>青云日报 <time>2023-05-09</time></p></header>${p}<figure><img src="1.jpg"><figcaption>${caption}</figcaption></figure></article><aside><h2>推荐阅读</h2><ul>${links(5)}</ul></aside></main><footer>青云县融媒体中心</footer>`,
    ),
    kept: [title, "青云日报 2023-05-09", ...paragraphs, caption],
  },
  {
    name: "a column beside it that has texts of its own",
    html: doc(
      `<title>${title}_青云网</title>`,
      `<div class="w"><div class="l"><h1>${title}</h1><p>${info}</p>${p}</div><div class="r"><div><b>今日视点</b><p>近日，我县召开夏粮生产会，安排部署有关工作。<a href="1">[详细]</a></p><p>昨日，县城老旧小区改造开工。<a href="2">[详细]</a></p></div></div></div>`,
    ),
    kept: whole,
  },
  {
    name: "a table of tasks with merged cells",
    html: doc(
      `<title>${title}</title>`,
      `${crumbs}<h1>${title}</h1><div class="info">${info}</div><div class="content">${p}<table border="1"><tr><th>类别</th><th>事项</th><th>金额</th></tr><tr><td rowspan="2">资金</td><td><p>产业协作</p></td><td>200万元</td></tr><tr><td>教育</td><td>100万元</td></tr><tr><td colspan="2">合计</td><td>300万元</td></tr></table></div>${foot}`,
    ),
    kept: [...whole, "类别\t事项\t金额", "资金\t产业协作\t200万元", "\t教育\t100万元", "合计\t\t300万元"],
  },
  {
    name: "long comments below",
    html: doc(
      `<title>${title}</title>`,
      `<h1>${title}</h1><p>${info}</p><div id="content">${p}</div><div class="comments"><h3>网友评论</h3>${"<p>网友：为两地协作点赞，希望多到我们村里看看，路还不太好走。</p>".repeat(4)}</div>`,
    ),
    kept: whole,
  },
  {
    name: "the site's name is the only h1",
    html: doc(
      `<title>${title}_青云县人民政府</title>`,
      `<div class="head"><h1>青云县人民政府</h1></div>${menu}<div class="box"><div class="arttitle">${title}</div><div class="artinfo">${info} 字号：[大 中 小]</div><div class="bt_content">${p}</div></div>${foot}`,
    ),
    kept: [title, `${info} 字号：[大 中 小]`, ...paragraphs],
  },
  {
    name: "a short notice",
    html: doc(
      "<title>关于开展东西部协作项目公示的通知_青云县农业农村局</title>",
      `${menu}${crumbs}<h1>关于开展东西部协作项目公示的通知</h1><div class="info">${info}</div><div class="con"><p>现将2023年东西部协作项目计划予以公示，公示期10天，如有异议请来电反映。</p><p>青云县农业农村局</p><p>2023年5月9日</p></div><ul>${links(9)}</ul>${foot}`,
    ),
    title: "关于开展东西部协作项目公示的通知",
    kept: [
      "关于开展东西部协作项目公示的通知",
      info,
      "现将2023年东西部协作项目计划予以公示，公示期10天，如有异议请来电反映。",
      "青云县农业农村局",
      "2023年5月9日",
    ],
  },
  {
    name: "paragraphs and pictures each in a container of their own",
    html: doc(
      `<title>${title}</title>`,
      `<div class="nav-bar">${menu}</div><div class="detail"><div class="detail-title">${title}</div><div class="detail-meta">${info}</div><div class="detail-body">${paragraphs.map((text) => `<div class="para"><div>${text}</div></div>`).join(`<div class="pic"><img src="a.jpg"><div class="note">${caption}</div></div>`)}</div></div>${foot}`,
    ),
    kept: [title, info, ...paragraphs.flatMap((text, at) => (at === 0 ? [text] : [caption, text]))],
  },
  {
    name: "a page that Word saved",
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><title>${title}</title><!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--><style>p.MsoNormal{margin:0}</style></head><body lang=ZH-CN><div class=Section1><p class=MsoNormal align=center><b>${title}<o:p></o:p></b></p>${paragraphs.map((text) => `<p class=MsoNormal style='text-indent:32.0pt'><span lang=ZH-CN>${text}</span><span lang=EN-US><o:p></o:p></span></p>`).join("")}</div></body></html>`,
    kept: [title, ...paragraphs],
    source: null,
    published: null,
  },
  {
    name: "a second, hidden copy for printing",
    html: doc(
      `<title>${title}</title>`,
      `<div class="main"><h1>${title}</h1><p>${info}</p><div class="article-content">${p}</div></div><div style="display:none" id="printArea">${p}</div>`,
    ),
    kept: whole,
  },
  {
    name: "text in pre",
    html: doc(`<title>${title}</title>`, `<pre>${title}\n${info}\n\n    ${paragraphs.join("\n    ")}\n</pre>`),
    kept: whole,
  },
  {
    name: "lists with dates before the article",
    html: doc(
      `<title>${title}_青云县人民政府</title>`,
      `<div class="w1"><ul>${links(6)}</ul></div><div class="w2"><h2>${title}</h2><div>${info}</div><div>${p}</div></div>`,
    ),
    kept: whole,
  },
  {
    name: "elements that never close and close twice",
    html: `<html><head><title>${title}</title><body><div class=menu><a href=/>首页</a><div class=x><h1>${title}<p>${info}<div class=content>${paragraphs.map((text) => `<p>${text}`).join("</div></span>")}`,
    kept: whole,
  },
  {
    name: "the article in a container named like a side column",
    html: doc(
      `<title>${title}</title>`,
      `<div class="left"><ul>${links(5)}</ul></div><div class="side right"><h1>${title}</h1><p>${info}</p>${p}</div>`,
    ),
    kept: whole,
  },
  {
    name: "names of authors and attachments behind the article",
    html: doc(
      `<title>${title}</title>`,
      `${crumbs}<h1>${title}</h1><p>${info}</p><div id="zoom">${p}</div><p>作者：封雪桥</p><p>责任编辑：卓知远</p><div class="prenext"><p>上一篇：<a href="1">我县召开会议</a></p></div>${foot}`,
    ),
    kept: [...whole, "作者：封雪桥", "责任编辑：卓知远"],
  },
  {
    name: "a government information form",
    html: doc(
      `<title>${title}</title>`,
      `${menu}<table class="xxgk"><tr><td>索引号：</td><td>QY2023-0011</td><td>发布机构：</td><td>青云县人民政府办公室</td></tr><tr><td>名称：</td><td>${title}</td><td>发布日期：</td><td>2023-05-09</td></tr></table><div class="xxgk_content"><h1>${title}</h1>${p}</div>${foot}`,
    ),
    kept: [
      "索引号：\tQY2023-0011\t发布机构：\t青云县人民政府办公室",
      `名称：\t${title}\t发布日期：\t2023-05-09`,
      title,
      ...paragraphs,
    ],
    source: "青云县人民政府办公室",
  },
];

function read(shape: Shape) {
  const { raw, furniture, extraction } = extract({ name: "页面.html", bytes: new TextEncoder().encode(shape.html) });
  const apart = new Set(furniture.map((part) => part.raw.start));
  let at = 0;
  const kept: string[] = [];
  for (const line of raw.split("\n")) {
    const inner = at + (line.length - line.trimStart().length);
    if (!apart.has(at) && !apart.has(inner)) kept.push(line);
    at += line.length + 1;
  }
  return { kept, raw, extraction };
}

for (const shape of shapes) {
  test(`the article is told from its page: ${shape.name}`, () => {
    const { kept, extraction } = read(shape);
    const expected = shape.kept.map((line) => line.trim());
    assert.deepEqual(
      kept
        .map((line) => line.replace(/^[\s\u3000]+/, (space) => (space.includes("\t") ? "\t" : "")))
        .map((line) => line.trim()),
      expected,
    );
    assert.equal(extraction.title, shape.title === undefined ? title : shape.title);
    assert.equal(extraction.source, shape.source === undefined ? "青云日报" : shape.source);
    assert.equal(extraction.published, shape.published === undefined ? "2023-05-09" : shape.published);
  });
}

test("a page that is only a list loses nothing", () => {
  const html = doc("<title>新闻列表_青云县</title>", `<div>${menu}</div><div class="list"><ul>${links(20)}</ul></div>`);
  const { raw } = extract({ name: "列表.html", bytes: new TextEncoder().encode(html) });
  assert.equal(raw.split("\n").filter((line) => line.includes("夏粮")).length, 20);
});
