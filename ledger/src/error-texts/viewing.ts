/** Refusals of 台账视图. */
export const viewingCodes = {
  VIEW_MISSING: {
    zh: "没有找到这个视图，或者不是您保存的。",
    en: "This view was not found, or somebody else saved it.",
    advice_zh: "请刷新列表；本单位共用的视图由保存的人删除。",
    advice_en: "Reload the list; a shared view is removed by whoever saved it.",
  },
  VIEWS_FULL: {
    zh: "这个台账已经保存了 {most} 个视图。",
    en: "You keep {most} views of this list already.",
    advice_zh: "请先删除不用的视图。",
    advice_en: "Remove one that you no longer use.",
  },
} as const;
