import type { Item } from "./items.js";
import type { Post } from "./post.js";
import { isCommon } from "./title-shape.js";

/** True where a post at the end of its item is that of many, whose names nobody prints; `lead` is what stands before its word. */
export function isForMany(text: string, item: Item, post: Post, lead: string): boolean {
  const group = /(?:有关|相关|主要|各|全体|部分).*(?:负责人|负责同志|领导|干部|代表|成员|人员|教师|医生|专家|企业家)$/;
  // 有关负责人, 相关部门代表.
  if (group.test(lead + post.printed)) return true;
  // 储某某等6名党政干部，陶某某等…: what those are who are named in front.
  if (/等[^，,。]{0,2}[一二两三四五六七八九十几多余\d]+[个名位]/.test(lead + post.printed)) return true;
  // 两个徒弟，羊某和母某某: how many they are, not what each is called.
  const counted = /[一两三四五六七八九十几多\d][个名位]$/.test(
    text.slice(Math.max(item.start, post.start - 2), post.start),
  );
  if (counted || /^[一两三四五六七八九十几多\d]+[个名位]/.test(post.printed)) return true;
  // 希望多派老师，乡党委书记某某…: a group ends its clause.
  const sent = /[派送请]$/.test(text.slice(Math.max(item.start, post.start - 1), post.start));
  return sent && isCommon(post) && post.printed === post.word && /[，,]/.test(item.after);
}
