/** Refusals of 账号: who may do what. */
export const accountsCodes = {
  SCOPE_FORBIDDEN: {
    zh: "{who}的账号不管理这对协作双方，不能查看或修改。",
    en: "The account of {who} does not keep this pair; it may not read or change it.",
    advice_zh: "请用管理该协作双方的账号登录，或请管理员授权。",
    advice_en: "Sign in with an account that keeps this pair, or ask the administrator.",
  },
  ROLE_FORBIDDEN: {
    zh: "{who}的账号没有“{what}”的权限。",
    en: "The account of {who} has no right to this: {what_en}.",
    advice_zh: "请切换到有此权限的身份，或请安全（保密）管理员授权；一人办公的，请用管理员账号登录。",
    advice_en:
      "Act in a post that has it, or ask the security administrator; in a one-person office sign in as its keeper.",
  },
  RECORD_FORBIDDEN: {
    zh: "{who}的当前身份不分管“{record}”，不能查看或修改。",
    en: "The post in which {who} acts does not keep {record_en}; it may not be read or changed.",
    advice_zh: "请切换到分管该台账的身份，或请安全（保密）管理员授权。",
    advice_en: "Act in a post that keeps it, or ask the security administrator.",
  },
  ROW_FORBIDDEN: {
    zh: "这一条“{record}”不在{who}当前身份的范围内，没有保存。",
    en: "This row of {record_en} is beyond the post in which {who} acts; nothing was saved.",
    advice_zh: "请由填报该条的单位修改，或切换到该单位的身份。",
    advice_en: "Let the office that keeps it change it, or act in a post of that office.",
  },
  SIDE_FORBIDDEN: {
    zh: "{who}的当前身份不能代{side}确认。",
    en: "The post in which {who} acts does not speak for the {side_en} side.",
    advice_zh: "请由{side}的协作部门确认；收回的数据核对单也可导入。",
    advice_en: "Let that side's cooperation office confirm; its returned sheet can be brought in as well.",
  },
  MAKER_IS_CHECKER: {
    zh: "本单位经办、审核分开，{who}不能审核自己经办的内容。",
    en: "In this office the maker does not check: {who} made this.",
    advice_zh: "请由本单位另一位审核；确为一人办公的，请系统管理员在“设置”中改为自审。",
    advice_en: "Let a colleague check it; if one person keeps the office, its setting can be changed to self-check.",
  },
  PASSWORD_TOO_SHORT: {
    zh: "密码太短，至少 {least} 个字符，没有设置。",
    en: "The password is too short, it needs at least {least} characters; it was not set.",
    advice_zh: "请换一个更长的密码，几个词连起来最好记。",
    advice_en: "Choose a longer one; a few words in a row are easiest to remember.",
  },
} as const;
