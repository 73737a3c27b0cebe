import type { FieldValue } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { Alert, Button, Modal, Progress } from "antd";
import { useState } from "react";
import { type PastePlan, rowsOfPlan } from "../grid/paste-plan.js";
import { useLanguage, useText, useWords } from "../language.js";
import { ScrollRegion } from "./ScrollRegion.js";
import styles from "./StaleDialog.module.css";

interface Props {
  readonly plan: PastePlan;
  /** Cells are emptied, not filled. */
  readonly clearing: boolean;
  /** New rows can be made: the list is narrowed to one pair or office. */
  readonly canCreate: boolean;
  readonly onWrite: (row: Row | null, values: { readonly [field: string]: FieldValue }) => Promise<void>;
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
  const write = async () => {
    for (const [at, { row, values }] of rows.entries()) {
      setDone(at);
      await onWrite(row, values);
    }
    onClose(rows.length);
  };
  return (
    <Modal
      open
      width={820}
      title={clearing ? words.ledger.clearTitle : words.ledger.pasteTitle}
      mask={{ closable: false }}
      keyboard={done === null}
      closable={done === null}
      onCancel={() => onClose(0)}
      footer={
        <>
          <Button disabled={done !== null} onClick={() => onClose(0)}>
            {words.state.cancel}
          </Button>
          <Button type="primary" autoFocus disabled={rows.length === 0} loading={done !== null} onClick={write}>
            {words.ledger.pasteWrite}
          </Button>
        </>
      }
    >
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
          <table className={styles.table}>
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
    </Modal>
  );
}
