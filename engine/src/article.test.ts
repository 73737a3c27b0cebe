import assert from "node:assert/strict";
import { test } from "node:test";
import { readArticle } from "./article.js";

const page = `当前位置：首页 > 新闻中心 > 政务要闻

青云县党政代表团赴白石市考察对接东西部协作工作
——两地续写山海情

发布时间：2023-05-09 10:12　来源：青云日报　字号：大 中 小　打印

　　5月6日至8日，青云县委书记石远山率县党政代表团赴白石市考察。他说：“我们要学真经。也要交朋友。”随后，代表团看了产业园。
在白石港综合保税区参观
　　“请放心，活儿不会停。”石远山说。座谈会上，双方签订协议；签约后合影。

（记者 方一丁）
责任编辑：孔二
相关新闻
我县部署夏粮生产
扫一扫在手机打开当前页
`;

/** The roles and texts of a page's paragraphs. */
function roles(text: string) {
  const article = readArticle(text);
  return article.paragraphs.map(
    ({ role, span }) => `${role} ${text.slice(span.start, Math.min(span.end, span.start + 8))}`,
  );
}

test("a page is told apart into title, meta, body, caption, byline and furniture", () => {
  assert.deepEqual(roles(page), [
    "furniture 当前位置：首页 ",
    "title 青云县党政代表团",
    "subtitle ——两地续写山海",
    "meta 发布时间：202",
    "body 5月6日至8日，",
    "caption 在白石港综合保税",
    "body “请放心，活儿不",
    "byline （记者 方一丁）",
    "byline 责任编辑：孔二",
    "furniture 相关新闻",
    "furniture 我县部署夏粮生产",
    "furniture 扫一扫在手机打开",
  ]);
});

test("title, source and date come from the page's own lines", () => {
  const article = readArticle(page);
  assert.equal(article.title, "青云县党政代表团赴白石市考察对接东西部协作工作");
  assert.equal(article.source, "青云日报");
  assert.equal(article.published, "2023-05-09");
  assert.equal(page.slice(article.publishedSpan?.start, article.publishedSpan?.end), "2023-05-09");
});

test("the title of a paper stands under its red head, in as many lines as it has", () => {
  const article = readArticle(
    "青云县教育局文件\n青教发〔2022〕6号\n青云县教育局\n关于支教教师到岗安排的\n通    知\n各中小学：\n　　首批支教教师共9名已经到岗，现将安排通知如下，请遵照执行。",
  );
  assert.equal(article.title, "关于支教教师到岗安排的通知");
});

test("a site's banner above the breadcrumb is no title", () => {
  const page =
    "云上投资网 服务投资者\n您现在的位置:首页 > 青云 > 文字新闻\n青云区代表团赴白石县考察\n发布时间:2021-06-23\n\n　　6月16日，两地召开联席会议，就合作深入交流。";
  assert.equal(readArticle(page).title, "青云区代表团赴白石县考察");
  assert.equal(roles(page)[0], "furniture 云上投资网 服务");
});

test("every character that is not white space stands in exactly one paragraph", () => {
  let rest = "";
  let from = 0;
  for (const { span } of readArticle(page).paragraphs) {
    rest += page.slice(from, span.start);
    from = span.end;
  }
  assert.equal((rest + page.slice(from)).trim(), "");
});

test("sentences end outside quotes; a quote with an end mark ends one; ；ends none", () => {
  const article = readArticle(page);
  const sentences = article.paragraphs
    .filter(({ role }) => role === "body")
    .flatMap((paragraph) => paragraph.sentences.map(({ start, end }) => page.slice(start, end)));
  assert.deepEqual(sentences, [
    "5月6日至8日，青云县委书记石远山率县党政代表团赴白石市考察。",
    "他说：“我们要学真经。也要交朋友。”",
    "随后，代表团看了产业园。",
    "“请放心，活儿不会停。”石远山说。",
    "座谈会上，双方签订协议；签约后合影。",
  ]);
});

