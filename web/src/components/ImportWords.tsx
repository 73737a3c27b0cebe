import type { ImportPlan } from "@shanhai/server";
import { Button, Select } from "antd";
import { useState } from "react";
import { useLanguage, useText, useWords } from "../language.js";
import { AliasDialog } from "./AliasDialog.js";
import styles from "./ImportPart.module.css";

type Word = ImportPlan["dictionary"]["words"][number];

/**
 * 字典用语: which word was taken for what, and what is not known. That is asked once: for this import, or – where the person may –
 * recorded in the dictionary for the place and the years, after which the same sheet asks no more.
 */
export function ImportWords({
  plan,
  onAnswer,
  onRecorded,
}: {
  readonly plan: ImportPlan;
  readonly onAnswer: (key: string, code: string) => void;
  readonly onRecorded: () => void;
}) {
  const { wording } = useWords();
  const [recording, setRecording] = useState<{ readonly word: Word; readonly code: string } | null>(null);
  const { words, may_alias, places, everywhere } = plan.dictionary;
  if (words.length === 0) return null;
  const unknown = words.filter(({ code }) => code === null).length;
  return (
    <section className={styles.part} data-tone={unknown > 0 ? "doubt" : undefined} aria-label={wording.imports.title}>
      <h2>{wording.imports.title}</h2>
      <p className={styles.hint}>{unknown > 0 ? wording.imports.unknown(unknown) : wording.imports.advice}</p>
      <ul className={styles.list}>
        {words.map((word) => (
          <WordLine
            key={`${word.key} ${word.year ?? ""}`}
            word={word}
            mayAlias={may_alias}
            onAnswer={onAnswer}
            onRecord={(code) => setRecording({ word, code })}
          />
        ))}
      </ul>
      {unknown > 0 && !may_alias && <p className={styles.hint}>{wording.imports.mayNot}</p>}
      {recording !== null && (
        <Recording
          {...recording}
          {...{ places, everywhere }}
          close={() => {
            setRecording(null);
            onRecorded();
          }}
        />
      )}
    </section>
  );
}

function WordLine({
  word,
  mayAlias,
  onAnswer,
  onRecord,
}: {
  readonly word: Word;
  readonly mayAlias: boolean;
  readonly onAnswer: (key: string, code: string) => void;
  readonly onRecord: (code: string) => void;
}) {
  const { wording } = useWords();
  const text = useText();
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const code = chosen ?? word.code;
  const known = word.choices.find((one) => one.code === word.code);
  const doubtful = word.how === "unknown" || word.how === "near" || word.how === "answer";
  const where = `${word.sheet}${word.cell === null ? "" : `!${word.cell}`}`;
  return (
    <li className={styles.line}>
      <span>
        <strong>{word.text}</strong> {text(word)}
        {word.year === null ? "" : ` ${word.year}`} · {wording.imports.hows[word.how]}
        {known !== undefined && (
          <>
            {" "}
            · <strong>{wording.imports.takenFor(text(known))}</strong>
          </>
        )}{" "}
        <span className={styles.cell}>{wording.imports.cells(word.count, where)}</span>
      </span>
      {doubtful && (
        <span className={styles.fields}>
          <Select
            style={{ minWidth: 200 }}
            popupMatchSelectWidth={false}
            aria-label={wording.imports.means(word.text)}
            placeholder={wording.imports.choose}
            value={code}
            options={word.choices.map((one) => ({ value: one.code, label: one[language] }))}
            onChange={setChosen}
          />
          <Button
            disabled={code === null || (word.how === "answer" && code === word.code)}
            title={wording.imports.onceHint}
            onClick={() => code !== null && onAnswer(word.key, code)}
          >
            {wording.imports.once}
          </Button>
          {mayAlias && (
            <Button type="primary" disabled={code === null} onClick={() => code !== null && onRecord(code)}>
              {wording.imports.record}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}

function Recording({
  word,
  code,
  places,
  everywhere,
  close,
}: {
  readonly word: Word;
  readonly code: string;
  readonly places: readonly string[];
  readonly everywhere: boolean;
  readonly close: () => void;
}) {
  const { wording } = useWords();
  const { language } = useLanguage();
  const codes = word.choices.map((one) => ({ value: one.code, label: one[language] }));
  const name = codes.find(({ value }) => value === code)?.label ?? "";
  return (
    <AliasDialog
      dictionary={word.dictionary}
      title={wording.imports.recordOf(word.text, name)}
      codes={codes}
      {...{ places, everywhere }}
      given={{ alias: word.text, code, place: places[0] ?? null, from_year: word.year }}
      close={close}
    />
  );
}
