/** 表格：导出、收表、模板填报。 */
export const sheetsZh = {
  export: "导出表格",
  exportHint: "按当前条件导出全部内容，可直接打印、盖章、上报",
  exportFailed: "没有导出",
  exportMore: "更多导出",
  blank: "空白表（含填表说明）",
  blankHint: "发给没有账号的单位填写，填好后从材料导入带回",
  dictionary: "数据字典",
  dictionaryHint: "各台账的栏目、选项和办理环节，供对接与核对",
};
