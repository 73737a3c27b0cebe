import type { Mention, MentionOfKind, RegionMention } from "../annotation.js";
import type { Refiner } from "../annotator.js";

/** Behind a place's name these make it part of an institution's or a medium's: 广州日报, 云南大学, 江苏某某公司. */
const institution =
  /^([^\s，,。；;、：:！!？?“”（）()《》与和的]{0,12}?)(?:日报|晚报|晨报|时报|特区报|新闻网|网(?=讯|\d|[（(])|(?:通讯社|新华社|新华网)?分社|记者站|时事|发布|电视台|广播|融媒体中心|大学(?!生)|学院|研究院|研究所|医院|有限公司|有限责任公司|股份公司|公司|集团|银行|开发区|高新区|经开区|基金会|慈善总会|国际机场|机场|制造厂|[一-龥]厂(?![区房长家商])|生产建设兵团|博物馆|纪念馆|会展中心|大酒店|酒店|宾馆)/;
/** 某某能源（深圳）有限公司, 中国（丽水）两山学院: the place stands in brackets inside the name. */
const branch =
  /^[）)][^\s，,。；;、：:！!？?“”（）()《》与和的]{0,10}?(?:公司|集团|大学(?!生)|学院|研究院|研究所|医院|银行|基金会|联盟)/;
/** 洛阳桥, 三沙村, 北海小学: a bridge, a village, a school that bears a place's short name lies anywhere. */
const bearer = /^(?:大?桥|村(?![民级子里中内庄集])|社区|小学|中学|幼儿园|路(?!径)|大道|街(?!道)|饭店)/;
const house = /^[一-龥]{0,6}?(?:中学|小学|学校|幼儿园|医院|卫生院|公司|合作社|基地|车间|[一-龥]厂|酒店|商会)/;
const levelEnd = /[省市县区旗州盟镇乡]$|自治[区州县旗]$/;
/** 上海市政府驻昆明办事处: where the office of another place stands. */
const postedAt = /^(?:办事处|联络处|办(?=[，,。、主副召及与和])|总领事馆)/;
/** A verb between the place and the firm: 佛山引进公司 is about 佛山. */
const verb =
  /[在到向从为对将把派赴率让给请来去是及]|引进|投入|安排|捐赠|帮助|支持|组织|选派|企业|项目|捐|建|签|区委|县委|市委|政府|领导/;

/** Marks places inside names of institutions (`insideName`), and drops places inside people's names (陈昆明, 代县长). */
export const regionInName: Refiner = {
  id: "region-in-name",
  purpose: "marks places that are part of an institution's name and drops those inside people's names",
  refine(article, mentions) {
    const people = mentions.filter((m): m is MentionOfKind<"person"> => m.kind === "person");
    let at = 0;
    let previous: RegionMention | null = null;
    const out: Mention[] = [];
    for (const mention of mentions) {
      if (mention.kind !== "region") {
        out.push(mention);
        continue;
      }
      while (at < people.length && (people[at]?.span.end ?? 0) <= mention.span.start) at++;
      const person = people[at];
      if (person !== undefined && person.span.start < mention.span.end && mention.span.start < person.span.end)
        continue;
      const rest = article.text.slice(mention.span.end, mention.span.end + 20);
      const match = institution.exec(rest);
      const open = article.text.charAt(mention.span.start - 1);
      const bracketed =
        (open === "（" || open === "(") &&
        /\p{Script=Han}[（(]$/u.test(article.text.slice(Math.max(0, mention.span.start - 2), mention.span.start)) &&
        branch.test(rest);
      const printed = article.text.slice(mention.span.start, mention.span.end);
      const borne = bearer.test(rest) && !levelEnd.test(printed);
      // 瑞安市安阳高级中学: behind another place, a name that does not lie in it is the school's.
      const owned: boolean =
        previous !== null &&
        previous.span.end === mention.span.start &&
        !mention.value.path.startsWith(previous.value.path) &&
        !levelEnd.test(printed) &&
        house.test(rest);
      previous = mention;
      const posted = article.text.charAt(mention.span.start - 1) === "驻" && postedAt.test(rest);
      // 云上恩施报道: how counties' and cities' own applications are called.
      const app = mention.span.start > 1 && article.text.startsWith("云上", mention.span.start - 2);
      const inside = app || bracketed || borne || owned || posted || (match !== null && !verb.test(match[1] ?? ""));
      out.push(inside ? { ...mention, value: { ...mention.value, insideName: true } } : mention);
    }
    return out;
  },
};
