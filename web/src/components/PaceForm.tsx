import type { IndicatorSet } from "@shanhai/server";
import { Input, InputNumber } from "antd";
import { useId, useState } from "react";
import { definingApi } from "../defining-api.js";
import { useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { changedByWriting, queries } from "../queries.js";
import { useSending } from "../use-sending.js";
import styles from "./RowForm.module.css";
import { SendingModal } from "./SendingModal.js";

interface Props {
  readonly year: number;
  readonly pace: IndicatorSet["pace"];
  readonly close: () => void;
}

/** 序时预警: from how far behind pace a number is yellow or red, and how long before the end it is blue; from a year on. */
export function PaceForm({ year, pace, close }: Props) {
  const words = useWords();
  const texts = words.defining.sets;
  const ids = useId();
  const message = useNotices();
  const [points, setPoints] = useState(pace.yellow_points);
  const [months, setMonths] = useState(pace.soon_months);
  const [reason, setReason] = useState("");
  const set = useSending({
    send: (_, command) =>
      definingApi.setPace(year, {
        ...{ yellow_points: points, soon_months: months, version: pace.version },
        ...{ reason: reason.trim(), command_id: command },
      }),
    onSuccess: () => {
      queries.invalidateQueries({ predicate: changedByWriting });
      message.success(texts.saved);
      close();
    },
  });
  return (
    <SendingModal
      of={set}
      open
      title={texts.changeOf(texts.pace, year)}
      okText={words.ledger.form.save}
      okButtonProps={{ disabled: reason.trim() === "" || points === "" }}
      cancelText={words.state.cancel}
      onOk={() => set.mutate()}
      onCancel={close}
    >
      <div className={styles.form}>
        <div className={styles.field} data-wide="true">
          <label htmlFor={`${ids}-points`}>{texts.points}</label>
          <InputNumber<string>
            id={`${ids}-points`}
            stringMode
            min="0"
            max="100"
            value={points}
            onChange={(value) => setPoints(value ?? "")}
          />
        </div>
        <div className={styles.field} data-wide="true">
          <label htmlFor={`${ids}-months`}>{texts.months}</label>
          <InputNumber<number>
            id={`${ids}-months`}
            min={0}
            max={12}
            value={months}
            onChange={(value) => setMonths(value ?? 0)}
          />
        </div>
        <div className={styles.field} data-wide="true">
          <label htmlFor={`${ids}-reason`}>{texts.reason}</label>
          <Input
            id={`${ids}-reason`}
            placeholder={texts.reasonHint}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      </div>
    </SendingModal>
  );
}
