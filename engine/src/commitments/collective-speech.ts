import { Pattern } from "../patterns/pattern.js";
import { BODIES, ROLE_NOUNS, SPEECH_VERBS } from "./speech-words.js";

/** A delegation speaks as one: 慰问团一行对…表示感谢. */
export const COLLECTIVE = new Pattern(
  new RegExp(
    `^([^，,。；;：:“”、]{0,12}(?:代表团|考察[团组]|慰问[团组]|调研组|工作[组队]|医疗队|指挥部|组团|主委))(?:一行)?(?:对[^，,。；;：:“”]{2,60}?)?(?:纷纷|一致|均|都|还|也)?(${SPEECH_VERBS})`,
  ),
);
/** 调研组对…给予了肯定，认为…；在签约仪式上，代表团指出…: the delegation of the statement speaks in a later clause of it. */
export const COLLECTIVE_LATER = new Pattern(
  /^(?:在[^，,。；;]{2,40}上[，,])?([^，,。；;：:“”、]{0,12}(?:代表团|考察[团组]|慰问[团组]|调研组))(?:一行)?(?:(?:对[^。；;：:“”]{2,80}?[，,](?:并|也|还)?(?:先后)?)?|[^。；;：:“”]{4,80}?[，,](?:并|也|还|同时)+)(指出|认为|表示|强调|希望|承诺)/,
);

/** 会议指出, 双方一致认为, 两地妇联表示: nobody in particular, or both sides at once. */
export const BODY = new Pattern(
  new RegExp(
    `(?<![一-龥])(${BODIES}|(?:双方|两[地省市县区州旗校院])[^，,。；;：:“”、的在就]{0,5}(?:局|厅|政府|政协|人大|[妇残侨商]联|[党工]委|部门|单位|医院|学校|[中小]学|企业|商会|协会|总会))(?:还|一致|共同|纷纷|均|都|也|决定|明确|原则)*(${SPEECH_VERBS}|同意|明确|决定|约定|要求)`,
  ),
);
/** What both say they will do; what they agree on (商定, 同意) is a decision instead. */
export const isJoint = (body: RegExpExecArray | null): boolean =>
  /^(?:[双两三各]方|两)/.test(body?.[1] ?? "") &&
  /^(?:表示|表态|承诺|认为|希望|期待|提出|强调|指出|建议)/.test(body?.[2] ?? "");

/** An office or body of one side as the one that speaks: 某区教育局, 某县人大常委会, 某县委、县政府, 某医院. */
const OFFICES =
  "[受捐][赠援助捐][方人]|(?:受[赠援助捐]|接收|捐赠)单位|[^，,。；;：:“”、]{1,16}?(?:局|[厅办]|[县市区州旗省党工]委|委员会|委|政府|政协|人大|常委会|商会|协会|联合会|总会|[妇残文侨]联|工商联|科协|管委会|医院|学校|中学|小学|幼儿园|学院|校方|院方|公司|集团)(?:、[^，,。；;：:“”、]{1,8}(?:局|委|政府|政协|人大|办))?";
const IN_MEETING = "(?:在[^，,。；;]{2,40}上[，,])?";

/** 上虞区教育体育局表示，将…; the word 会议 ends no office. */
export const OFFICE = new Pattern(
  new RegExp(
    `^${IN_MEETING}(${OFFICES})(?:方面|一行)?(?:对[^，,。；;：:“”]{2,60}?)?(?:则|纷纷|一致|均|都|还|也)?(表示|承诺|表态|希望|恳请|提出)`,
  ),
);
/** 受赠方, 捐赠单位: which side gives and which receives. */
export const giftSide = (office: RegExpExecArray | null): "east" | "west" | null =>
  /^(?:受|接收)/.test(office?.[1] ?? "") ? "west" : /^捐/.test(office?.[1] ?? "") ? "east" : null;
/** 某局对…的支持深表感谢, 某局感谢…: what it says stands in the next clause or statement. */
export const OFFICE_THANKS = new Pattern(
  new RegExp(
    `^${IN_MEETING}(${OFFICES})(?:对[^。；;：:“”]{2,80}?)?(?:深表|致以|表达了?)(?:衷心|诚挚)?的?(?:感谢|谢意|敬意|欢迎)`,
  ),
);

/** 县委主要领导表示, 虎门等镇区党委书记、镇长表示: who is known by office alone. */
export const PHRASE = new Pattern(
  new RegExp(
    `^(?:[^，,。；;：:“”]{0,8}[，,])?(?!我|谨)([^，,。；;：:“”、]{0,20}(?:、[^，,。；;：:“”、]{0,12}){0,4}?(?:${ROLE_NOUNS}))(?:一行)?(?:代表[^，,。；;]{2,30}?)?(?:对[^，,。；;：:“”]{2,60}?)?(?:在[^，,。]{1,10}[中时上])?(?:纷纷|一致|还|也)?(${SPEECH_VERBS})`,
  ),
);
/** A phrase does something first and promises in a later clause: 某县领导及校方代表…表达感谢，并承诺…. */
export const PHRASE_LATER = new Pattern(
  new RegExp(
    `^([^，,。；;：:“”、]{0,24}(?:、[^，,。；;：:“”、]{0,12}){0,4}?(?:${ROLE_NOUNS}))(?=[^，,。；;：:“”]{0,30}(?:感谢|谢意|欢迎|敬意|介绍|慰问)[^，,。；;]{0,4}[，,](?:并|也|还|同时|一致)*(${SPEECH_VERBS}))`,
  ),
);
