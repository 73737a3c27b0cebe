/**
 * Words by which the field's reports say who speaks and what is promised or asked. Alternatives for regular expressions;
 * longer ones first where one begins another.
 */

/** 说 and its kin: after a person or a body they open reported speech. */
export const SPEECH_VERBS =
  "回应说|谈到|谈及|宣布|呼吁|倡议|寄语|期望|汇报说|点评说|补充说|介绍说|强调说|指出|表示|强调|表态|承诺|认为|介绍|提出|坦言|直言|建议|希望|恳请|恳求|请求|盼望|期待|回应|答复|应下|应允|答应|要求|说道|说|讲(?!话|解|授|究|学|台|述)|告诉|通报|汇报|透露|回答|答|叮嘱|勉励|嘱咐|感慨|商定|议定";

/** Nouns that close the name of a speaker who is not named: 校长, 党委书记, 负责人, 领导 … */
export const ROLE_NOUNS =
  "书记|镇长|乡长|县长|区长|市长|州长|旗长|省长|主任|局长|厅长|处长|科长|校长|园长|院长|所长|站长|厂长|会长|主席|秘书长|董事长|总经理|经理|领导|负责人|负责同志|代表|干部|企业家|老师|教师|医生|专家|队长|领队|组长|团长|村民|群众";

/** A body that decides or speaks as a whole, without being one side. */
export const BODIES = "会议|双方|两地|三方|各方|两市|两县|两区|两省区|两省|两市县|两校";
