import type { ShownDictionary, ShownEntry } from "@shanhai/server";
import { Input, Select } from "antd";
import { useId, useState } from "react";
import { useText, useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { useSending } from "../use-sending.js";
import { wordingApi } from "../wording-api.js";
import { wordsChanged } from "../words-changed.js";
import { SourceField, YearFields } from "./AliasFields.js";
import styles from "./RowForm.module.css";
import { SendingModal } from "./SendingModal.js";

/** What is to be done: a new item, a new name of one from a year on, or its end. */
export type EntryTask = { readonly do: "add" } | { readonly do: "rename" | "end"; readonly entry: ShownEntry };

interface Props {
  readonly dictionary: ShownDictionary;
  readonly task: EntryTask;
  /** The year that is looked at, or this one: from it a new name holds, in it an item ends. */
  readonly year: number;
  readonly close: () => void;
}

/** 字典项: adds one, names one anew from a year on, or ends it; never without what says so. */
export function EntryDialog({ dictionary, task, year, close }: Props) {
  const words = useWords();
  const { wording } = words;
  const text = useText();
  const ids = useId();
  const message = useNotices();
  const was = task.do === "add" ? null : task.entry;
  const [zh, setZh] = useState(was?.zh ?? "");
  const [en, setEn] = useState(was?.en ?? "");
  const [years, setYears] = useState({
    from_year: task.do === "end" ? (was?.from_year ?? null) : year,
    to_year: task.do === "end" ? year : null,
  });
  const [successor, setSuccessor] = useState(was?.successor ?? null);
  const [source, setSource] = useState("");
  const over = dictionary.entries.find(
    (entry) => entry.code === was?.code && entry.from_year === years.from_year && entry.version !== null,
  );
  const save = useSending({
    send: (_, command) =>
      wordingApi.setEntry(dictionary.name, {
        ...{ code: was?.code ?? null, ...years, zh: zh.trim(), en: en.trim(), successor, source: source.trim() },
        ...{ version: over?.version ?? null, command_id: command },
      }),
    onSuccess: () => {
      wordsChanged();
      message.success(wording.saved);
      close();
    },
  });
  const others = new Map(dictionary.entries.filter(({ code }) => code !== was?.code).map((one) => [one.code, one]));
  const name = (key: string, label: string, value: string, set: (value: string) => void, required: boolean) => (
    <div className={styles.field}>
      <label htmlFor={`${ids}-${key}`}>
        {label}
        {required && <b>{words.ledger.form.required}</b>}
      </label>
      <Input id={`${ids}-${key}`} value={value} maxLength={100} onChange={(event) => set(event.target.value)} />
    </div>
  );
  const titles = { add: wording.addTo(text(dictionary)), rename: "", end: "" };
  if (was !== null) Object.assign(titles, { rename: wording.renameOf(text(was)), end: wording.endOf(text(was)) });
  return (
    <SendingModal
      of={save}
      open
      title={titles[task.do]}
      okText={words.ledger.form.save}
      okButtonProps={{
        disabled: zh.trim() === "" || source.trim() === "" || (task.do === "end" && years.to_year === null),
      }}
      cancelText={words.state.cancel}
      onOk={() => save.mutate()}
      onCancel={close}
    >
      {task.do === "end" && <p>{wording.endAdvice}</p>}
      <div className={styles.form}>
        {task.do !== "end" && name("zh", wording.name, zh, setZh, true)}
        {task.do !== "end" && name("en", wording.nameEn, en, setEn, false)}
        <YearFields value={years} onChange={setYears} />
        {task.do === "end" && (
          <div className={styles.field} data-wide="true">
            <label htmlFor={`${ids}-next`}>{wording.successor}</label>
            <Select
              id={`${ids}-next`}
              aria-label={wording.successor}
              allowClear
              placeholder={wording.noSuccessor}
              value={successor}
              options={[...others.values()].map((one) => ({ value: one.code, label: text(one) }))}
              onChange={(code: string | undefined) => setSuccessor(code ?? null)}
            />
          </div>
        )}
        <SourceField value={source} onChange={setSource} />
      </div>
    </SendingModal>
  );
}
