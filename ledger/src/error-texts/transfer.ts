/** Refusals of 导出、导入 of the whole ledger. */
export const transferCodes = {
  TARGET_NOT_EMPTY: {
    zh: "导入的目标数据库已有数据，没有导入。",
    en: "The database to import into holds data already; nothing was imported.",
    advice_zh: "请用 SHANHAI_DATA 指定一个空的数据目录（或空的数据库）后再导入。",
    advice_en: "Choose an empty data directory with SHANHAI_DATA (or an empty database) and import again.",
  },
  EXPORT_TARGET_UNUSABLE: {
    zh: "导出目录 {directory} 不是空的，没有导出。",
    en: "The directory {directory} is not empty; nothing was exported.",
    advice_zh: "请指定一个新的或空的目录。",
    advice_en: "Choose a new or empty directory.",
  },
  EXPORT_BROKEN: {
    zh: "目录 {directory} 里的导出不完整或被改动过（{part}），没有导入。",
    en: "The export in {directory} is incomplete or was altered ({part}); nothing was imported.",
    advice_zh: "请重新导出，或换一份完好的备份。",
    advice_en: "Export again, or take another backup that is whole.",
  },
  IMPORT_UNFINISHED: {
    zh: "上次导入没有完成，这个台账还不完整，不能使用。",
    en: "The last import was not finished; this ledger is not whole and cannot be used.",
    advice_zh: "请用同一份导出再次执行 shanhai import 目录，它会接着完成；或换一个空的数据目录。",
    advice_en:
      "Run `shanhai import DIR` again with the same export, it goes on where it stopped; or take an empty data directory.",
  },
  BACKUP_MISSING: {
    zh: "没有这份备份，或其文件夹已被移走。",
    en: "There is no such backup, or its folder was moved away.",
    advice_zh: "请刷新备份列表，或立即做一次新的备份。",
    advice_en: "Reload the list of backups, or make a new one.",
  },
  BACKUP_UNFIT: {
    zh: "还原演练没有通过：备份与登记的不一致（{cause}）。",
    en: "The restore drill failed: the backup is not what was written down ({cause}).",
    advice_zh: "请不要依赖这份备份；立即做一次新的备份并再次演练。",
    advice_en: "Do not rely on it; make a new backup and drill again.",
  },
} as const;
