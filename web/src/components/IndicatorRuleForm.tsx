import type { SetIndicator } from "@shanhai/server";
import { Button, Input, Select } from "antd";
import { type ReactNode, useId, useState } from "react";
import { definingApi, type IndicatorRule } from "../defining-api.js";
import { useText, useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { changedByWriting, queries } from "../queries.js";
import { useSending } from "../use-sending.js";
import styles from "./RowForm.module.css";
import { SendingModal } from "./SendingModal.js";

interface Props {
  readonly year: number;
  readonly indicator: SetIndicator;
  readonly close: () => void;
}

/** `09-30`; the server knows which days exist. */
const monthDay = /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Sets what an indicator means from a year on, or takes back what was set from it, with the paper that says so. */
export function IndicatorRuleForm({ year, indicator, close }: Props) {
  const words = useWords();
  const texts = words.defining.sets;
  const text = useText();
  const ids = useId();
  const message = useNotices();
  const { window, cut_off, unit, measure, rule, evidence } = indicator;
  const [draft, setDraft] = useState<IndicatorRule>({ window, cut_off, unit, measure, rule, evidence });
  const [reason, setReason] = useState("");
  const by = { version: indicator.version, reason: reason.trim() };
  const done = {
    onSuccess: () => {
      queries.invalidateQueries({ predicate: changedByWriting });
      message.success(texts.saved);
      close();
    },
  };
  const set = useSending({
    ...done,
    send: (_, command_id) => definingApi.setIndicator(year, indicator.code, { ...draft, ...by, command_id }),
  });
  const reset = useSending({
    ...done,
    send: (_, command_id) => definingApi.resetIndicator(year, indicator.code, { ...by, command_id }),
  });
  const days = [draft.window.start.day, draft.window.end.day, ...(draft.cut_off === null ? [] : [draft.cut_off])];
  const complete =
    days.every((day) => monthDay.test(day)) &&
    reason.trim() !== "" &&
    [draft.rule.zh, draft.rule.en, draft.evidence.zh, draft.evidence.en].every((said) => said.trim() !== "");
  const put = (some: Partial<IndicatorRule>) => setDraft((now) => ({ ...now, ...some }));
  const field = (key: string, label: string, input: ReactNode, wrong = false, wide = false) => (
    <div className={styles.field} data-wide={wide} data-wrong={wrong}>
      <label htmlFor={`${ids}-${key}`}>{label}</label>
      {input}
      {wrong && <small data-wrong="true">{texts.wrongDay}</small>}
    </div>
  );
  const day = (key: "start" | "end") => {
    const { years, day: at } = draft.window[key];
    const other = key === "start" ? ([-1, 0] as const) : ([0, 1] as const);
    const names = { "-1": texts.years.before, "0": texts.years.same, "1": texts.years.after };
    const label = `${texts.window} · ${key === "start" ? texts.from : texts.to}`;
    return field(
      key,
      label,
      <span className={styles.item}>
        <Select<number>
          aria-label={`${label} · ${texts.year}`}
          value={years}
          options={other.map((value) => ({ value, label: names[`${value}`] }))}
          onChange={(value) =>
            put({ window: { ...draft.window, [key]: { years: value, day: at } } as IndicatorRule["window"] })
          }
        />
        <Input
          id={`${ids}-${key}`}
          value={at}
          placeholder={texts.monthDay}
          onChange={(event) =>
            put({
              window: { ...draft.window, [key]: { years, day: event.target.value.trim() } } as IndicatorRule["window"],
            })
          }
        />
      </span>,
      !monthDay.test(at),
    );
  };
  const said = (part: "rule" | "evidence", language: "zh" | "en", label: string) =>
    field(
      `${part}-${language}`,
      label,
      <Input.TextArea
        id={`${ids}-${part}-${language}`}
        rows={3}
        maxLength={1000}
        value={draft[part][language]}
        onChange={(event) => put({ [part]: { ...draft[part], [language]: event.target.value } })}
      />,
      false,
      true,
    );
  return (
    <SendingModal
      of={reset.isPending || reset.error !== null ? reset : set}
      open
      width={720}
      title={texts.changeOf(`${indicator.code} ${text(indicator)}`, year)}
      onCancel={close}
      footer={
        <>
          {indicator.version !== null && (
            <Button danger loading={reset.isPending} disabled={reason.trim() === ""} onClick={() => reset.mutate()}>
              {texts.reset}
            </Button>
          )}
          <Button onClick={close}>{words.state.cancel}</Button>
          <Button type="primary" loading={set.isPending} disabled={!complete} onClick={() => set.mutate()}>
            {words.ledger.form.save}
          </Button>
        </>
      }
    >
      {indicator.version !== null && <p>{texts.resetAdvice}</p>}
      <div className={styles.form}>
        {day("start")}
        {day("end")}
        {field(
          "cut",
          texts.cutOff,
          <Input
            id={`${ids}-cut`}
            placeholder={texts.noCutOff}
            value={draft.cut_off ?? ""}
            onChange={(event) => put({ cut_off: event.target.value.trim() === "" ? null : event.target.value.trim() })}
          />,
          draft.cut_off !== null && !monthDay.test(draft.cut_off),
        )}
        {indicator.units.length > 1 &&
          field(
            "unit",
            texts.unit,
            <Select
              id={`${ids}-unit`}
              value={draft.unit}
              options={indicator.units.map((value) => ({ value, label: value }))}
              onChange={(value) => put({ unit: value })}
            />,
          )}
        {draft.measure !== null &&
          field(
            "measure",
            texts.measure,
            <Select
              id={`${ids}-measure`}
              value={draft.measure}
              options={(["persons", "jobs"] as const).map((value) => ({ value, label: texts.measures[value] }))}
              onChange={(value) => put({ measure: value })}
            />,
          )}
        {said("rule", "zh", texts.rule)}
        {said("evidence", "zh", texts.evidence)}
        {said("rule", "en", texts.ruleEn)}
        {said("evidence", "en", texts.evidenceEn)}
        {field(
          "reason",
          texts.reason,
          <Input
            id={`${ids}-reason`}
            placeholder={texts.reasonHint}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />,
          false,
          true,
        )}
      </div>
    </SendingModal>
  );
}
