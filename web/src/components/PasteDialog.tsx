import type { FieldValue } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { Alert, Button, Progress } from "antd";
import { useRef, useState } from "react";
import { type PastePlan, rowsOfPlan } from "../grid/paste-plan.js";
import { useLanguage, useText, useWords } from "../language.js";
import { freshCommandId } from "../undo.js";
import { useSending } from "../use-sending.js";
import beside from "./BesideTable.module.css";
import { Dialog } from "./Dialog.js";
import { ScrollRegion } from "./ScrollRegion.js";
import { SendingNotice } from "./SendingNotice.js";
import styles from "./StaleDialog.module.css";

interface Props {
  readonly plan: PastePlan;
  /** Cells are emptied, not filled. */
  readonly clearing: boolean;
  /** New rows can be made: the list is narrowed to one pair or office. */
  readonly canCreate: boolean;
  readonly onWrite: (
    row: Row | null,
    values: { readonly [field: string]: FieldValue },
    command: string,
  ) => Promise<void>;
  readonly onClose: (written: number) => void;
}

/** Cells listed; the others are counted. */
const listed = 200;

/** What a paste will write, cell by cell, before anything is written; then how far the writing is. */
export function PasteDialog({ plan, clearing, canCreate, onWrite, onClose }: Props) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const [done, setDone] = useState<number | null>(null);
  const rows = rowsOfPlan(plan).filter(({ row }) => row !== null || canCreate);
  const fresh = new Set(plan.changes.filter(({ row }) => row === null).map(({ line }) => line)).size;
  const wrong = plan.changes.filter(({ problem }) => problem !== null).length;
  const old = rows.filter(({ row }) => row !== null).length;
  const cells = plan.changes.filter(({ row, problem }) => row !== null && problem === null).length;
  const written = useRef(0);
  const commands = useRef<string[]>([]);
  // Goes on with the row that was not answered, as the command it was.
  const write = useSending({
    send: async () => {
      for (const [at, { row, values }] of rows.entries()) {
        if (at < written.current) continue;
        setDone(at);
        const command = commands.current[at] ?? freshCommandId();
        commands.current[at] = command;
        await onWrite(row, values, command);
        written.current = at + 1;
      }
    },
    onSuccess: () => onClose(written.current),
  });
  const busy = write.isPending && !write.waits;
  return (
    <Dialog
      width={820}
      title={clearing ? words.ledger.clearTitle : words.ledger.pasteTitle}
      mask={{ closable: false }}
      keyboard={!busy}
      closable={!busy}
      onCancel={() => onClose(written.current)}
      footer={
        <>
          <Button disabled={busy} onClick={() => onClose(written.current)}>
            {words.state.cancel}
          </Button>
          <Button
            type="primary"
            autoFocus
            disabled={rows.length === 0}
            loading={write.isPending}
            onClick={() => write.mutate()}
          >
            {words.ledger.pasteWrite}
          </Button>
        </>
      }
    >
      <SendingNotice of={write} />
      {rows.length === 0 && wrong === 0 && <p>{words.ledger.pasteSame}</p>}
      {cells > 0 && <p>{words.ledger.pasteCount(cells, old)}</p>}
      {fresh > 0 && <p>{canCreate ? words.ledger.pasteNew(fresh) : words.ledger.pasteNewNoScope(fresh)}</p>}
      {wrong > 0 && <Alert type="warning" showIcon title={words.ledger.pasteWrong(wrong)} />}
      {plan.fixed > 0 && <p>{words.ledger.pasteFixed(plan.fixed)}</p>}
      {done !== null && (
        <div role="status">
          <Progress percent={Math.round((done / Math.max(1, rows.length)) * 100)} showInfo={false} />
          {words.ledger.pasteWriting(done, rows.length)}
        </div>
      )}
      {plan.changes.length > 0 && (
        <ScrollRegion className={styles.scroll} label={words.ledger.pasteTitle}>
          <table className={beside.table}>
            <thead>
              <tr>
                <th scope="col">{words.ledger.pasteRow}</th>
                <th scope="col">{words.ledger.staleField}</th>
                <th scope="col">{words.ledger.staleBefore}</th>
                <th scope="col">{words.ledger.conditionValue}</th>
              </tr>
            </thead>
            <tbody>
              {plan.changes.slice(0, listed).map((change) => (
                <tr key={`${change.line}/${change.field.key}`}>
                  <td>{change.row?.title ?? `${words.ledger.pasteNewRow} ${change.line + 1}`}</td>
                  <td>{text(change.field)}</td>
                  <td>{change.before === "" ? "—" : change.before}</td>
                  <td data-wrong={change.problem !== null}>
                    {change.text === "" ? words.ledger.notFilled : change.text}
                    {change.problem !== null && <small>{change.problem[language]}</small>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {plan.changes.length > listed && <p>{words.ledger.pasteMore(plan.changes.length - listed)}</p>}
    </Dialog>
  );
}
