import type { Candidate, Decision, RecordDefinition, ReviewItem } from "@shanhai/model";
import { Radio } from "antd";
import { useState } from "react";
import { useText, useWords } from "../language.js";
import { Dialog } from "./Dialog.js";
import styles from "./MergeDialog.module.css";

type Into = NonNullable<Decision["into"]>;

interface Props {
  readonly item: ReviewItem;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly onClose: () => void;
  readonly onMerge: (into: Into) => void;
}

const idOf = ({ scope_id, id }: { readonly scope_id: string; readonly id: string }) => `${scope_id}/${id}`;

/** 并入: which stored row each proposed row is the same as, with the reason for each candidate; the likeliest is offered. */
export function MergeDialog({ item, definitions, onClose, onMerge }: Props) {
  const words = useWords();
  const text = useText();
  const rows = item.rows.filter(({ candidates }) => candidates.length > 0);
  const [chosen, setChosen] = useState<Into>(() =>
    Object.fromEntries(
      rows.flatMap(({ key, candidates }) =>
        likeliest(candidates).map((one) => [key, { scope_id: one.scope_id, id: one.id }]),
      ),
    ),
  );
  const choose = (key: string, candidate: Candidate | null) =>
    setChosen(({ [key]: _, ...others }) =>
      candidate === null ? others : { ...others, [key]: { scope_id: candidate.scope_id, id: candidate.id } },
    );
  return (
    <Dialog
      title={words.check.mergeTitle}
      width={620}
      okText={words.check.mergeSave}
      cancelText={words.state.cancel}
      okButtonProps={{ disabled: Object.keys(chosen).length === 0, autoFocus: true }}
      onOk={() => onMerge(chosen)}
      onCancel={onClose}
    >
      <p className={styles.hint}>{words.check.mergeHint}</p>
      {rows.map((row) => {
        const definition = definitions.get(row.record);
        const now = chosen[row.key];
        return (
          <fieldset key={row.key} className={styles.row}>
            <legend>
              {definition === undefined ? row.record : text(definition)} · {row.title}
            </legend>
            <Radio.Group
              className={styles.choices ?? ""}
              value={now === undefined ? "" : idOf(now)}
              onChange={(event) =>
                choose(row.key, row.candidates.find((one) => idOf(one) === event.target.value) ?? null)
              }
            >
              {row.candidates.map((candidate) => (
                <Radio key={idOf(candidate)} value={idOf(candidate)}>
                  <b>{candidate.title}</b> <em>{words.check.mergeScore(Math.round(candidate.score * 100))}</em>
                  <span>{text(candidate.reason)}</span>
                </Radio>
              ))}
              <Radio value="">{words.check.mergeNew}</Radio>
            </Radio.Group>
          </fieldset>
        );
      })}
    </Dialog>
  );
}

function likeliest(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...candidates].sort((a, b) => b.score - a.score).slice(0, 1);
}
