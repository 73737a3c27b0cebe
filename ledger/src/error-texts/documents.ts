/** Refusals of 材料: what comes in, and how it is read. */
export const documentsCodes = {
  DOCUMENT_SECRET: {
    zh: "文件带有“{level}”标志，没有接收，也没有留下任何内容。",
    en: "The file is marked as a state secret (level: {level}); it was not taken in and nothing of it was kept.",
    advice_zh: "本系统不得存储、处理国家秘密。请立即从本机移除该文件，按保密规定交本单位保密部门处理。",
    advice_en:
      "This system must not store or process state secrets. Remove the file from this computer now and hand it to your secrecy office.",
  },
  DOCUMENT_EMPTY: {
    zh: "文件是空的，没有接收。",
    en: "The file is empty; it was not taken in.",
    advice_zh: "请打开原文件确认有内容后重新导入，或直接粘贴正文。",
    advice_en: "Open the original, make sure that it has content and import it again, or paste the text.",
  },
  DOCUMENT_UNREADABLE: {
    zh: "文件读不出文字，没有接收。",
    en: "No text can be read from the file; it was not taken in.",
    advice_zh: "请用 WPS 或 Word 打开，另存为 .docx 或 .txt 后重新导入，或直接粘贴正文。",
    advice_en: "Open it in WPS or Word, save it as .docx or .txt and import that, or paste the text.",
  },
  DOCUMENT_BINARY: {
    zh: "这不是文字材料（文件内容是二进制数据），没有接收。",
    en: "This is no text document (its content is binary data); it was not taken in.",
    advice_zh: "请确认选对了文件；图片、压缩包、程序不能导入，扫描件请先转成文字。",
    advice_en:
      "Check that it is the right file; pictures, archives and programs cannot be imported, scans need their text first.",
  },
  DOCUMENT_NO_CHINESE: {
    zh: "材料里没有汉字（按 {encoding} 编码读取），没有接收。",
    en: "There is no Chinese in the document (read as {encoding}); it was not taken in.",
    advice_zh: "如果打开是乱码，请在导入时改选编码（GB18030、UTF-8、Big5）后重试。",
    advice_en: "If it shows as garbled characters, choose another encoding (GB18030, UTF-8, Big5) and try again.",
  },
  DOCUMENT_TOO_LARGE: {
    zh: "文件有 {size} MB，超过 {limit} MB 的上限，没有接收。",
    en: "The file has {size} MB, more than the limit of {limit} MB; it was not taken in.",
    advice_zh: "请拆分后分别导入，或只导入正文部分。",
    advice_en: "Split it and import the parts, or import only its text.",
  },
  READING_TIMED_OUT: {
    zh: "读取超过 {seconds} 秒，已停止；没有接收。",
    en: "Reading took more than {seconds} seconds and was stopped; the file was not taken in.",
    advice_zh: "请另存为 .txt 或拆分后重试；仍不行请把文件名和大小告诉维护人员。",
    advice_en: "Save it as .txt or split it and try again; if that fails, tell the maintainers its kind and size.",
  },
  READING_OUT_OF_MEMORY: {
    zh: "读取所需内存超过 {limit} MB 的上限，已停止；没有接收。",
    en: "Reading needed more than the limit of {limit} MB of memory and was stopped; the file was not taken in.",
    advice_zh: "请拆分后分别导入，或只导入正文部分。",
    advice_en: "Split it and import the parts, or import only its text.",
  },
  READING_CRASHED: {
    zh: "读取这份文件时程序出错，已恢复；没有接收。",
    en: "Reading this file failed inside the program, which has recovered; the file was not taken in.",
    advice_zh: "请另存为 .txt 后重试，并把文件类型告诉维护人员。",
    advice_en: "Save it as .txt and try again, and tell the maintainers what kind of file it is.",
  },
  DOCUMENT_NOT_FOUND: {
    zh: "没有这份材料。",
    en: "There is no such document.",
    advice_zh: "它可能已被清除，请刷新材料列表。",
    advice_en: "It may have been erased; reload the list of documents.",
  },
  DOCUMENT_WITHDRAWN: {
    zh: "{who} 已于 {at} 撤回这份材料，不能再核对。",
    en: "This document was withdrawn by {who} at {at}; it cannot be checked any more.",
    advice_zh: "您的决定没有写入。如需继续，请与撤回人联系后重新导入。",
    advice_en: "Your decisions were not written. To go on, speak to the person who withdrew it and import it again.",
  },
  DOCUMENT_IN_CHECKING: {
    zh: "这份材料已有核对决定，不能换一种读法重新读取。",
    en: "Decisions have been made on this document; it cannot be read in another way.",
    advice_zh: "请先撤销这份材料的核对决定，再换编码重新导入。",
    advice_en: "Undo the decisions on the document first, then import it again with the other encoding.",
  },
  DOCUMENT_ERASED: {
    zh: "这份材料已被清除，不能再使用。",
    en: "This document has been erased and cannot be used any more.",
    advice_zh: "清除不可恢复；清除的人和原因见操作记录。",
    advice_en: "An erasure cannot be taken back; who did it and why is in the record of operations.",
  },
} as const;
