/** 表格：导出、收表、模板填报。 */
export const sheetsZh = {
  export: "导出表格",
  exportHint: "按当前条件导出全部内容，可直接打印、盖章、上报",
  exportFailed: "没有导出",
};
