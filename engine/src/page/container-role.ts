/**
 * What a page's own names (id, class, element) say of a container: `main` that it holds the article, a kind of furniture
 * that it does not, `head` that it holds title, source or date, null nothing.
 */
export type ContainerRole = "main" | "head" | "navigation" | "imprint" | "related" | "share" | "comment" | "hidden";

/** Names under which the publishing systems of government sites, newspapers and 公众号 keep the article. */
const main = new Set(
  "trs_editor trs_ueditor trs_editor_view trs_paper_default custom_unionstyle zoom ucapcontent js_content rich_media_content articlecontent article_content articlebody article_body article_con artical articletext newscontent news_content newscontents newstext news_text newsbody contentbody contenttext content_text maincontent main_content textcontent text_content pagescontent pages_content detailcontent detail_content zwcontent zw_content xxgkcontent xxgk_content xxgk_detail_content vnewscontent v_news_content wparticlecontent wp_articlecontent ozoom foundercontent articledetail article_detail newsdetail news_detail bodylabel ivs_content ivscontent wenzhang moedetailbox maintext rmtxtcon rm_txt_con rwbzw rwb_zw pdetail p_detail pcontent p_content boxcon box_con bt_content conttext con_text showcontent show_content contentshow infocontent info_content vsbcontent vsb_content endtext artibody nr_content zhengwen articleview contentview view".split(
    " ",
  ),
);
const head =
  /^(title|tit|arttitle|articletitle|newstitle|infotitle|biaoti|source|laiyuan|artinfo|articleinfo|newsinfo|pubinfo|info|date|time|pubtime|publishtime|artmeta|author|subtitle|fubiaoti)$/;
const kinds: readonly (readonly [RegExp, ContainerRole])[] = [
  [
    /^(nav|navbar|navigation|menu|topnav|mainnav|subnav|header|top|topbar|crumb|crumbs|breadcrumb|breadcrumbs|position|location|dqwz|weizhi|wz|curpos|path|logo|search|searchbox|login|banner|toolbar|daohang|sitenav)$/,
    "navigation",
  ],
  [
    /^(footer|foot|bottom|copyright|dibu|siteinfo|friendlink|friendlinks|yqlj|beian|statement|footlink|footnav|bottomnav)$/,
    "imprint",
  ],
  [
    /^(related|relate|relation|recommend|recommended|tuijian|hotnews|hot|rank|ranking|paihang|sidebar|side|aside|rightbar|rightside|xgxw|xglj|xgyd|xgwj|morenews|newslist|prevnext|prenext|pager|pagination|pageturn|siblings|shangxiapian|likes|guess)$/,
    "related",
  ],
  [
    /^(share|shares|sharebox|bdsharebuttonbox|bshare|fenxiang|fxd|social|socialshare|jiathis|qrcode|erweima|tools|tool|fontsize|zihao|print|operate|operation|arttool|actions)$/,
    "share",
  ],
  [/^(comment|comments|pinglun|discuss|guestbook|reply)$/, "comment"],
];

/** The role of a container by its element, id, class and style. */
export function containerRole(name: string, attribute: (name: string) => string | null): ContainerRole | null {
  if (/display\s*:\s*none/i.test(attribute("style") ?? "") || attribute("hidden") !== null) return "hidden";
  if (name === "nav" || name === "header") return name === "nav" ? "navigation" : null;
  if (name === "footer") return "imprint";
  if (name === "aside") return "related";
  if (name === "founder-content" || name === "ucapcontent" || name === "article") return "main";
  const names = `${attribute("id") ?? ""} ${attribute("class") ?? ""}`.toLowerCase().split(/\s+/).filter(Boolean);
  for (const each of names.slice(0, 12)) {
    const joined = each.replace(/[-_]/g, "");
    if (main.has(each) || main.has(joined) || main.has(each.replaceAll("-", "_"))) return "main";
  }
  for (const each of names.slice(0, 12)) {
    // news-nav, art_share, foot-link: the last or the first word is the telling one.
    const words = [each.replace(/[-_]/g, ""), ...each.split(/[-_]/).reverse()].map((word) => word.replace(/\d+$/, ""));
    for (const word of words) {
      if (head.test(word)) return "head";
      for (const [pattern, role] of kinds) if (pattern.test(word)) return role;
    }
  }
  return null;
}