const dates: readonly [string, string | null, string | null][] = [
  ["两地续情\n　　两地结对以来，合作日益紧密，成效显著。\n　　　　文/图 石一丁   2023年8月29日", "2023-08-29", null],
  [
    "两地续情\n　　两地结对以来，合作日益紧密，成效显著。\n青云县融媒 石一丁/文  孔二/图  2022-08-19",
    "2022-08-19",
    null,
  ],
  ["两地续情\n　　两地结对以来，合作日益紧密，成效显著。（青云县医保 石一丁 2024年6月25日）", "2024-06-25", null],
  [
    "我院与白石市医院签约\n2023-04-20  青云县医院 宣传科 石一丁\n　　两院结对以来，合作日益紧密，成效显著。",
    "2023-04-20",
    null,
  ],
  ["医疗专家抵达\n2022年3月24日  青云县医院今天迎来了白石市的6名专家，欢迎会在门诊楼前举行。", "2022-03-24", null],
  [
    "青云县 白石市\n协作协议书\n　　一、甲方每年选派干部3名、教师5名到乙方，乙方提供住房和办公条件。\n二〇二三年三月二十二日        二〇二三年三月二十二日\n签订地点：青云县",
    "2023-03-22",
    null,
  ],
  [
    "干部人才花名册\n　　两地互派干部如下，任期两年，均已到岗开展工作。\n填表日期：2024年9月30日\n　　备注：教师2人，医生3人，均为第三批。",
    "2024-09-30",
    null,
  ],
  [
    "青云县深化协作\n来源: 青云融媒2023-01-03 10:06:58\n　　两地结对以来，合作日益紧密，成效显著。",
    "2023-01-03",
    "青云融媒",
  ],
  // Days that date something else.
  ["两地续情\n　　2022年3月24日，青云县党政代表团赴白石市考察学习，看了产业园。", null, null],
  ["两地续情\n　　两地结对以来，合作日益紧密，成效显著。协议（签订于2022年3月1日）有效期三年。", null, null],
  ["青云县概况综述\n青云日报　2022年7月1日　1版\n　　两地结对以来，合作日益紧密，成效显著。", "2022-07-01", "青云日报"],
  [
    "某村的变化记\n　　两地结对以来，合作日益紧密，成效显著。\n（原载2024年5月17日《白石晚报》）",
    "2024-05-17",
    "白石晚报",
  ],
  [
    "青云县·白石市联席会议纪要\n时间：2023年7月14日上午9:30\n地点：白石宾馆\n主持：石远山\n一、关于资金\n双方同意，资金按季拨付，年底结清。\n（2023年7月20日印发）",
    "2023-07-20",
    null,
  ],
  ["青云县工作动态\n　　2021年6月9日，首支工作队抵达青云，开始了新的工作。", null, null],
  ["白石网讯（记者 方一丁）4月8日，两地召开座谈会，共商合作大计。", null, "白石网"],
  [
    "两地续签三年结对协议\n通讯员 席某　2023年6月19日\n　　6月13日，代表团来到产业园，看了生产车间。",
    "2023-06-19",
    null,
  ],
];

test("dates and sources in the forms of newspapers, minutes and offices", () => {
  for (const [text, published, source] of dates) {
    const article = readArticle(text);
    assert.deepEqual([article.published, article.source], [published, source], text);
  }
});

test("short lines under numbered headings are body, not captions or titles", () => {
  assert.deepEqual(
    roles(
      "青云县红枣产业园项目简介\n一、项目名称\n青云县红枣产业园\n二、建设地点\n白石镇\n三、进展\n完成投资7150万元，主体封顶。",
    ),
    [
      "title 青云县红枣产业园",
      "heading 一、项目名称",
      "body 青云县红枣产业园",
      "heading 二、建设地点",
      "body 白石镇",
      "heading 三、进展",
      "body 完成投资7150",
    ],
  );
});

test("quotes 10,000 deep and a line of 100,000 characters take no time", () => {
  const from = process.cpuUsage();
  readArticle(`${"“".repeat(10_000)}开会。${"”".repeat(10_000)}`);
  readArticle("张三、李四、".repeat(17_000));
  readArticle("“".repeat(200_000));
  assert.ok(process.cpuUsage(from).user < 2_000_000);
});
