/** Refusals of 账号: who may do what. */
export const accountsCodes = {
  SCOPE_FORBIDDEN: {
    zh: "{who}的账号不管理这对协作双方，不能查看或修改。",
    en: "The account of {who} does not keep this pair; it may not read or change it.",
    advice_zh: "请用管理该协作双方的账号登录，或请管理员授权。",
    advice_en: "Sign in with an account that keeps this pair, or ask the administrator.",
  },
  ROLE_FORBIDDEN: {
    zh: "{who}的账号没有管理员权限，不能执行此操作（{what}）。",
    en: "The account of {who} is not an administrator's; it may not do this ({what}).",
    advice_zh: "请用管理员账号登录后执行。",
    advice_en: "Sign in as an administrator.",
  },
  PASSWORD_TOO_SHORT: {
    zh: "密码太短，至少 {least} 个字符，没有设置。",
    en: "The password is too short, it needs at least {least} characters; it was not set.",
    advice_zh: "请换一个更长的密码，几个词连起来最好记。",
    advice_en: "Choose a longer one; a few words in a row are easiest to remember.",
  },
} as const;
