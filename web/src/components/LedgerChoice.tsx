import { everyLabel } from "@shanhai/model";
import type { BoundPeriod, CellBinding, LedgerBinding, TemplateSheet } from "@shanhai/server";
import { Button, Input, InputNumber, Segmented, Select } from "antd";
import { useState } from "react";
import { useDefinitions } from "../definitions.js";
import { useLanguage, useText, useWords } from "../language.js";
import { placesBelow } from "../template-extent.js";
import styles from "./TemplateDesk.module.css";

const units = ["元", "万元", "亿元"] as const;
const periods: readonly BoundPeriod[] = ["all", "year", "month"];

/** Which column of which ledger comes into a place: of one row, or of all rows downward. */
export function LedgerChoice({
  sheet,
  place,
  bound,
  inDocument,
  onBind,
}: {
  readonly sheet: TemplateSheet;
  readonly place: string;
  readonly bound: LedgerBinding | undefined;
  readonly inDocument: boolean;
  readonly onBind: (binding: Omit<LedgerBinding, "sheet" | "cell">) => void;
}) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const { list, definitions } = useDefinitions();
  const isCell = !place.startsWith("空");
  const [record, setRecord] = useState<string | null>(bound?.record ?? null);
  const [field, setField] = useState<string | null>(bound?.cell === place ? bound.field : null);
  const [period, setPeriod] = useState<BoundPeriod>(bound?.period ?? "year");
  const [unit, setUnit] = useState<CellBinding["unit"]>(bound?.unit ?? "万元");
  const [filter, setFilter] = useState(Object.entries(bound?.filter ?? {})[0] ?? null);
  const [down, setDown] = useState(isCell && bound?.row === null);
  const [row, setRow] = useState(bound?.row ?? 1);
  const definition = record === null ? undefined : definitions.get(record);
  const fields = (definition?.fields ?? []).filter(({ type }) => type !== "identifier" && type !== "list");
  const chosen = fields.find(({ key }) => key === field);
  const narrowing = fields.filter(
    ({ type, personal }) => personal !== true && (type === "code" || type === "text" || type === "integer"),
  );
  const narrowed = narrowing.find(({ key }) => key === filter?.[0]);
  const rows = down ? placesBelow(sheet, place, inDocument) : null;
  return (
    <>
      <Select
        showSearch
        aria-label={words.template.record}
        placeholder={words.template.record}
        value={record}
        onChange={(next) => {
          setRecord(next);
          setField(null);
          setFilter(null);
        }}
        optionFilterProp="label"
        options={list.map((one) => ({ value: one.name, label: text(one) }))}
      />
      <Select
        showSearch
        aria-label={words.template.field}
        placeholder={words.template.field}
        value={field}
        onChange={setField}
        disabled={definition === undefined}
        optionFilterProp="label"
        options={fields.map((one) => ({ value: one.key, label: text(one) }))}
      />
      {chosen?.type === "money" && (
        <Select
          aria-label={words.template.unit}
          value={unit}
          onChange={setUnit}
          options={units.map((one) => ({ value: one, label: one }))}
        />
      )}
      <Select
        aria-label={words.template.period}
        value={period}
        onChange={setPeriod}
        options={periods.map((value) => ({
          value,
          label: `${words.template.period}：${words.template.periods[value]}`,
        }))}
      />
      <div className={styles.pair}>
        <Select
          allowClear
          aria-label={words.template.filter}
          placeholder={`${words.template.filter}：${words.template.filterNone}`}
          value={filter?.[0] ?? null}
          disabled={definition === undefined}
          onChange={(key?: string) => setFilter(key === undefined ? null : [key, ""])}
          options={narrowing.map((one) => ({ value: one.key, label: text(one) }))}
        />
        {narrowed !== undefined &&
          (narrowed.codes === undefined ? (
            <Input
              aria-label={words.template.filterValue}
              placeholder={words.template.filterValue}
              value={filter?.[1]}
              onChange={(event) => setFilter([narrowed.key, event.target.value])}
            />
          ) : (
            <Select
              aria-label={words.template.filterValue}
              placeholder={words.template.filterValue}
              value={filter === null || filter[1] === "" ? null : filter[1]}
              onChange={(value: string) => setFilter([narrowed.key, value])}
              options={narrowed.codes.map((one) => ({ value: one.code, label: everyLabel(one, language) }))}
            />
          ))}
      </div>
      {isCell && (
        <Segmented
          block
          aria-label={words.template.row}
          value={down ? "down" : "one"}
          onChange={(value) => setDown(value === "down")}
          options={[
            { value: "one", label: words.template.oneRow },
            { value: "down", label: words.template.down },
          ]}
        />
      )}
      {down ? (
        <span>{words.template.downRows(rows)}</span>
      ) : (
        <InputNumber
          aria-label={words.template.row}
          prefix={words.template.row}
          min={1}
          max={1000}
          value={row}
          onChange={(value) => setRow(value ?? 1)}
        />
      )}
      <Button
        type="primary"
        disabled={chosen === undefined || (filter !== null && filter[1] === "")}
        onClick={() =>
          onBind({
            record: record ?? "",
            field: field ?? "",
            period,
            filter: filter === null ? {} : { [filter[0]]: filter[1] },
            row: down ? null : row,
            rows,
            unit: chosen?.type === "money" ? unit : null,
          })
        }
      >
        {words.template.set}
      </Button>
    </>
  );
}
