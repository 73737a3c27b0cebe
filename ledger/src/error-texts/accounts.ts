/** Refusals of 账号: who may do what. */
export const accountsCodes = {
  MAP_APPROVAL: {
    zh: "没有填写审图号，或格式不对，地图没有保存。",
    en: "The approval number is missing or has another form; the map was not kept.",
    advice_zh: "请按图上印的填写，如“GS（2023）0000号”；没有审图号的地图不能公开展示。",
    advice_en: "Enter it as it is printed on the map; a map without one may not be shown.",
  },
  MAP_PICTURE: {
    zh: "这不是 PNG 或 JPEG 图片，或超过 20 MB，地图没有保存。",
    en: "This is no PNG or JPEG picture, or has more than 20 MB; the map was not kept.",
    advice_zh: "请另存为 PNG 或 JPEG 后重试。",
    advice_en: "Save it as PNG or JPEG and try again.",
  },
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
  PASSWORD_TOO_EASY: {
    zh: "密码太容易被猜到（常见词、连续的键、单一字符或含有姓名），没有设置。",
    en: "The password is guessed too easily (a common word, keys in a row, one kind of character, or the name); it was not set.",
    advice_zh: "请换一个：几个不相干的词连起来，中间加数字或符号。",
    advice_en: "Choose another: a few words that have nothing to do with each other, with digits or signs between.",
  },
  PASSWORD_SAME: {
    zh: "新密码与现在的相同，没有更改。",
    en: "The new password is the present one; nothing was changed.",
    advice_zh: "请换一个新的。",
    advice_en: "Choose another one.",
  },
  PASSWORD_OLD_WRONG: {
    zh: "现在的密码不对，没有更改。",
    en: "The present password is wrong; nothing was changed.",
    advice_zh: "请核对后再试；连续多次不对，请退出后等 15 分钟重新登录。",
    advice_en: "Check and try again; after several failures sign out and wait 15 minutes.",
  },
  ACCOUNT_NAME_TAKEN: {
    zh: "已有姓名（登录名）为“{name}”的账号，没有建立。",
    en: "There is an account named {name} already; none was made.",
    advice_zh: "请在姓名后加单位简称以示区别，如“李示例（石坎）”。",
    advice_en: "Add a word that tells the two apart, such as the office.",
  },
  ACCOUNT_MISSING: {
    zh: "没有这个账号、单位或身份。",
    en: "There is no such account, office or post.",
    advice_zh: "请刷新后重试。",
    advice_en: "Reload and try again.",
  },
  GRANT_OWN: {
    zh: "不能给自己授权，没有保存。",
    en: "Nobody grants himself a post; nothing was saved.",
    advice_zh: "请由另一位安全（保密）管理员授权。",
    advice_en: "Let another security administrator grant it.",
  },
  ADMINISTRATORS_APART: {
    zh: "系统、安全（保密）、审计三员须分开，也不能兼办业务，没有保存。",
    en: "The three administrators are three people without other posts; nothing was saved.",
    advice_zh: "请另选一个账号，或先撤销该账号现有的身份。",
    advice_en: "Choose another account, or take its other posts away first.",
  },
  ADMINISTRATORS_MISSING: {
    zh: "三员尚未配齐（缺：{missing}），不能分设。",
    en: "The three administrators are not complete (missing: {missing_en}); they cannot be set apart.",
    advice_zh: "请先建立三个账号并分别授权，再打开三员分设。",
    advice_en: "Make the accounts and grant each its post first.",
  },
} as const;
