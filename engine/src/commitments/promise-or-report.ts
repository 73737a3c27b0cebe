import type { PromiseTrigger } from "./promise-grammar.js";

/** What was done so far (…以来，坚决扛起责任，成效显著) or is being done (当前，正…全力推进) is no promise. */
export function tellsResults(text: string, at: number): boolean {
  const before = text.slice(0, at);
  // 父母一直告诉我，要做有用的人: what somebody has been taught.
  if (/(?:一直|常常?|总是?|经常|时常|从小|反复)(?:告诉|教育?|叮嘱|嘱咐)[^，,。]{1,6}[，,：:“]?$/.test(before))
    return true;
  const opening = /(?:下一步|接下来|今后|未来|明年|将|希望)/.exec(before);
  if (opening !== null) return false;
  return (
    /(?:当前|目前|如今|现在)[，,][^。]{0,20}正/.test(before) ||
    /(?:以来|年来)[，,]?[^。]{0,40}(?:始终|一直)/.test(before) ||
    // 近年来，某区主动扛责，全力推动…落地: an effort that was made.
    (/^(?:全力|坚决|确保|保证|一定)/.test(text.slice(at)) &&
      /(?:近年来|多年来|[一两三四五六七八九十]年(?:多)?来|以来)[，,]/.test(before)) ||
    (/(?:以来|近年来|多年来|年来|过去|长期以来|一直以来)/.test(before) &&
      /成效|成果|成绩|取得|铸就|结下|谱写了|奠定|发展了|明显|显著/.test(text.slice(at)))
  );
}

/** 将 that describes: 该项目将于2024年投产, 两地协作将开启新征程. */
export function descriptive(text: string, trigger: PromiseTrigger): boolean {
  return (
    // 此次对接交流活动将进一步推动…: what an occasion brings about.
    /(?:^|[，,；;。“])(?:此次|本次|这次|该)[^，,。；;]{0,14}(?:活动|签约|签署|交流|对接|培训|会议|协议|合作)(?:的[^，,。；;]{1,6})?$/.test(
      text.slice(0, trigger.at),
    ) ||
    /(?:项目|工程|该馆|园区)(?:建成|投产)后?$|预计$/.test(text.slice(Math.max(0, trigger.at - 8), trigger.at)) ||
    // “图书室”将成为摇篮, 两地协作将开启新的征程: what a thing or the cause becomes is nobody's act.
    /^将(?:会)?(?:成为|激励|有助于|有利于|迎来|开启新|开启[^，,。]{0,6}(?:征程|篇章|局面|阶段)|翻开|掀开|有望)/.test(
      text.slice(trigger.at),
    )
  );
}

/** 介绍了帮扶设想：…, 谈了下一步打算：…. */
export const MEANS_TO = /(?:设想|打算|目标|思路|计划)(?:是)?[：:](?=[^。]{6,})/;
