/** Articles of our own for the browser tests: the regions are real, people and figures are invented. */
export const visitArticle = {
  name: "海珠区回访惠水.txt",
  text: `海珠区工作组到惠水县回访

发布时间：2023-11-08　来源：海珠观察

　　2023年11月6日至7日，广州市海珠区副区长乐知微率队到贵州省黔南州惠水县回访。

　　6日下午，海珠区与惠水县召开东西部协作座谈会。惠水县副县长冉有邻说，希望海珠区帮助培训乡村教师，多派医生驻点。

　　乐知微表示，海珠区将选派10名骨干教师到惠水支教，今年投入协作资金约320万元。
`,
};

/** The marker must be found nowhere in the data directory afterwards. */
export const secretArticle = {
  name: "内部通报.txt",
  marker: "石榴籽七号方案",
  text: `机密★1年

关于石榴籽七号方案的通报

　　各单位：现将石榴籽七号方案有关情况通报如下。
`,
};

/** Traditional script with glosses as a damaged page carries them, and the same in plain Simplified. */
export const damagedArticle = {
  name: "繁體頁面.txt",
  text: `惠水縣(xiàn)與海珠區(qū)深化協(xié)作

　　2023年9月20日，惠水縣(xiàn)委書記池映川說，希望海珠區(qū)繼續(xù)支持農(nóng)業(yè)產(chǎn)業(yè)發(fā)展。
`,
  repaired: `惠水县与海珠区深化协作

　　2023年9月20日，惠水县委书记池映川说，希望海珠区继续支持农业产业发展。
`,
};
