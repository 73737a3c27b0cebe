import { indicators } from "@shanhai/model";
import type { CellBinding, OpenedTemplate, Row } from "@shanhai/server";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button, Card, Input, Segmented, Select } from "antd";
import { useMemo, useState } from "react";
import { api } from "../api.js";
import { useDefinitions } from "../definitions.js";
import { today } from "../format.js";
import { useText, useWords } from "../language.js";
import { saveFile } from "../save-file.js";
import { guessedBindings, monthSaid } from "../template-guess.js";
import { useSending } from "../use-sending.js";
import { BindingCard } from "./BindingCard.js";
import { CutNotice } from "./CutNotice.js";
import { ProblemNotice } from "./ProblemNotice.js";
import { SendingNotice } from "./SendingNotice.js";
import styles from "./TemplateDesk.module.css";
import { TemplateGrid } from "./TemplateGrid.js";
import { TemplateText } from "./TemplateText.js";

/** A form that was dropped; its bytes stay in the browser. */
export interface OpenForm {
  readonly file: File;
  readonly opened: OpenedTemplate;
}

/** The form on one side, what comes into its places on the other. */
export function TemplateDesk({ form, onClose }: { readonly form: OpenForm; readonly onClose: () => void }) {
  const words = useWords();
  const text = useText();
  const { definitions } = useDefinitions();
  const { opened, file } = form;
  const [bindings, setBindings] = useState(opened.bindings);
  const [saved, setSaved] = useState(true);
  const [savedNow, setSavedNow] = useState(false);
  const [sheetName, setSheetName] = useState(opened.sheets[0]?.name ?? "");
  const [cell, setCell] = useState<string | null>(null);
  const [scope, setScope] = useState<string | null>(null);
  const [month, setMonth] = useState(
    () => opened.sheets.map(monthSaid).find((said) => said !== null) ?? today().slice(0, 7),
  );
  const pairs = useQuery({ queryKey: ["rows", "pair", "all"], queryFn: () => api.rows("pair", { limit: 200 }) });
  const chosenScope = scope ?? pairNamed(form, pairs.data?.rows ?? [])?.id ?? null;
  const guessed = useMemo(() => opened.sheets.flatMap(guessedBindings), [opened]);
  const free = guessed.filter(({ sheet, cell }) => !bindings.some((one) => one.sheet === sheet && one.cell === cell));
  const fieldName = (binding: Extract<CellBinding, { readonly record: string }>) => {
    const definition = definitions.get(binding.record);
    const field = definition?.fields.find(({ key }) => key === binding.field);
    return {
      ledger: definition === undefined ? binding.record : text(definition),
      field: field === undefined ? binding.field : text(field),
      row: binding.row === null ? words.template.rowsOf : words.template.rowOf(binding.row),
    };
  };
  const short = (one: CellBinding) => {
    if ("indicator" in one) return `${one.indicator} ${words.template.measures[one.measure]}`;
    const { field, row } = fieldName(one);
    return `${field} ${row}`;
  };
  const whole = (one: CellBinding) => {
    const unit = one.unit === null ? "" : `（${one.unit}）`;
    if ("record" in one) {
      const { ledger, field, row } = fieldName(one);
      return `${ledger} · ${field}${unit} · ${row}`;
    }
    const found = indicators.find(({ code }) => code === one.indicator);
    const name = found === undefined ? one.indicator : `${one.indicator} ${text(found)}`;
    return `${name} · ${words.template.measures[one.measure]}${unit}`;
  };
  const change = (next: readonly CellBinding[]) => {
    setBindings(next);
    setSaved(false);
  };
  const save = useSending({
    send: (_, command) => api.bindTemplate(opened.fingerprint, bindings, file.name, command),
    onSuccess: () => {
      setSaved(true);
      setSavedNow(true);
    },
  });
  const fill = useMutation({
    mutationFn: () => {
      const [year = 0, of = 0] = month.split("-").map(Number);
      return api.fillTemplate({ name: file.name, scope: chosenScope ?? "", year, month: of }, file);
    },
    onSuccess: saveFile,
  });
  const sheet = opened.sheets.find(({ name }) => name === sheetName);
  const here = bindings.filter((one) => one.sheet === sheetName);
  const shown = {
    bindings: new Map(here.map((one) => [one.cell, one])),
    chosen: cell,
    describe: short,
    onChoose: setCell,
  };
  const { empty: gaps = [], leftOver: over = 0, cut = [] } = fill.data ?? {};
  return (
    <>
      <div className={styles.tools}>
        <strong>{file.name}</strong>
        <Button onClick={onClose}>{words.template.another}</Button>
        <Select
          aria-label={words.template.scope}
          style={{ minWidth: 220 }}
          value={chosenScope}
          onChange={setScope}
          options={(pairs.data?.rows ?? []).map((row) => ({ value: row.id, label: row.title }))}
        />
        <Input
          type="month"
          aria-label={words.template.month}
          style={{ width: 150 }}
          value={month}
          onChange={(event) => setMonth(event.target.value)}
        />
        <Button disabled={saved || bindings.length === 0} loading={save.isPending} onClick={() => save.mutate()}>
          {words.template.save}
        </Button>
        <Button
          type="primary"
          disabled={!saved || bindings.length === 0 || chosenScope === null}
          title={saved ? "" : words.template.fillHint}
          loading={fill.isPending}
          onClick={() => fill.mutate()}
        >
          {words.template.fill}
        </Button>
      </div>
      <div aria-live="polite" className={styles.notices}>
        {opened.bindings.length > 0 && (
          <Alert type="success" showIcon title={words.template.known(opened.bindings.length)} />
        )}
        {saved && savedNow && <Alert type="success" showIcon title={words.template.saved} />}
        {fill.data !== undefined && (
          <Alert
            type={gaps.length > 0 || over > 0 || cut.length > 0 ? "warning" : "success"}
            showIcon
            title={words.template.filled(fill.data.filled)}
            description={[
              ...(gaps.length > 0 ? [words.template.left(gaps.join(words.records.and))] : []),
              ...(fill.data.inserted > 0 ? [words.template.inserted(fill.data.inserted)] : []),
              ...(over > 0 ? [words.template.leftOver(over)] : []),
            ]
              .map((line) => <div key={line}>{line}</div>)
              .concat(cut.map((list) => <CutNotice key={list.record} list={list} scope={chosenScope ?? ""} />))}
          />
        )}
        <SendingNotice of={save} />
        {fill.error !== null && <ProblemNotice error={fill.error} />}
      </div>
      {free.length > 0 && opened.bindings.length === 0 && (
        <Alert
          type="info"
          showIcon
          title={words.template.guessed(free.length)}
          action={
            <Button size="small" onClick={() => change([...bindings, ...free])}>
              {words.template.takeGuessed}
            </Button>
          }
        />
      )}
      {opened.sheets.length === 0 && <Alert type="warning" showIcon title={words.template.nothing} />}
      {opened.sheets.length > 1 && (
        <Segmented
          options={opened.sheets.map(({ name }) => name)}
          value={sheetName}
          onChange={(name) => {
            setSheetName(name);
            setCell(null);
          }}
        />
      )}
      <div className={styles.desk}>
        {sheet !== undefined &&
          (sheet.lines === undefined ? (
            <TemplateGrid sheet={sheet} {...shown} />
          ) : (
            <TemplateText sheet={sheet} {...shown} />
          ))}
        <div className={styles.side}>
          {cell === null || sheet === undefined ? (
            <Alert type="info" title={words.template.noneBound} />
          ) : (
            <BindingCard
              key={`${sheetName}!${cell}`}
              sheet={sheet}
              place={cell}
              bound={here.find((one) => one.cell === cell)}
              guess={guessed.find((one) => one.sheet === sheetName && one.cell === cell)}
              last={bindings.at(-1)}
              inDocument={/\.docx$/i.test(file.name)}
              onBind={(binding) =>
                change([...bindings.filter((one) => one.sheet !== sheetName || one.cell !== cell), binding])
              }
            />
          )}
          {bindings.length > 0 && (
            <Card size="small" title={words.template.bound(bindings.length)}>
              <ul>
                {bindings.map((one) => (
                  <li key={`${one.sheet}!${one.cell}`}>
                    <span>
                      {opened.sheets.length > 1 ? `${one.sheet} ` : ""}
                      {one.cell} {whole(one)}
                    </span>
                    <Button
                      size="small"
                      type="text"
                      aria-label={words.template.remove(one.cell)}
                      onClick={() => change(bindings.filter((other) => other !== one))}
                    >
                      ×
                    </Button>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      </div>
    </>
  );
}

/** The pair that the form's name or words name, else the first. */
function pairNamed({ file, opened }: OpenForm, pairs: readonly Row[]): Row | undefined {
  const heading = opened.sheets.flatMap(({ cells }) => cells.slice(0, 6).flat()).map((cell) => cell?.text ?? "");
  const said = [file.name, ...heading].join(" ");
  const named = (pair: Row) => pair.title.split(/[—·]/u).filter((party) => said.includes(party)).length;
  const most = Math.max(0, ...pairs.map(named));
  return pairs.find((pair) => named(pair) === most);
}
