import { indicators } from "@shanhai/model";
import type { BoundMeasure, CellBinding, OpenedTemplate } from "@shanhai/server";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button, Card, Input, Segmented, Select } from "antd";
import { useState } from "react";
import { api } from "../api.js";
import { today } from "../format.js";
import { useText, useWords } from "../language.js";
import { saveFile } from "../save-file.js";
import { ProblemNotice } from "./ProblemNotice.js";
import styles from "./TemplateDesk.module.css";
import { TemplateGrid } from "./TemplateGrid.js";

/** A form that was dropped; its bytes stay in the browser. */
export interface OpenForm {
  readonly file: File;
  readonly opened: OpenedTemplate;
}

const units = ["元", "万元", "亿元"] as const;

/** The form's grid on one side, what comes into its cells on the other. */
export function TemplateDesk({ form, onClose }: { readonly form: OpenForm; readonly onClose: () => void }) {
  const words = useWords();
  const text = useText();
  const { opened, file } = form;
  const [bindings, setBindings] = useState(opened.bindings);
  const [saved, setSaved] = useState(true);
  const [sheetName, setSheetName] = useState(opened.sheets[0]?.name ?? "");
  const [cell, setCell] = useState<string | null>(null);
  const [indicator, setIndicator] = useState<string | null>(null);
  const [measure, setMeasure] = useState<BoundMeasure>("to_date");
  const [unit, setUnit] = useState<CellBinding["unit"]>("万元");
  const [scope, setScope] = useState<string | null>(null);
  const [month, setMonth] = useState(today().slice(0, 7));
  const pairs = useQuery({ queryKey: ["rows", "pair", "all"], queryFn: () => api.rows("pair", { limit: 200 }) });
  const chosenScope = scope ?? pairs.data?.rows[0]?.id ?? null;
  const definition = indicators.find(({ code }) => code === indicator);
  const nameOf = (code: string) => {
    const found = indicators.find((one) => one.code === code);
    return found === undefined ? code : `${code} ${text(found)}`;
  };
  const describe = (one: CellBinding) => `${one.indicator} ${words.template.measures[one.measure]}`;
  const change = (next: readonly CellBinding[]) => {
    setBindings(next);
    setSaved(false);
  };
  const save = useMutation({
    mutationFn: () => api.bindTemplate(opened.fingerprint, bindings, file.name, crypto.randomUUID()),
    onSuccess: () => setSaved(true),
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
      <div aria-live="polite">
        {opened.bindings.length > 0 && (
          <Alert type="success" showIcon title={words.template.known(opened.bindings.length)} />
        )}
        {save.isSuccess && saved && <Alert type="success" showIcon title={words.template.saved} />}
        {fill.data !== undefined && (
          <Alert
            type={fill.data.empty.length > 0 ? "warning" : "success"}
            showIcon
            title={words.template.filled(fill.data.filled)}
            description={
              fill.data.empty.length > 0 ? words.template.left(fill.data.empty.join(words.records.and)) : undefined
            }
          />
        )}
        {save.error !== null && <ProblemNotice error={save.error} />}
        {fill.error !== null && <ProblemNotice error={fill.error} />}
      </div>
      {opened.sheets.length > 1 && (
        <Segmented options={opened.sheets.map(({ name }) => name)} value={sheetName} onChange={setSheetName} />
      )}
      <div className={styles.desk}>
        {sheet !== undefined && (
          <TemplateGrid
            sheet={sheet}
            bindings={new Map(here.map((one) => [one.cell, one]))}
            chosen={cell}
            describe={describe}
            onChoose={(name) => {
              setCell(name);
              const was = here.find((one) => one.cell === name);
              if (was === undefined) return;
              setIndicator(was.indicator);
              setMeasure(was.measure);
              setUnit(was.unit);
            }}
          />
        )}
        <div className={styles.side}>
          {cell === null ? (
            <Alert type="info" title={words.template.noneBound} />
          ) : (
            <Card size="small" title={words.template.cell(cell)}>
              <div className={styles.side}>
                <Select
                  showSearch
                  aria-label={words.template.indicator}
                  placeholder={words.template.indicator}
                  value={indicator}
                  onChange={setIndicator}
                  optionFilterProp="label"
                  options={indicators.map(({ code }) => ({ value: code, label: nameOf(code) }))}
                />
                <Select<BoundMeasure>
                  aria-label={words.template.measure}
                  value={measure}
                  onChange={setMeasure}
                  options={(Object.keys(words.template.measures) as BoundMeasure[]).map((one) => ({
                    value: one,
                    label: words.template.measures[one],
                  }))}
                />
                {definition?.unit === "万元" && measure !== "rate" && (
                  <Select
                    aria-label={words.template.unit}
                    value={unit}
                    onChange={setUnit}
                    options={units.map((one) => ({ value: one, label: one }))}
                  />
                )}
                <Button
                  type="primary"
                  disabled={indicator === null}
                  onClick={() =>
                    change([
                      ...bindings.filter((one) => one.sheet !== sheetName || one.cell !== cell),
                      {
                        sheet: sheetName,
                        cell,
                        indicator: indicator ?? "",
                        measure,
                        unit: definition?.unit === "万元" && measure !== "rate" ? unit : null,
                      },
                    ])
                  }
                >
                  {words.template.set}
                </Button>
              </div>
            </Card>
          )}
          {bindings.length > 0 && (
            <Card size="small" title={words.template.bound(bindings.length)}>
              <ul>
                {bindings.map((one) => (
                  <li key={`${one.sheet}!${one.cell}`}>
                    <span>
                      {one.cell} {nameOf(one.indicator)} · {words.template.measures[one.measure]}
                      {one.unit === null ? "" : `（${one.unit}）`}
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
