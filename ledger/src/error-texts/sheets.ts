/** Refusals of 表格: workbooks that come in. */
export const sheetsCodes = {
  WORKBOOK_ENCRYPTED: {
    zh: "表格设有打开密码，没有读取。",
    en: "The workbook needs a password to be opened; it was not read.",
    advice_zh: "请用 WPS 或 Excel 打开，在“文件—文档加密”中取消密码，另存后重新导入。",
    advice_en: "Open it in WPS or Excel, take the password off, save it and import that.",
  },
  WORKBOOK_DAMAGED: {
    zh: "表格文件已损坏或不完整，没有读取。",
    en: "The workbook is damaged or cut off; it was not read.",
    advice_zh: "请用 WPS 或 Excel 打开（按提示修复），另存为 .xlsx 后重新导入；也请核对文件是否传输完整。",
    advice_en:
      "Open it in WPS or Excel, let it repair the file, save it as .xlsx and import that; check that it arrived whole.",
  },
  WORKBOOK_FORMAT: {
    zh: "这不是可以读取的表格（{found}），没有读取。",
    en: "This is no workbook that can be read here ({found_en}); it was not read.",
    advice_zh: "请用 WPS 或 Excel 打开，另存为 .xlsx 后重新导入。",
    advice_en: "Open it in WPS or Excel, save it as .xlsx and import that.",
  },
  WORKBOOK_EMPTY: {
    zh: "表格里没有内容，没有读取。",
    en: "There is nothing in the workbook; it was not read.",
    advice_zh: "请打开原文件确认有内容后重新导入。",
    advice_en: "Open the original, make sure that it has content and import it again.",
  },
  WORKBOOK_TOO_LARGE: {
    zh: "表格有 {size} MB，超过 {limit} MB 的上限，没有读取。",
    en: "The workbook has {size} MB, more than the limit of {limit} MB; it was not read.",
    advice_zh: "请去掉其中的图片，或按乡镇、月份拆分后分别导入。",
    advice_en: "Take the pictures out, or split it by township or month and import the parts.",
  },
  WORKBOOK_TOO_FULL: {
    zh: "表格内容展开后超过上限（{what}：{limit}），已停止读取。",
    en: "What the workbook unpacks to is beyond the limit ({what_en}: {limit}); reading was stopped.",
    advice_zh: "请删去多余的工作表和空行空列，或拆分后分别导入。",
    advice_en: "Delete needless sheets, empty rows and columns, or split it and import the parts.",
  },
  WORKBOOK_TIMED_OUT: {
    zh: "读取表格超过 {seconds} 秒，已停止。",
    en: "Reading the workbook took more than {seconds} seconds and was stopped.",
    advice_zh: "请另存为 .xlsx，或拆分后分别导入。",
    advice_en: "Save it as .xlsx, or split it and import the parts.",
  },
  WORKBOOK_OUT_OF_MEMORY: {
    zh: "读取表格所需的内存超过 {limit} MB，已停止。",
    en: "Reading the workbook needs more than {limit} MB of memory and was stopped.",
    advice_zh: "请另存为 .xlsx，或拆分后分别导入。",
    advice_en: "Save it as .xlsx, or split it and import the parts.",
  },
  WORKBOOK_UNREADABLE: {
    zh: "读取表格时程序出错，没有读取。",
    en: "The program failed while it read the workbook; it was not read.",
    advice_zh: "请用 WPS 或 Excel 打开，另存为 .xlsx 后重新导入；仍不行请告诉维护人员。",
    advice_en: "Open it in WPS or Excel, save it as .xlsx and import that; if that fails too, tell the maintainers.",
  },
  ROSTER_MERGED: {
    zh: "工作表“{sheet}”有 {most} 处以上的合并单元格，读不了，没有导入。",
    en: "The sheet “{sheet}” has more than {most} merged cells, which is beyond what can be read; nothing was imported.",
    advice_zh: "请在 WPS 或 Excel 中取消合并单元格、逐行填满后再导入，或按乡镇拆成几份。",
    advice_en: "Unmerge the cells and fill each row, or split the file by township and import the parts.",
  },
  ROSTER_FORM: {
    zh: "这份表格太大，只有务工花名册这类一人一行的名册可以整份导入；“{sheet}”不是。",
    en: "The workbook is too large: only rolls with a row for each person, such as labour rolls, are imported whole; “{sheet}” is none.",
    advice_zh: "请删去图片和多余的工作表，或拆成几份再导入。",
    advice_en: "Delete pictures and needless sheets, or split it and import the parts.",
  },
  ROSTER_PAIRS: {
    zh: "“{sheet}”是导出的台账，含几对协作双方的行，又太大，不能整份读回，没有导入。",
    en: "The sheet “{sheet}” is an exported ledger with the rows of several pairs and too large to be read back whole; nothing was imported.",
    advice_zh: "请在台账里先选定一对协作双方，分别导出、修改、导入。",
    advice_en: "Choose one pair in the ledger, then export, change and import each by itself.",
  },
  WORKBOOK_SHEET_MISSING: {
    zh: "表格里没有工作表“{sheet}”。",
    en: "The workbook has no sheet “{sheet}”.",
    advice_zh: "请打开文件核对工作表名称后重试。",
    advice_en: "Open the file, look at the names of its sheets and try again.",
  },
  SHEET_IMPORT_MISSING: {
    zh: "没有找到这份表格或这次导入。",
    en: "This workbook or import was not found.",
    advice_zh: "请回到材料导入，重新打开；文件可能已被清除。",
    advice_en: "Go back to the documents and open it again; it may have been erased.",
  },
  SHEET_SCOPE_NEEDED: {
    zh: "还没有选定这份表格属于哪对协作双方，没有写入。",
    en: "It is not settled whose workbook this is; nothing was written.",
    advice_zh: "请在导入预演中选择协作双方。",
    advice_en: "Choose the pair in the preview.",
  },
  SHEET_YEAR_NEEDED: {
    zh: "这份表格没有写是哪一年的，年度还没有确认，没有写入。",
    en: "The workbook does not say of which year it is, and nobody has confirmed one; nothing was written.",
    advice_zh: "请在导入预演中填写或确认年度。",
    advice_en: "Give or confirm the year in the preview.",
  },
  SHEET_PLAN_STALE: {
    zh: "预演之后台账或选择有了变化，没有写入。",
    en: "The ledger or the choices have changed since the preview; nothing was written.",
    advice_zh: "请重新查看预演，确认后再写入。",
    advice_en: "Look at the preview again, then write.",
  },
  SHEET_MISSING_UNDECIDED: {
    zh: "台账中有 {count} 条不在这份表格里，还没有选择怎么处理，没有写入。",
    en: "The ledger has {count} rows that are not in this workbook and are not decided on; nothing was written.",
    advice_zh: "请逐条选择：出库（终止）、删除、漏填或忽略。",
    advice_en: "Choose for each: ended, removed, left out by mistake, or ignore.",
  },
  REMEMBERED_MISSING: {
    zh: "没有找到这条记住的表样，可能已经删除。",
    en: "This remembered layout was not found; somebody may have removed it.",
    advice_zh: "请刷新列表。",
    advice_en: "Reload the list.",
  },
  SHEET_NO_DOUBTS: {
    zh: "这份表格没有需要退回核实的行。",
    en: "No row of this workbook needs to be sent back.",
    advice_zh: "可以直接写入。",
    advice_en: "It can be imported as it is.",
  },
  PAIR_INVALID: {
    zh: "协作双方没有填完整，没有建立。",
    en: "The pair is not filled in completely; it was not set up.",
    advice_zh: "请填写两方全称（如“某省某市某区”）；区划代码为 6、9 或 12 位数字，没有可不填。",
    advice_en: "Give both full names; a region code has 6, 9 or 12 digits and may be left out.",
  },
  RUN_STOPPED: {
    zh: "这次导入已经取消、撤销或由另一处接着进行，没有再写入。",
    en: "This import was cancelled, undone or goes on elsewhere; nothing more was written.",
    advice_zh: "请刷新，查看导入的最后状态。",
    advice_en: "Reload and look at its last state.",
  },
  RUN_UNDO_CONFLICT: {
    zh: "导入之后又有人改动过其中 {count} 条（如“{title}”），没有撤销。",
    en: "Of the import, {count} rows were changed afterwards (such as “{title}”); it was not undone.",
    advice_zh: "请先处理这些改动，或逐条更正。",
    advice_en: "Settle those changes first, or correct the rows one by one.",
  },
  COLLECTION_FILE_UNKNOWN: {
    zh: "这份文件不是发出去的收表，看不出是哪个单位、哪项任务的，没有收下。",
    en: "This file is none of the forms that were sent out; it does not say whose it is, and was not taken.",
    advice_zh: "请用系统发出的原表填报（不要复制到新表里），再把它拖回来；其他表格请到“材料导入”。",
    advice_en:
      "Fill in the form as it was sent, not a copy of its cells, and drop that; other workbooks go to Bring in.",
  },
  COLLECTION_UNITS: {
    zh: "收表任务要有填报单位，每个单位至少一项指标，单位不超过 {most} 个，没有建立。",
    en: "A collection needs units with at least one indicator each, no more than {most} of them; it was not begun.",
    advice_zh: "请补全单位名称和指标后重试。",
    advice_en: "Give each unit a name and its indicators and try again.",
  },
  COLLECTION_LEDGER: {
    zh: "这本台账不能按所选的列发给各单位填报，任务没有建立。",
    en: "This ledger cannot be collected by the chosen columns; the task was not begun.",
    advice_zh: "请选择写有单位名称的一列（如“实施单位”），再选至少一列请单位填报。",
    advice_en:
      "Choose a column that names units (such as the one that carries a project out), and at least one to be filled in.",
  },
  COLLECTION_ROWS: {
    zh: "“{unit}”在这本台账里超过 {most} 行，一份表装不下，没有生成。",
    en: "The unit “{unit}” has more than {most} rows of this ledger; one form does not hold them, and none was made.",
    advice_zh: "请换一列分单位（如按村、按用工单位），每份行数少一些。",
    advice_en: "Part the ledger by another column, such as village or employer, for fewer rows a form.",
  },
  TEMPLATE_FORMAT: {
    zh: "只有 .xlsx 和 .docx 模板可以原样填报，这份文件不是，没有打开。",
    en: "Only .xlsx and .docx forms can be filled in where they stand; this one is another format and was not opened.",
    advice_zh: "请用 WPS 或 Office 打开：表格（.xls、.et）另存为 .xlsx，文字（.doc、.wps）另存为 .docx，再打开。",
    advice_en:
      "Open it in WPS or Office: save a sheet (.xls, .et) as .xlsx, a text (.doc, .wps) as .docx, and open that.",
  },
  TEMPLATE_BINDING: {
    zh: "模板的填报位置不对，没有保存。",
    en: "What was bound to the form's places does not fit; it was not saved.",
    advice_zh: "请重新打开模板，点选位置，再选指标或台账中的一列。",
    advice_en: "Open the form again, choose its places, and an indicator or a ledger's column for each.",
  },
  TEMPLATE_UNBOUND: {
    zh: "这份模板还没有选过填报位置，没有可填的内容。",
    en: "No place of this form has been bound yet; there is nothing to fill in.",
    advice_zh: "请先打开模板，点要填的位置、选要填的数并保存；以后同样的表自动填好。",
    advice_en: "Open the form, choose what belongs into its places and save; the next copy then fills by itself.",
  },
} as const;
