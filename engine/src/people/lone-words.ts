// The words by which people are known who have no post in front: what leads to them, what stands behind them.

/** What ends a run of people, behind its last name: 等老师, 等12名干部, 三位同志, 等陪同. */
export const people =
  /^(?:等|三|两|[二四五六七八九十]|\d+)?\s*(?:\d+|[一二两三四五六七八九十]+)?余?[多余]?[名位]?(?:(?<=\d余?[名位])(?:来自|在|同|赴|是|共|组)|(?:(?<=[名位])(?:援[一-龥]{1,2}|支教|支医|挂职|驻村|派驻|帮扶|骨干|优秀|青年))?(?:老?同志|老师|教师|医生|专家|领导|干部|队员|同学|学生|人|代表|记者|先生|女士|一行|老一辈|先烈|烈士|英雄))/;
/** A word that a name stands behind at the end of an item: 看望了李某、…. */
export const before = /(?:的|看望了?|慰问了?|由|邀请|和|与|有|是|包括|以及|及|陪同|随行的?|：|:)$/;
/** Behind the last name of a run that nothing else ends: 张某某、李某某和王某某都…. */
export const lastOfRun =
  /^(?:$|[都均也等]|分别|先后|共同|一[同起道]|参加|参与|出席|陪同|应邀|代表|作为|同志|[两三四五六七八九]|来自|在(?!于)|同(?:行|台)|组成)/;
/** An office, a school, a place in front of 的: 麻醉科的逯某. */
export const unitOf =
  /(?:科|部|局|院|校|中心|办|公司|集团|厂|村|镇|乡|社区|小学|中学|村小|完小|中心校|[一二三四五六七八九]中|幼儿园|大学|室|组|队|班|所|站|县|市|区|省|州|旗|岁|族)的$/;
/** Words that a person stands behind. */
export const cue =
  /(?:据|任命|聘任|聘请|免去|推选|选派|派出|表彰了?|授予|慰问了?|看望了?|邀请|叫|教|的|走进|来到|(?<![作成因以认名称])为|^给|^向|^在|^请|患者|家属|助手|徒弟|贫困户|搬迁户|移民户|同事|学员|主刀的|来自\p{Script=Han}{1,3}的|劳动模范|先进个人|最美\p{Script=Han}{2})$/u;
/** Behind a name that opens its clause. */
export const openers =
  /^(?:连连|激动地|高兴地|笑着|感慨地?|自豪地|动情地|坦言|感叹|点点?头|的(?:母亲|父亲|妻子|丈夫|儿子|女儿|家))/;
/** Behind a name of three characters that begins its clause: what people in a tale do, are and have. */
export const acts =
  /^(?:今年|去年|如今|现在|当年|年轻时|从小|从|在(?!于)|把|拿|捧|抱|抬|低头|低着|蹲|站|坐|走|跑|弯|指|掰|搓|抹|擦|笑|哭|叹|乐|说|讲|算|想|盼|领|种(?!植)|养(?!殖)|住|是|没|不|也|都|还|又|就|才|便|正(?!式)|曾|已|一(?![带个批系])|头|心里|眼|脸|手[里上中把]|夫妇|夫妻|一家|家[里中的住]|和|与|跟|对|给|向|听|看|接[过到]|翻|打[开算理]|挂[着上]|端|递|掏|摸|搬|回[到家忆答]|来[自到]|去(?![年])|到|每[天年月周次]|常|第一|早[早就上]|带[着领]|穿|戴|忙|做|干[了着]|开[着了]|当[时天]|成[了为]|填|买|卖|挑|选[了中择]|签[了下]|交[了给到]|租|盖[了起]|靠|得知|感|觉得|认[为真]|用|随)/;
/** What an office or a firm is called by at its end. */
export const unit =
  /(?:局|委|办|厅|部|科|政府|人大|政协|中心|公司|集团|医院|[初高中一二三四五六七八九]中|中学|小学|学校|幼儿园|大学|学院|商会|协会|[工侨妇团文]联|总工会|厂|所|站|社|[^小]组|系|室|队|镇|乡|街道)$/;
/** What follows a name and a comma when the person is introduced: 42岁, 女, 某校校长. */
export const introduced =
  /^(?:(?:男|女|\d{1,3}岁|\p{Script=Han}{1,4}族|中国(?:国)?籍|中共党员|(?:19|20)\d\d年(?:\d{1,2}月)?(?:出?生)?|\p{Script=Han}{2,5}学历)[，,。）)]|((?!.{0,6}(?:表示|指出|强调|介绍|对|向|在|与|和|及))\p{Script=Han}{2,22}?(?:书记|主任|局长|院长|校长|园长|县长|区长|市长|镇长|乡长|部长|处长|科长|教授|教师|医生|医师|经理|董事长|会长|队长|组长|队员|干部|社长|支书|研究员|工程师|农艺师|技师|院士|讲师|导师|博士|硕士|老师|传承人|负责人|创始人|老板|村民|牧民|农民|党员|志愿者|站长|所长|厂长|店长|馆长|秘书长|总监|主管|学员|学生))[，,。])/u;
export const speaks = new Uint8Array(0x10000);
for (const c of "说表指强介坦感告回笑率主带一代") speaks[c.charCodeAt(0)] = 1;
export const speech =
  /^(?:说|表示|指出|强调|介绍|坦言|感慨|告诉|回忆|笑着说|率(?!先|领着)|主持召开|主持会议|带队|一行|代表(?=.{1,12}(?:向|对|致|感谢|讲话|发言)))/;
/** Behind 等: what those of a list did together. */
export const together =
  /^(?:也|都|均|还|先后|分别|共同|随后)?(?:一[同起道]|参加|出席|陪同|会见|同机|随[行同]|列席|与会|到会|前往)/;
/** Words of address that stand behind a name: 薄某同志, 段某副部长, 周某老师. Not 区长 and the like, whose 区 may be the place's. */
export const address =
  /^(?:常务(?=副))?(?:同志|老师|医生|(?:副?主任|主治)?医师|先生|女士|同学|教授|博士|院士|烈士|老人|书记|副书记|第一书记|副?秘书长|副?主席|主任|副主任|副?[部厅局处科院校园所站队组会]长|副?总经理|董事长|副[省市州县区旗镇乡]长|常委|大夫|师傅|大爷|大妈|大娘|大叔|大姐|奶奶|爷爷)/;
/** The next of a list is two or three characters and nothing else. */
export const goesOnBare = /^、\p{Script=Han}{2,3}(?:、|[三四五六七八九十两\d]+[位名]|等)/u;
/** A line of minutes that says who was there. */
export const presentLine = /^\s*(?:出\s*席|列\s*席|参\s*会|参\s*加|记\s*录|成\s*员|组\s*员|组\s*长|副组长|联络员)/;

/** What stands in front of a place in its line, where the line is a short one; empty otherwise. */
export function lineBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - 200), at);
  const end = near.lastIndexOf("\n");
  return end < 0 && at > 200 ? "" : near.slice(end + 1);
}
