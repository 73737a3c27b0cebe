import { dictionaryCodes, NIL_SCOPE, sheetForms } from "@shanhai/model";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { freshId } from "../fresh-id.js";
import { answersIn, pairsIn, TEMPLATE_FORM } from "../importing/layout-memory.js";
import { isUuid } from "../schema/record-columns.js";
import type { SqlRow } from "../sql.js";
import { dictionarySet } from "../wording/dictionary-set.js";
import { questionName } from "./question-name.js";
import type { ImportMapping, RememberedKind, RememberingDesk, TemplateBinding } from "./remembering-desk.js";

const mostShown = 500;
const longestName = 200;

interface Kept extends SqlRow {
  readonly id: string;
  readonly seq: bigint;
  readonly name: string | null;
  readonly fingerprint: string;
  readonly form: string;
  readonly columns: unknown;
  readonly answers: unknown;
  readonly at: string;
  readonly who: string;
}

export function rememberingDesk(desk: Desk): RememberingDesk {
  return {
    importMappings: async (actor) => {
      requireRight(actor, "read");
      const codes = dictionaryCodes(await dictionarySet(desk.database));
      return (await keptLayouts(desk, "mapping")).map((kept) => mappingOf(kept, codes));
    },
    templateBindings: async (actor) => {
      requireRight(actor, "read");
      return (await keptLayouts(desk, "template")).map(templateOf);
    },
    renameRemembered: async (actor, kind, id, name, command_id) => {
      const { seq } = await changeable(desk, actor, kind, id);
      const values = { name: name.trim().slice(0, longestName) };
      if (values.name === "")
        throw new LedgerError("VALUE_REQUIRED", {
          ...{ record: "表样", record_en: "the layout" },
          ...{ field: "名称", field_en: "name" },
        });
      await desk.write(actor, {
        command_id,
        reason: "表样改名",
        changes: [{ op: "change", ...place, id, version: String(seq), values }],
      });
    },
    forgetRemembered: async (actor, kind, id) => {
      const { seq } = await changeable(desk, actor, kind, id);
      await desk.write(actor, {
        command_id: freshId(),
        reason: kind === "mapping" ? "不再记住列对应" : "不再记住填报位置",
        changes: [{ op: "remove", ...place, id, version: String(seq) }],
      });
    },
  };
}

const place = { record: "sheet_layout", scope_id: NIL_SCOPE };

async function keptLayouts(desk: Desk, kind: RememberedKind, id?: string): Promise<readonly Kept[]> {
  const { rows } = await desk.database.query<Kept>(
    `select l.id, l.seq, l.name, l.fingerprint, l.form, l.columns, l.answers, c.at, c.actor_name as who
       from sheet_layout l
       join lateral (select at, actor_name from change where scope_id = l.scope_id and seq = l.seq limit 1) c on true
      where l.scope_id = $1 and (l.form = $2) = $3 and ($4::uuid is null or l.id = $4)
      order by l.seq desc limit ${mostShown}`,
    [NIL_SCOPE, TEMPLATE_FORM, kind === "template", id ?? null],
  );
  return rows;
}

/** Who imports changes what is remembered of imports; who writes, what is remembered of forms. */
async function changeable(desk: Desk, actor: Actor, kind: RememberedKind, id: string): Promise<Kept> {
  requireRight(actor, kind === "mapping" ? "materials" : "write");
  const [found] = isUuid(id) ? await keptLayouts(desk, kind, id) : [];
  if (found === undefined) throw new LedgerError("REMEMBERED_MISSING");
  return found;
}

function mappingOf(
  { id, name, form: key, columns, answers, at, who }: Kept,
  codes: ReturnType<typeof dictionaryCodes>,
): ImportMapping {
  const form = sheetForms.find((one) => one.key === key);
  const words = { zh: form?.zh ?? key, en: form?.en ?? key };
  return {
    id,
    name: name ?? words.zh,
    form: { key, ...words },
    columns: Object.entries(pairsIn(columns)).map(([letter, reads]) => {
      const column = form?.columns.find((one) => one.key === reads);
      return { letter, reads: column === undefined ? null : { key: column.key, zh: column.zh, en: column.en } };
    }),
    answers: Object.entries(answersIn(answers)).map(([question, answer]) => ({
      question,
      ...questionName(question),
      answer: answerWords(codes, question, answer),
    })),
    at,
    who,
  };
}

/** An answer about a word of a dictionary is kept as the code that it means: told by its name. */
function answerWords(codes: ReturnType<typeof dictionaryCodes>, question: string, answer: string): string {
  const [kind, dictionary = ""] = question.split(":");
  if (kind !== "dictionary") return answer;
  return codes[dictionary]?.find(({ code }) => code === answer)?.zh ?? answer;
}

function templateOf({ id, name, fingerprint, columns, at, who }: Kept): TemplateBinding {
  return { id, name: name ?? "", fingerprint, places: Array.isArray(columns) ? columns.length : 0, at, who };
}
