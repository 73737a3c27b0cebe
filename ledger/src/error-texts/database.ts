/** Refusals of 数据库: where the ledger is kept. */
export const databaseCodes = {
  DATABASE_IN_USE: {
    zh: "山海已在运行（数据目录 {dataDir}）。",
    en: "Shanhai is already running on the data directory {dataDir}.",
    advice_zh:
      "请直接打开正在运行的页面；要重新启动，先在原窗口按 Ctrl-C 结束它，或用 SHANHAI_DATA 指定另一个数据目录。",
    advice_en:
      "Open the page that is already running; to restart, end the other one with Ctrl-C first, or choose another directory with SHANHAI_DATA.",
  },
  DATABASE_OTHER_VERSION: {
    zh: "数据目录 {dataDir} 由 PostgreSQL {found} 建立，本程序使用 PostgreSQL {expected}，不能直接打开。",
    en: "The data directory {dataDir} was made by PostgreSQL {found}; this program uses PostgreSQL {expected} and cannot open it.",
    advice_zh: "请用原来版本的程序执行 shanhai export 目录，再用本程序在空的数据目录执行 shanhai import 目录。",
    advice_en:
      "Run `shanhai export DIR` with the program that made it, then `shanhai import DIR` with this one into an empty data directory.",
  },
  DATABASE_DAMAGED: {
    zh: "数据目录 {dataDir} 打不开：{cause}。",
    en: "The data directory {dataDir} cannot be opened: {cause}.",
    advice_zh: "请保留该目录不要改动，用最近一次备份导入到新的数据目录；备份位置见启动时的提示。",
    advice_en:
      "Keep the directory untouched and import the latest backup into a new data directory; the start names the last backup.",
  },
  DATABASE_UNREACHABLE: {
    zh: "连不上数据库：{cause}。",
    en: "The database cannot be reached: {cause}.",
    advice_zh: "请检查数据库服务是否已启动，以及 DATABASE_URL 是否正确。",
    advice_en: "Check that the database server runs and that DATABASE_URL is right.",
  },
  DATABASE_ENDED: {
    zh: "与数据库的连接中断，本次操作没有完成（{cause}）。",
    en: "The connection to the database ended before this operation was done ({cause}).",
    advice_zh: "保管数据库的程序可能已结束，请重新执行本操作。",
    advice_en: "The program that keeps the database has probably ended; do this again.",
  },
  DATABASE_SERVER_TOO_OLD: {
    zh: "数据库服务的版本是 PostgreSQL {found}，本程序需要 {oldest} 或更高版本。",
    en: "The database server is PostgreSQL {found}; this program needs {oldest} or newer.",
    advice_zh: "请升级数据库服务，或去掉 DATABASE_URL 使用内置数据库。",
    advice_en: "Upgrade the server, or unset DATABASE_URL to use the embedded database.",
  },
  DATA_DIRECTORY_UNUSABLE: {
    zh: "数据目录 {dataDir} 不能使用：{cause}。",
    en: "The data directory {dataDir} cannot be used: {cause}.",
    advice_zh: "请确认目录存在且当前用户可写，或用 SHANHAI_DATA 指定另一个目录。",
    advice_en:
      "Make sure that the directory exists and that you may write to it, or choose another one with SHANHAI_DATA.",
  },
  DISK_FULL: {
    zh: "磁盘已满，本次操作没有写入，已有数据不受影响。",
    en: "The disk is full; nothing of this operation was written, what was there is unharmed.",
    advice_zh: "请清理磁盘空间后重试。",
    advice_en: "Free some space and try again.",
  },
  MIGRATION_NEWER: {
    zh: "数据库由更新版本的程序建立（已到第 {found} 号迁移，本程序只到第 {known} 号），不能打开。",
    en: "The database was made by a newer program (it is at migration {found}, this program knows up to {known}); it cannot be opened.",
    advice_zh:
      "请升级本程序；确需退回旧版本的，用新版本执行 shanhai export 目录，再用旧版本在空的数据库执行 shanhai import 目录。",
    advice_en:
      "Upgrade this program; to go back to the older one, run `shanhai export DIR` with the newer program and `shanhai import DIR` with the older one into an empty database.",
  },
  MIGRATION_CHANGED: {
    zh: "数据库的第 {number} 号迁移与本程序的不一致，不能打开。",
    en: "Migration {number} of the database is not the one of this program; it cannot be opened.",
    advice_zh: "请用建立该数据库的程序执行 shanhai export 目录，再用本程序在空的数据库执行 shanhai import 目录。",
    advice_en:
      "Run `shanhai export DIR` with the program that made the database, then `shanhai import DIR` with this one into an empty database.",
  },
} as const;
