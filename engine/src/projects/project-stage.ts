/**
 * The stage (阶段) that the words around a work's name tell, furthest first: 已建成投产 is in use. What is only planned
 * (预计年底投产) or thought of (建成后可…) is no stage.
 */

/** Words of a stage → the stage (domain.md, life of a project). */
const STAGES: readonly (readonly [RegExp, string])[] = [
  [
    /投产|投用|启用|揭牌|开业|开园|开馆|挂牌(?:成立|运营)|通车|通水|(?:投入|正式|已|开始|试)运营|运营(?:以来|至今|良好)|投入(?:使用|生产)|交付使用|入驻[^，,。；;]{0,6}\d+[余多]?家/,
    "in_use",
  ],
  [
    /(?<!主体|主体工程|主体结构|主体已|主体全部|主体全面)(?:竣工|完工|建成|落成|建校|进度100%|交付|交钥匙)/,
    "completed",
  ],
  [
    /建设情况|在建|施工|工地|主体(?:工程|结构)?(?:已|全部|全面)?(?:封顶|完工|建设|竣工)|完成(?:了)?(?:主体|投资|总工程|总体)|收尾|正在(?:加快|抓紧|紧张)?[^，,。；;]{0,6}(?:建设|推进|实施|装修|安装|调试)|建设中/,
    "in_progress",
  ],
  [/奠基|开工|破土动工|动工/, "started"],
];
/** What is to come, before the words: 预计年底建成; 将于明年投产. */
const TO_COME =
  /(?:预计|计划|将|拟|力争|争取|确保|有望|即将|尽快|早日|推动|促进|加快|等待|准备|待|尚未|未|年底前|原定)[^，,。；;]{0,14}$/;
/** What is to come, before the name: 加快某某项目开工. */
const WISHED = /(?:加快|推动|推进|促进|计划|拟|预计|力争|争取|谋划|确保)[^，,。；;]*$/;
/** Behind the words: 建成后, 投产之日. */
const ONCE = /^(?:投产|运营|使用)?(?:之?后|以后|前|时|之日)/;
/** The rest of the clause, of the list that the name stands in, and a clause that goes on about it. */
const BEHIND =
  /^(?:[、和及][^，,。；;、]{2,20}){0,8}[^，,。；;]{0,24}(?:[，,](?:目前|现已|现|已|自|均|都|正|全部|全面)[^，,。；;]{0,20})?/;
/** What was done to it stands before the name. */
const BEFORE =
  /(?:已|新|全面|正式|先后|陆续|集中)?(?:建成|落成|竣工|在建|正在建设|投用|启用|投产|开工建设|动工建设)[了的]{0,2}[“”]?$/;

/** 集中开工的项目包括甲、乙、: what the list that the name stands in is said to be. */
const LISTED =
  /(?:开工|竣工|完工|建成|投产|投用|启用|在建)的?[^，,。；;]{0,8}(?:项目)?(?:包括|有|分别(?:是|为)|主要(?:是|为))[：:]?(?:[^，,。；;、]{2,30}、)*$/;

/** The stage of a name that stands within two offsets of a text, as words around it tell. */
export function stageAround(text: string, start: number, end: number): string | null {
  const behind = BEHIND.exec(text.slice(end, end + 160))?.[0] ?? "";
  const clause = /[^，,。；;：:！!？?\n]*$/.exec(text.slice(Math.max(0, start - 30), start))?.[0] ?? "";
  const listed = "、：:括有是为".includes(text.charAt(start - 1));
  const list = listed ? (LISTED.exec(text.slice(Math.max(0, start - 160), start))?.[0] ?? "") : "";
  const done = BEFORE.test(clause);
  // 加快某某项目开工建设: wished for.
  const coming = WISHED.test(clause);
  for (const [words, stage] of STAGES) {
    if (list !== "" && told(list, words)) return stage;
    if (done && told(clause, words)) return stage;
    if (!coming && told(behind, words)) return stage;
  }
  return null;
}

/** Whether the words say that it was done, in any place of the stretch. */
function told(stretch: string, words: RegExp): boolean {
  for (let from = 0; from < stretch.length; ) {
    const found = words.exec(stretch.slice(from));
    if (found === null) return false;
    const at = from + found.index;
    from = at + found[0].length;
    if (!TO_COME.test(stretch.slice(Math.max(0, at - 24), at)) && !ONCE.test(stretch.slice(from, from + 6)))
      return true;
  }
  return false;
}

const ORDER = STAGES.map(([, stage]) => stage);

/** The furthest of the stages that several mentions tell. */
export function furthest(stages: readonly (string | null)[]): string | null {
  return ORDER.find((stage) => stages.includes(stage)) ?? null;
}

/** The stage that follows an act of a ceremony: 揭牌, 开工, 竣工. */
export function stageAfter(act: string): string | null {
  return STAGES.find(([words]) => words.test(act))?.[1] ?? null;
}
