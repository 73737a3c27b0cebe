import { indicators } from "@shanhai/model";
import type { CollectionLine } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Alert, AutoComplete, Button, Input, Segmented, Select } from "antd";
import { useEffect, useState } from "react";
import { api } from "../api.js";
import { today } from "../format.js";
import { useText, useWords } from "../language.js";
import { useSending } from "../use-sending.js";
import { CollectedLedger, type CollectedLedgerChoice, useKnownUnits, useLedgerUnits } from "./CollectedLedger.js";
import styles from "./CollectionForm.module.css";
import { SendingModal } from "./SendingModal.js";

interface Unit {
  readonly key: number;
  readonly name: string;
  readonly indicators: readonly string[];
}

/** A new task: month, due day, units with their indicators, as they were last time until somebody changes them. */
export function CollectionForm({
  last,
  onDone,
  onClose,
}: {
  readonly last: CollectionLine | null;
  readonly onDone: (task: { readonly scope_id: string; readonly id: string }) => void;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const text = useText();
  const { form } = words.collect;
  const pairs = useQuery({ queryKey: ["rows", "pair", "all"], queryFn: () => api.rows("pair", { limit: 200 }) });
  const before = useQuery({
    queryKey: ["collection", last?.scope_id, last?.id],
    queryFn: () => api.collection(last?.scope_id ?? "", last?.id ?? ""),
    enabled: last !== null,
  });
  const [month, setMonth] = useState(today().slice(0, 7));
  const [scope, setScope] = useState<string | null>(last?.scope_id ?? null);
  const [title, setTitle] = useState(form.defaultTitle(Number(today().slice(5, 7))));
  const [due, setDue] = useState("");
  const [units, setUnits] = useState<readonly Unit[]>([{ key: 0, name: "", indicators: [] }]);
  const [kind, setKind] = useState<"indicators" | "ledger">("indicators");
  const [choice, setChoice] = useState<CollectedLedgerChoice>({
    ...{ record: null, field: null, open: [], units: null },
  });
  const [asked, setAsked] = useState(false);
  const sheets = before.data?.sheets;
  const wasLedger = before.data?.ledger != null;
  useEffect(() => {
    if (sheets !== undefined && !wasLedger)
      setUnits(sheets.map((sheet, key) => ({ key, name: sheet.unit, indicators: sheet.indicators })));
  }, [sheets, wasLedger]);
  const only = pairs.data?.rows.length === 1 ? (pairs.data.rows[0]?.id ?? null) : null;
  const chosen = scope ?? only;
  const [year = 0, of = 0] = month.split("-").map(Number);
  const parted = useLedgerUnits(chosen, choice);
  const known = useKnownUnits(chosen);
  const asks = choice.units ?? (parted.data ?? []).map(({ unit }) => unit);
  const { record, field, open } = choice;
  const ledger = kind === "ledger" && record !== null && field !== null ? { record, field, open } : null;
  const filled =
    kind === "ledger"
      ? ledger !== null && open.length > 0 && asks.length > 0
      : units.length > 0 && units.every((unit) => unit.name.trim() !== "" && unit.indicators.length > 0);
  const whole = chosen !== null && title.trim() !== "" && /^\d{4}-\d{2}$/.test(month) && due !== "" && filled;
  const save = useSending({
    send: (_, command) =>
      api.startCollection({
        scope: chosen ?? "",
        title: title.trim(),
        year,
        month: of,
        due,
        ...(ledger === null
          ? { units: units.map(({ name, indicators: codes }) => ({ name, indicators: codes })) }
          : { ledger, units: asks.map((name) => ({ name, indicators: [] })) }),
        command_id: command,
      }),
    onSuccess: onDone,
  });
  const set = (key: number, change: Partial<Unit>) =>
    setUnits((now) => now.map((unit) => (unit.key === key ? { ...unit, ...change } : unit)));
  return (
    <SendingModal
      of={save}
      open
      title={words.collect.start}
      width={760}
      okText={form.save}
      cancelText={words.state.cancel}
      onCancel={onClose}
      onOk={() => {
        setAsked(true);
        if (whole) save.mutate();
      }}
    >
      <div className={styles.fields}>
        <div className={styles.wide}>
          <span>{form.scope}</span>
          <Select
            aria-label={form.scope}
            value={chosen}
            onChange={setScope}
            loading={pairs.isPending}
            options={(pairs.data?.rows ?? []).map((row) => ({ value: row.id, label: row.title }))}
          />
        </div>
        <div>
          <span>{form.month}</span>
          <Input
            type="month"
            aria-label={form.month}
            value={month}
            onChange={(event) => {
              setMonth(event.target.value);
              setTitle(form.defaultTitle(Number(event.target.value.slice(5, 7))));
            }}
          />
        </div>
        <div>
          <span>{form.due}</span>
          <Input type="date" aria-label={form.due} value={due} onChange={(event) => setDue(event.target.value)} />
        </div>
        <div className={styles.wide}>
          <span>{form.title}</span>
          <Input
            aria-label={form.title}
            value={title}
            maxLength={100}
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
      </div>
      <Segmented<"indicators" | "ledger">
        block
        className={styles.kind ?? ""}
        aria-label={form.kind}
        value={kind}
        onChange={setKind}
        options={(["indicators", "ledger"] as const).map((value) => ({ value, label: form.kinds[value] }))}
      />
      {kind === "ledger" ? (
        <CollectedLedger scope={chosen} choice={choice} onChange={setChoice} />
      ) : (
        <>
          <h3 className={styles.units}>{form.units}</h3>
          {before.data !== undefined && !wasLedger && (
            <Alert type="info" showIcon title={form.copied(before.data.title)} />
          )}
          {units.map((unit) => (
            <div key={unit.key} className={styles.unit}>
              <AutoComplete
                aria-label={form.unit}
                placeholder={form.unit}
                value={unit.name}
                maxLength={100}
                onChange={(name: string) => set(unit.key, { name })}
                showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) === true }}
                options={(known.data ?? [])
                  .filter((one) => !units.some(({ name }) => name === one.unit))
                  .map((one) => ({ value: one.unit }))}
              />
              <Select
                mode="multiple"
                aria-label={form.indicators}
                placeholder={form.indicators}
                value={[...unit.indicators]}
                onChange={(codes: string[]) => set(unit.key, { indicators: codes })}
                optionFilterProp="label"
                options={indicators.map((one) => ({ value: one.code, label: `${one.code} ${text(one)}` }))}
              />
              <Button
                type="text"
                aria-label={form.removeUnit(unit.name)}
                disabled={units.length === 1}
                onClick={() => setUnits((now) => now.filter(({ key }) => key !== unit.key))}
              >
                ×
              </Button>
            </div>
          ))}
          <Button
            block
            type="dashed"
            onClick={() =>
              setUnits((now) => [
                ...now,
                { key: Math.max(0, ...now.map(({ key }) => key)) + 1, name: "", indicators: [] },
              ])
            }
          >
            {form.addUnit}
          </Button>
        </>
      )}
      {asked && !whole && <Alert type="warning" showIcon title={form.incomplete} />}
    </SendingModal>
  );
}
