import { printNumber, typedNumber } from "@shanhai/model";
import type { ComparedLine } from "@shanhai/server";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Input, Space, Table } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { useAppearance } from "../appearance.js";
import { indicatorApi, type MonthAsked, type Settled } from "../indicator-api.js";
import { useText, useWords } from "../language.js";
import { changedByWriting } from "../queries.js";
import { rowAddress } from "../row-address.js";
import { useMay, useMayWrite } from "../session.js";
import { useSending } from "../use-sending.js";
import styles from "./ComparisonTable.module.css";
import { Label } from "./Label.js";
import { SendingNotice } from "./SendingNotice.js";

interface LabelledCell extends React.TdHTMLAttributes<HTMLTableCellElement> {
  readonly "data-label": string;
}

/** Each indicator's two numbers, with the difference, its causes, and what to do about it. */
export function ComparisonTable({ of, lines }: { readonly of: MonthAsked; readonly lines: readonly ComparedLine[] }) {
  const { indicators: words } = useWords();
  const text = useText();
  const { paper } = useAppearance();
  // On a phone each indicator is a block: what it is over both numbers, then what to do.
  const narrow = !paper && window.matchMedia("(max-width: 640px)").matches;
  const labelled = (label: string) => ({ title: label, onCell: (): LabelledCell => ({ "data-label": label }) });
  return (
    <Table<ComparedLine>
      size="small"
      className={`${styles.table} ${narrow ? styles.blocks : ""}`}
      sticky={!paper && !narrow}
      pagination={false}
      rowKey="code"
      dataSource={[...lines]}
      {...(narrow ? {} : { scroll: { x: "max-content" } })}
      rowClassName={(line) => (line.difference !== null && line.difference !== "0" ? (styles.differs ?? "") : "")}
      columns={[
        {
          key: "indicator",
          title: words.indicator,
          render: (_, line) => (
            <span className={styles.name}>
              <small>{line.code}</small> {text(line)} <i>{words.unitName(line.unit)}</i>
            </span>
          ),
        },
        {
          key: "ours",
          ...labelled(words.ours),
          align: "right",
          render: (_, line) => printNumber(line.ours, line.unit),
        },
        {
          key: "theirs",
          ...labelled(words.theirs),
          align: "right",
          render: (_, line) => <Theirs of={of} line={line} />,
        },
        {
          key: "difference",
          ...labelled(words.difference),
          align: "right",
          render: (_, line) => (line.difference === null ? "—" : printNumber(line.difference, line.unit)),
        },
        { key: "cause", title: words.cause, render: (_, line) => <Causes line={line} /> },
        { key: "settle", title: words.settle, render: (_, line) => <Settle of={of} line={line} /> },
      ]}
    />
  );
}

function Causes({ line }: { readonly line: ComparedLine }) {
  const { indicators: words } = useWords();
  const text = useText();
  if (line.difference === null || line.difference === "0") return null;
  return (
    <ul className={styles.causes}>
      {line.causes.map((cause, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two causes may read alike; their place tells them apart and never changes
        <li key={`${cause.cause} ${at}`}>
          {text(cause)}
          {cause.rows.map((row) => (
            <Link key={row.id} to={rowAddress(row)}>
              {words.openCause}
            </Link>
          ))}
        </li>
      ))}
      {line.rest !== null && line.rest !== "0" && (
        <li className={styles.rest}>{words.rest(printNumber(line.rest, line.unit))}</li>
      )}
    </ul>
  );
}

/** Their number, typed on screen with the same effect as a returned sheet. */
function Theirs({ of, line }: { readonly of: MonthAsked; readonly line: ComparedLine }) {
  const { indicators: words } = useWords();
  const cache = useQueryClient();
  const mayWrite = useMayWrite("indicator_value");
  const [typed, setTyped] = useState<string | null>(null);
  const number = typed === null ? null : typedNumber(typed);
  const save = useSending({
    send: (to_date: string, command) =>
      indicatorApi.fill(of, "other_side", [{ indicator: line.code, this_month: null, to_date }], command),
    onSuccess: () => {
      setTyped(null);
      cache.invalidateQueries({ predicate: changedByWriting });
    },
  });
  if (line.settled !== null || !mayWrite) return printNumber(line.theirs, line.unit);
  return (
    <>
      <Space.Compact className={styles.theirs ?? ""}>
        <Input
          inputMode="decimal"
          aria-label={`${line.zh} ${words.theirs}`}
          value={typed ?? line.theirs ?? ""}
          status={number === undefined ? "error" : ""}
          title={number === undefined ? words.badNumber : ""}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={() => typeof number === "string" && save.mutate(number)}
        />
        {typeof number === "string" && number !== line.theirs && (
          <Button loading={save.isPending} aria-label={words.saveTheirs} onClick={() => save.mutate(number)}>
            {words.save}
          </Button>
        )}
      </Space.Compact>
      <SendingNotice of={save} />
    </>
  );
}

function Settle({ of, line }: { readonly of: MonthAsked; readonly line: ComparedLine }) {
  const { indicators: words } = useWords();
  const cache = useQueryClient();
  const mayConfirm = useMay("confirm");
  const [note, setNote] = useState<string | null>(null);
  const settle = useSending({
    send: ({ how, said }: { readonly how: Settled; readonly said?: string }, command) =>
      indicatorApi.settle(of, [{ indicator: line.code, how, ...(said === undefined ? {} : { note: said }) }], command),
    onSuccess: () => {
      setNote(null);
      cache.invalidateQueries({ predicate: changedByWriting });
    },
  });
  if (line.settled !== null)
    return (
      <span className={styles.done}>
        <Label tone="mountain">{words.settled[line.settled]}</Label>
        {line.note !== null && <small>{line.note}</small>}
      </span>
    );
  if (line.difference === null || !mayConfirm) return null;
  if (line.difference === "0")
    return (
      <Button size="small" loading={settle.isPending} onClick={() => settle.mutate({ how: "equal" })}>
        {words.settled.equal}
      </Button>
    );
  return (
    <>
      <span className={styles.choices}>
        <Button size="small" disabled={settle.isPending} onClick={() => settle.mutate({ how: "agreed" })}>
          {words.agree}
        </Button>
        <Button size="small" disabled={settle.isPending} onClick={() => settle.mutate({ how: "kept" })}>
          {words.keep}
        </Button>
        <Button size="small" disabled={settle.isPending} onClick={() => setNote(note === null ? "" : null)}>
          {words.note}
        </Button>
      </span>
      {note !== null && (
        <Space.Compact block>
          <Input
            autoFocus
            size="small"
            maxLength={500}
            aria-label={words.noteAsk}
            placeholder={words.noteAsk}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            onPressEnter={() => note.trim() !== "" && settle.mutate({ how: "noted", said: note.trim() })}
          />
          <Button
            size="small"
            disabled={note.trim() === ""}
            onClick={() => settle.mutate({ how: "noted", said: note.trim() })}
          >
            {words.save}
          </Button>
        </Space.Compact>
      )}
      <SendingNotice of={settle} />
    </>
  );
}
