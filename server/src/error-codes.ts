/**
 * The server's refusals, in one table: status, what happened, what to do, in both languages.
 * `{name}` is filled from the parameters. A retired code is never used for another meaning.
 */
export const SERVER_ERROR_CODES = {
  NOT_SIGNED_IN: {
    status: 401,
    zh: "尚未登录，或登录已失效。",
    en: "Not signed in, or the session has ended.",
    advice_zh: "请用账号密码或启动窗口里的登录链接重新登录；已填写的内容仍在页面上。",
    advice_en: "Sign in again, by password or with the link in the start window; what you typed is kept.",
  },
  SESSION_LOCKED: {
    status: 423,
    zh: "长时间未操作，已锁屏。",
    en: "The session is locked after a while without a click.",
    advice_zh: "请输入密码解锁；已填写的内容仍在页面上。",
    advice_en: "Unlock it with your password; what you typed is kept.",
  },
  PASSWORD_FIRST: {
    status: 403,
    zh: "这个账号还没有密码。",
    en: "This account has no password yet.",
    advice_zh: "请先设置自己的密码，再使用。",
    advice_en: "Set your own password first.",
  },
  LINK_USED: {
    status: 401,
    zh: "登录链接无效：只能使用一次，10 分钟内有效。",
    en: "This sign-in link has been used or is out of time: it works once, for 10 minutes.",
    advice_zh: "请运行 shanhai link 取得新的链接，或重新启动。",
    advice_en: "Get a new one with `shanhai link`, or start again.",
  },
  PASSWORD_WRONG: {
    status: 401,
    zh: "账号或密码不对。",
    en: "Wrong account or password.",
    advice_zh: "请核对后再试；连续多次不对，该账号将暂停登录 15 分钟。",
    advice_en: "Check and try again; after several failures the account rests for 15 minutes.",
  },
  FOREIGN_HOST: {
    status: 421,
    zh: "访问地址不对。",
    en: "This server does not answer to that host name.",
    advice_zh: "请使用启动窗口里显示的地址访问。",
    advice_en: "Use the address printed at start.",
  },
  FOREIGN_ORIGIN: {
    status: 403,
    zh: "请求来自别的网站，已拒绝。",
    en: "The request comes from another site and was refused.",
    advice_zh: "请在本系统页面内操作。",
    advice_en: "Use the pages of this system.",
  },
  NETWORK_FORBIDDEN: {
    status: 403,
    zh: "本机地址 {address} 不在允许访问的网段内。",
    en: "This computer's address {address} is not in a network that may come in.",
    advice_zh: "需要使用的，请把这个地址告诉系统管理员。",
    advice_en: "If you need access, tell this address to the administrator.",
  },
  NETWORK_UNREADABLE: {
    status: 500,
    zh: "“{network}”不是网段或地址。",
    en: "This is no network or address: “{network}”.",
    advice_zh: "请按 10.1.2.0/24 或 10.1.2.3 的写法填写 --allow。",
    advice_en: "Write --allow as 10.1.2.0/24 or 10.1.2.3.",
  },
  TLS_PAIR: {
    status: 500,
    zh: "证书和私钥要同时给出。",
    en: "A certificate and its key belong together.",
    advice_zh: "请同时填写 --tls-cert 和 --tls-key。",
    advice_en: "Give both --tls-cert and --tls-key.",
  },
  TLS_UNREADABLE: {
    status: 500,
    zh: "读不了证书或私钥：{file}。",
    en: "The certificate or its key cannot be read: {file}.",
    advice_zh: "请核对路径，并使用 PEM 格式、不带口令的私钥。",
    advice_en: "Check the path; both must be PEM, the key without a passphrase.",
  },
  TLS_MISMATCH: {
    status: 500,
    zh: "证书和私钥不是一对。",
    en: "The key is not that of the certificate.",
    advice_zh: "请换成同一次签发的两个文件。",
    advice_en: "Use the two files that were issued together.",
  },
  TLS_EXPIRED: {
    status: 500,
    zh: "证书已过期（{day}）。",
    en: "The certificate ended on {day}.",
    advice_zh: "请换成有效的证书后再启动。",
    advice_en: "Start again with a valid one.",
  },
  NOT_FOUND: {
    status: 404,
    zh: "没有找到。",
    en: "Not found.",
    advice_zh: "内容可能已撤下，或地址不完整；请返回列表重新打开。",
    advice_en: "It may have been withdrawn, or the address is incomplete; open it again from the list.",
  },
  PROPERTY_UNKNOWN: {
    status: 400,
    zh: "请求中有不认识的项目“{property}”，没有执行。",
    en: "The request has a property that is not known here ({property}); nothing was done.",
    advice_zh: "请核对接口说明中的名称；页面上出现此提示的，请刷新后重试。",
    advice_en: "Compare it with the API's description; if a page says so, reload it and try again.",
  },
  BAD_REQUEST: {
    status: 400,
    zh: "填写的内容不完整或格式不对：{where}。",
    en: "The request does not fit: {where}.",
    advice_zh: "请按提示改正后再提交。",
    advice_en: "Correct it and send it again.",
  },
  TOO_LARGE: {
    status: 413,
    zh: "文件超过 {limit} MB。",
    en: "The file is over {limit} MB.",
    advice_zh: "请拆分后再导入，或只导入需要的部分；材料导入的上限可由管理员用 SHANHAI_UPLOAD_MB 调整。",
    advice_en: "Split it, or bring in the part that is needed; the limit for materials is set by SHANHAI_UPLOAD_MB.",
  },
  PORT_IN_USE: {
    status: 500,
    zh: "端口 {port} 已被占用。",
    en: "Port {port} is in use.",
    advice_zh: "山海可能已在运行，请先看已打开的窗口；要换端口，设置 SHANHAI_PORT 或加 --port 后再启动。",
    advice_en: "Shanhai may be running already; else choose another port with SHANHAI_PORT or --port.",
  },
  PORT_FORBIDDEN: {
    status: 500,
    zh: "没有权限使用端口 {port}。",
    en: "No permission for port {port}.",
    advice_zh: "请换一个 1024 以上的端口（SHANHAI_PORT 或 --port）。",
    advice_en: "Choose one above 1024 with SHANHAI_PORT or --port.",
  },
  ADDRESS_UNKNOWN: {
    status: 500,
    zh: "本机没有地址 {host}。",
    en: "This machine has no address {host}.",
    advice_zh: "请核对 --host 后再启动；只在本机使用时不必填写。",
    advice_en: "Check --host; leave it out for use on this machine only.",
  },
  PASSWORD_NEEDED: {
    status: 500,
    zh: "对外提供访问（{host}）前须先设置密码。",
    en: "Before others can reach it at {host}, a password must be set.",
    advice_zh: "请先运行 shanhai password，再启动。",
    advice_en: "Run `shanhai password` first.",
  },
  PAGES_MISSING: {
    status: 500,
    zh: "网页文件不在 {folder}。",
    en: "The built pages are not in {folder}.",
    advice_zh: "请先运行 npm run build。",
    advice_en: "Run `npm run build` first.",
  },
  BROKEN: {
    status: 500,
    zh: "程序出错，本次操作没有写入任何内容（编号 {trace}）。",
    en: "The program failed and nothing of this operation was written (number {trace}).",
    advice_zh: "请重试；仍不行时，把时间和编号告诉系统管理员。",
    advice_en: "Try again; if it persists, tell the administrator the time and the number.",
  },
} as const;

export type ServerErrorCode = keyof typeof SERVER_ERROR_CODES;

/** A refusal of the server: a code of the table with both texts filled in. */
export class ServerError extends Error {
  readonly status: number;
  /** What happened, then what to do. */
  readonly zh: string;
  readonly en: string;
  /** The same in its two parts, for screens that set them apart. */
  readonly whatZh: string;
  readonly adviceZh: string;

  constructor(
    readonly code: ServerErrorCode,
    params: { readonly [name: string]: string } = {},
    options?: ErrorOptions,
  ) {
    const entry = SERVER_ERROR_CODES[code];
    const en = fill(`${entry.en} ${entry.advice_en}`, params);
    super(en, options);
    this.name = "ServerError";
    this.status = entry.status;
    this.whatZh = fill(entry.zh, params);
    this.adviceZh = fill(entry.advice_zh, params);
    this.zh = `${this.whatZh}${this.adviceZh}`;
    this.en = en;
  }
}

function fill(text: string, params: { readonly [name: string]: string }): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
}
