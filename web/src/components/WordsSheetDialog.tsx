import type { PlannedWordLine, ShownDictionary, WordsPlan } from "@shanhai/server";
import { Alert, Button, Input, InputNumber, Table } from "antd";
import { useId, useRef, useState } from "react";
import { useLanguage, useText, useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { useSending } from "../use-sending.js";
import { type WordsSheet, wordingApi } from "../wording-api.js";
import { wordsChanged } from "../words-changed.js";
import { Label } from "./Label.js";
import { ProblemNotice } from "./ProblemNotice.js";
import styles from "./RowForm.module.css";
import { SendingModal } from "./SendingModal.js";

const TONES = { added: "sea", changed: "sea", same: "plain", skipped: "doubt" } as const;

/** 从表格导入: a sheet of items is shown line by line, and set as it was shown. */
export function WordsSheetDialog({
  dictionary,
  year: shownYear,
  close,
}: {
  readonly dictionary: ShownDictionary;
  readonly year: number | null;
  readonly close: () => void;
}) {
  const words = useWords();
  const { wording } = words;
  const text = useText();
  const { language } = useLanguage();
  const ids = useId();
  const message = useNotices();
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [year, setYear] = useState<number | null>(shownYear);
  const [source, setSource] = useState("");
  const [plan, setPlan] = useState<WordsPlan | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [looking, setLooking] = useState(false);
  const changed = <T,>(set: (value: T) => void, value: T) => {
    set(value);
    setPlan(null);
    setProblem(null);
  };
  const sheet: WordsSheet | null = file === null ? null : { file, year, source };
  const look = async () => {
    if (sheet === null) return;
    setLooking(true);
    setProblem(null);
    try {
      setPlan(await wordingApi.planSheet(dictionary.name, sheet));
    } catch (error) {
      setProblem(error);
    } finally {
      setLooking(false);
    }
  };
  const save = useSending({
    send: ({ of, hash }: { readonly of: WordsSheet; readonly hash: string }, command_id) =>
      wordingApi.importSheet(dictionary.name, of, { hash, command_id }),
    onSuccess: () => {
      wordsChanged();
      message.success(wording.saved);
      close();
    },
  });
  const writes = plan === null ? 0 : plan.tally.added + plan.tally.changed;
  return (
    <SendingModal
      of={save}
      open
      width={880}
      title={wording.sheet.title(text(dictionary))}
      okText={wording.sheet.write}
      okButtonProps={{ disabled: sheet === null || plan === null || writes === 0 }}
      cancelText={words.state.cancel}
      onOk={() => {
        if (sheet !== null && plan !== null) save.mutate({ of: sheet, hash: plan.hash });
      }}
      onCancel={close}
    >
      <p>{wording.sheet.advice}</p>
      <div className={styles.form}>
        <div className={styles.field} data-wide="true">
          <input
            ref={picker}
            type="file"
            hidden
            aria-label={wording.sheet.file}
            accept=".xlsx,.xls,.csv,.et"
            onChange={(event) => {
              changed(setFile, event.target.files?.[0] ?? null);
              event.target.value = "";
            }}
          />
          <span>
            <Button onClick={() => picker.current?.click()}>{wording.sheet.file}</Button>{" "}
            {file !== null && wording.sheet.chosen(file.name)}
          </span>
        </div>
        <div className={styles.field}>
          <label htmlFor={`${ids}-year`}>{wording.sheet.year}</label>
          <InputNumber
            id={`${ids}-year`}
            style={{ width: "100%" }}
            min={1949}
            max={2100}
            value={year}
            onChange={(given) => changed(setYear, typeof given === "number" ? given : null)}
          />
        </div>
        <div className={styles.field}>
          <label htmlFor={`${ids}-source`}>{wording.sheet.source}</label>
          <Input
            id={`${ids}-source`}
            value={source}
            maxLength={500}
            placeholder={wording.sourceHint}
            onChange={(event) => changed(setSource, event.target.value)}
          />
        </div>
      </div>
      <p>
        <Button disabled={sheet === null} loading={looking} onClick={() => void look()}>
          {wording.sheet.preview}
        </Button>
      </p>
      {problem !== null && <ProblemNotice error={problem} />}
      {plan !== null && (
        <>
          <Alert
            type={plan.tally.skipped > 0 ? "warning" : "info"}
            style={{ marginBlockEnd: 8 }}
            title={wording.sheet.tally(
              plan.tally.added,
              plan.tally.changed,
              plan.tally.same,
              plan.tally.skipped,
              plan.aliases,
            )}
          />
          <Table<PlannedWordLine>
            size="small"
            rowKey={(line) => `${line.sheet}!${line.cell}`}
            pagination={plan.lines.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
            scroll={{ x: "max-content" }}
            dataSource={[...plan.lines]}
            columns={[
              {
                title: wording.sheet.state,
                key: "state",
                render: (_, { state }) => <Label tone={TONES[state]}>{wording.sheet.states[state]}</Label>,
              },
              { title: wording.name, dataIndex: "zh" },
              { title: wording.years, key: "years", render: (_, one) => wording.span(one.from_year, one.to_year) },
              {
                title: wording.source,
                key: "source",
                render: (_, { reason, source: said }) => (reason === null ? said : reason[language]),
              },
              { title: wording.alias, key: "aliases", render: (_, { aliases }) => aliases.join("、") },
              { title: wording.sheet.cell, key: "cell", render: (_, one) => `${one.sheet}!${one.cell}` },
            ]}
          />
        </>
      )}
    </SendingModal>
  );
}
