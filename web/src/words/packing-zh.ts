/** Words of 佐证材料包. */
export const packingZh = {
  make: "佐证材料包",
  title: "制作佐证材料包",
  about:
    "按指标编号分文件夹，收入数值、明细、不计入的条目、佐证原件和校验清单；解压到 U 盘，断网打开 index.html 即可查阅。",
  indicators: "收入的指标",
  all: (chosen: number, offered: number) => `全选（已选 ${chosen} / ${offered} 项）`,
  plain: "证件号码、电话、账号不遮盖",
  prepare: "下一步",
  none: "本月没有可以收入的指标",
  noneAdvice: "请先登记台账或填报数据，或换一个月份。",
  holds: (indicators: number, rows: number, proofs: number, size: string) =>
    `${indicators} 项指标、${rows} 条明细、${proofs} 份佐证材料（${size}）`,
  namesCut: "本身份不能导出实名名单，表中姓名将遮盖。",
  leftOut: (n: number) => `未收入的材料 ${n} 份`,
  unnamed: "（不列名称）",
  reasons: { secret: "带有绝密、机密或秘密标志，不得收入", missing: "原件不在文件库中，请运行校验" },
  fetch: "取走（.zip，下载留痕）",
  progress: (written: number, all: number) => `正在写入佐证材料 ${written} / ${all}`,
  cancel: "取消制作",
  cancelled: "已取消；下载到一半的文件请删除。",
  failed: "材料包没有完成，请重新制作。",
  done: (files: number) => `已完成，清单列有 ${files} 个文件`,
  fingerprint: (seal: string) => `清单指纹 ${seal}`,
  check: "解压后打开“校验.html”选择文件夹，逐个文件核对；清单指纹已记入审计日志。",
  again: "重新选择",
};
