import { Pattern } from "./pattern.js";
import { SPEECH_VERBS } from "./speech-words.js";

/** A delegation speaks as one: 慰问团一行对…表示感谢. */
export const COLLECTIVE = new Pattern(
  new RegExp(
    `^([^，,。；;：:“”、]{0,12}(?:代表团|考察[团组]|慰问[团组]|调研组|工作[组队]|医疗队|指挥部|组团|主委))(?:一行)?(?:对[^，,。；;：“”]{2,60}?)?(?:纷纷|一致|均|都|还|也)?(${SPEECH_VERBS})`,
  ),
);
/** 调研组对…给予了肯定，认为…；在签约仪式上，代表团指出…: the delegation of the statement speaks in a later clause of it. */
export const COLLECTIVE_LATER = new Pattern(
  /^(?:在[^，,。；;]{2,40}上[，,])?([^，,。；;：:“”、]{0,12}(?:代表团|考察[团组]|慰问[团组]|调研组))(?:一行)?(?:(?:对[^。；;：“”]{2,80}?[，,](?:并|也|还)?(?:先后)?)?|[^。；;：“”]{4,80}?[，,](?:并|也|还|同时)+)(指出|认为|表示|强调|希望|承诺)/,
);
