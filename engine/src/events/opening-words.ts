import type { Senses } from "../patterns/senses.js";

/** What is done before people when something opens (揭牌、剪彩). */
export const CEREMONY: Senses = {
  plate: ["举行揭牌仪式", /揭牌|揭了牌/],
  handedOverForUse: ["交付使用仪式", /交付(?:运营|使用|启用)?仪式/],
  firstSpade: ["铲下第一锹土", /(?:打下|铲下|挖下|培下)了?第一[根铲锹]/],
  button: ["按下启动按钮", /按下了?[^，,。；;]{0,6}(?:按钮|启动键|启动钮)/],
  plateHung: ["授牌仪式", /授牌|授了牌|挂牌(?!督办)|挂了牌/],
  unveiled: ["雕像揭幕", /揭幕/],
  ribbonCut: ["为园区剪彩", /剪彩|剪了彩/],
  takenIntoUse: ["启用揭牌", /启用揭牌|启用/],
  groundBroken: ["项目奠基", /奠基|破土动工/],
  ceremony: ["通车仪式", /(?:开工|动工|竣工|投用|通车|开业)仪式/],
  firstFlight: ["首航仪式", /首航(?:仪式)?|首飞仪式/],
  inaugurated: ["大楼落成", /落成/],
  parkOpened: ["产业园正式开园", /(?<!召)开园(?!区)/],
};

/** Stages of works (竣工、投用) that are told of a day. */
export const STAGE: Senses = {
  completedAndUsed: ["车间竣工投用", /竣工投用/],
  didOpen: ["产业园开了园，", /(?:开了|投了)[园业工张馆产](?=[，,。；;])/],
  groundBroken: ["项目破土，", /破土(?=[，,。；;])/],
  firstRun: ["班列首发，", /(?:首次发车|首发)(?=[，,。；;])/],
  builtAndUsed: ["冷库建成投用", /建成投用|建成投产/],
  connected: [
    "远程会诊平台开通",
    /(?<=(?:平台|系统|专线|航线|班车|班列|热线|门诊|诊室)”?[^，,。；;]{0,4})(?:接通|开通|上线)/,
  ],
  completed: ["项目竣工", /竣工|投产|投用/],
  opened: ["门店开业", /开业|开张/],
  lit: ["锅炉点火", /点火/],
  doorsOpened: ["直播间开门，", /开门(?=[。；;，,])(?<=[坊店馆间厂场社铺室][^，,。；;]{0,4}..)/],
  signHung: ["牌子挂在门口", /(?<=牌子|牌匾)挂[在上起](?=[^，,。；;]{2,})/],
  begun: ["厂房动工", /(?<!召)开工(?!作|资)|动工|开建/],
  museumOpened: ["纪念馆开馆", /开馆/],
  openToTraffic: ["公路通车", /通车/],
  inOperation: ["投入使用", /投入(?:使用|运营|运行)|正式(?:运营|营业|上线|启动运营)/],
  welcomesGuests: ["民宿开门迎客", /开门迎客/],
  flowsOrRoofed: ["大楼封顶", /通水|封顶/],
  handedOver: ["教学楼交付使用", /交付使用/],
};
