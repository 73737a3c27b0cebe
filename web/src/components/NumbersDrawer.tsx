import { indicators, printNumber, typedNumber } from "@shanhai/model";
import type { BoardLine } from "@shanhai/server";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input } from "antd";
import { useState } from "react";
import { indicatorApi, type MonthAsked, type NumberGiven } from "../indicator-api.js";
import { useText, useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { changedByWriting } from "../queries.js";
import { useSending } from "../use-sending.js";
import styles from "./NumbersDrawer.module.css";
import { SendingNotice } from "./SendingNotice.js";
import { SideSheet } from "./SideSheet.js";

interface Typed {
  readonly month: string;
  readonly toDate: string;
}

/** 填报部门报送数: this month and to date of each indicator that is asked for; checks warn beside the line. */
export function NumbersDrawer({
  of,
  lines,
  open,
  onClose,
}: {
  readonly of: MonthAsked;
  readonly lines: readonly BoardLine[];
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { indicators: words } = useWords();
  return (
    <SideSheet
      open={open}
      onClose={onClose}
      size={720}
      title={words.fillTitle(`${words.yearOf(of.year)} ${words.monthOf(of.month)}`)}
      destroyOnHidden
    >
      <NumbersForm of={of} lines={lines} />
    </SideSheet>
  );
}

function NumbersForm({ of, lines }: { readonly of: MonthAsked; readonly lines: readonly BoardLine[] }) {
  const all = useWords();
  const words = all.indicators;
  const text = useText();
  const cache = useQueryClient();
  const message = useNotices();
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(new Map());
  const asked = lines.filter(({ code }) => indicators.find((one) => one.code === code)?.kind !== "rate");
  const given = (line: BoardLine): Typed =>
    typed.get(line.code) ?? { month: line.reported?.thisMonth ?? "", toDate: line.reported?.toDate ?? "" };
  const numbers = asked.flatMap((line): NumberGiven[] => {
    const one = typed.get(line.code);
    if (one === undefined) return [];
    const [this_month, to_date] = [typedNumber(one.month), typedNumber(one.toDate)];
    return this_month === undefined || to_date === undefined ? [] : [{ indicator: line.code, this_month, to_date }];
  });
  const bad = numbers.length < typed.size;
  const save = useSending({
    send: (draft: boolean, command) => indicatorApi.fill(of, "reported", numbers, command, draft),
    onSuccess: ({ receipt }, draft) => {
      message.success(receipt === null ? words.unchanged : draft ? words.savedDraft : words.saved);
      setTyped(new Map());
      cache.invalidateQueries({ predicate: changedByWriting });
    },
  });
  const warnings = new Map((save.data?.warnings ?? []).map((warning) => [warning.indicator, warning]));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!bad && numbers.length > 0) save.mutate(false);
      }}
    >
      <Alert type="info" showIcon title={words.fillHint} />
      <SendingNotice of={save} />
      <table className={styles.numbers}>
        <thead>
          <tr>
            <th scope="col">{words.indicator}</th>
            <th scope="col">{words.ledger}</th>
            <th scope="col">{words.thisMonth}</th>
            <th scope="col">{words.toDate}</th>
          </tr>
        </thead>
        <tbody>
          {asked.map((line) => {
            const definition = indicators.find(({ code }) => code === line.code);
            const name = definition === undefined ? line.code : text(definition);
            const now = given(line);
            const set = (value: Partial<Typed>) => setTyped(new Map([...typed, [line.code, { ...now, ...value }]]));
            const warning = warnings.get(line.code) ?? line.warnings[0];
            return (
              <tr key={line.code}>
                <th scope="row">
                  <small>{line.code}</small> {name}
                  <i>{words.unitName(definition?.unit ?? "")}</i>
                  {warning !== undefined && <em>{text(warning)}</em>}
                </th>
                <td>{printNumber(line.ledger?.toDate ?? null, definition?.unit)}</td>
                {(["month", "toDate"] as const).map((field) => (
                  <td key={field}>
                    <Input
                      inputMode="decimal"
                      aria-label={`${name} ${field === "month" ? words.thisMonth : words.toDate}`}
                      value={now[field]}
                      disabled={save.waits}
                      status={typedNumber(now[field]) === undefined ? "error" : ""}
                      title={typedNumber(now[field]) === undefined ? words.badNumber : ""}
                      onChange={(event) => set({ [field]: event.target.value })}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className={styles.foot}>
        <Button loading={save.isPending} disabled={bad || numbers.length === 0} onClick={() => save.mutate(true)}>
          {words.saveDraft}
        </Button>
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={bad || numbers.length === 0}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
