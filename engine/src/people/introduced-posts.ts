import type { RegionMention } from "../annotation.js";
import { type Post, readPost } from "./post.js";
import { regionsBetween } from "./region-window.js";
import { titleEnds } from "./title-shape.js";

/** One post of the chain: what stands before the next mark, a note in brackets and a blank apart. */
const clause =
  /^[ 　]*((?:现任|现挂职?|挂职|挂任|现为|现|曾任|曾|兼任|兼|原任|原|系|为)?)(\p{Script=Han}{2,30})(?:[（(][^（）()]{1,8}[）)])?[ 　]*(?=[，,、；;。）)\n]|$)/u;
/** What is told rather than an office: 在…, 对某某书记. */
const telling =
  /^(?:在|对|向|与|和|及|同|请|由|被|把|让|据|因|从|到|来到|率|带)|表示|指出|强调|介绍|陪同|主持|参加|出席/;
const offices = /^(?:party|government|hospital|school|company|team)$/;
/** Who somebody is apart from his office. */
const plain =
  /^(?:[ 　]*(?:男|女|\d{2}岁|\p{Script=Han}{1,4}族|(?:中共|预备)党员|(?:19|20)\d\d年(?:\d{1,2}月)?(?:出?生)?|\p{Script=Han}{2,6}人|\p{Script=Han}{2,4}学历)[，,])+/u;
const most = 5;

/**
 * The posts behind a name and its comma, as those of a list of staff and of a portrait are printed: 岑某，某市政府副市长、三级调研员，现挂职
 * 某县委常委. Empty where the first clause is no office.
 */
export function introducedPosts(text: string, from: number, regions: readonly RegionMention[]): readonly Post[] {
  const posts: Post[] = [];
  let at = from;
  let sure = 0; // posts whose group has ended: 县委书记、县长王某 are the next one's
  while (posts.length < most) {
    const about = plain.exec(text.slice(at, at + 24))?.[0].length ?? 0;
    at += about;
    const found = clause.exec(text.slice(at, at + 48));
    const printed = found?.[2];
    if (found === null || printed === undefined || telling.test(printed)) break;
    const start = at + found[0].indexOf(printed, (found[1] ?? "").length);
    const end = start + printed.length;
    const office = titleEnds(text, start, end).at(-1);
    if (office === undefined || office.end !== end || !offices.test(office.class)) break;
    posts.push(readPost(text, start, office, end, regionsBetween(regions, start, end)));
    at += found[0].length;
    const mark = text.charAt(at);
    if (mark !== "、") sure = posts.length;
    if (!/[，,、]/.test(mark)) break;
    at++;
  }
  return posts.slice(0, sure);
}
