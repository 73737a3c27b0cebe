import { indicators, printNumber } from "@shanhai/model";
import type { BoardLine, ClosedMonth } from "@shanhai/server";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input, Select, Upload } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { indicatorApi, type MonthAsked } from "../indicator-api.js";
import { useText, useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { changedByWriting } from "../queries.js";
import { useSending } from "../use-sending.js";
import styles from "./ClosingPanel.module.css";
import { Label } from "./Label.js";
import { SendingModal } from "./SendingModal.js";
import { SendingNotice } from "./SendingNotice.js";

/** 封账版本 of the year: who closed what, the stamped scan, and what the ledger says otherwise by now. */
export function ClosingPanel({ of }: { readonly of: MonthAsked }) {
  const { indicators: words } = useWords();
  const closings = useQuery({
    queryKey: ["closings", of.scope, of.year],
    queryFn: () => indicatorApi.closings(of.scope, of.year),
  });
  const own = (closings.data ?? []).filter(({ line }) => line === of.line);
  if (closings.data === undefined) return null;
  return (
    <section className={styles.panel} aria-label={words.closings}>
      <h2>{words.closings}</h2>
      {own.length === 0 ? <p>{words.noClosings}</p> : own.map((closed) => <Version key={closed.id} closed={closed} />)}
    </section>
  );
}

function Version({ closed }: { readonly closed: ClosedMonth }) {
  const { indicators: words } = useWords();
  const text = useText();
  const cache = useQueryClient();
  const message = useNotices();
  const stamp = useSending({
    send: (file: File, command) => indicatorApi.stamp(closed.scope_id, closed.id, file, command),
    onSuccess: () => {
      message.success(words.stampDone);
      cache.invalidateQueries({ predicate: changedByWriting });
    },
  });
  const other = closed.figures.filter(
    ({ note, now, to_date }) => note === null && now !== null && Number(now) !== Number(to_date),
  );
  return (
    <article className={styles.version}>
      <header>
        <Link to={`/records/month_close/${closed.scope_id}/${closed.id}`} title={words.openStamp}>
          <b>{words.closedVersion(closed.month, closed.version)}</b>
        </Link>
        <span>{words.closedBy(closed.closed_by ?? "", closed.closed_on ?? "")}</span>
        {closed.check_kind === "self_checked" && <Label tone="doubt">{words.selfChecked}</Label>}
        {closed.stamped_file === null ? (
          <>
            <Label tone="doubt">{words.waitingStamp}</Label>
            <Upload
              showUploadList={false}
              beforeUpload={(file) => {
                stamp.mutate(file);
                return false;
              }}
            >
              <Button size="small" loading={stamp.isPending}>
                {words.stamp}
              </Button>
            </Upload>
          </>
        ) : (
          <Label tone="mountain">{words.stamped}</Label>
        )}
      </header>
      <SendingNotice of={stamp} />
      {other.length > 0 && (
        <div className={styles.differing}>
          <strong>{words.differing(other.length)}</strong>
          <ul>
            {other.map(({ indicator, to_date, now, unit }) => {
              const definition = indicators.find(({ code }) => code === indicator);
              return (
                <li key={indicator}>
                  {definition === undefined ? indicator : text(definition)}
                  {`：${words.stampedNumber} ${printNumber(to_date, unit)}，${words.nowNumber} ${printNumber(now, unit)}`}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </article>
  );
}

type Source = "ledger" | "reported" | "other_side";

/** 定稿封账: each number with the source that it is taken from, before anything is closed. */
export function CloseDialog({
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
  const text = useText();
  const cache = useQueryClient();
  const message = useNotices();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Source>>(new Map());
  const [own, setOwn] = useState<ReadonlyMap<string, { readonly number?: string; readonly note?: string }>>(new Map());
  const [submittedTo, setSubmittedTo] = useState("");
  const asked = lines.filter(({ target, reported }) => target !== null || reported !== null);
  const rows = asked.flatMap((line) => {
    const offered = offeredBy(line);
    const [usual] = offered;
    if (usual === undefined) return [];
    const source = chosen.get(line.code) ?? usual;
    const from = numberOf(line, source) ?? "";
    const { number = from, note = "" } = own.get(line.code) ?? {};
    return [{ line, offered, source, number, note, differs: Number(number) !== Number(from) || number.trim() === "" }];
  });
  const put = (code: string, given: { readonly number?: string; readonly note?: string }) =>
    setOwn(new Map([...own, [code, { ...own.get(code), ...given }]]));
  // A number of one's own says why it is another than its source.
  const ready = rows.every(
    ({ differs, number, note }) => !differs || (/^-?\d+(\.\d{1,6})?$/.test(number.trim()) && note.trim() !== ""),
  );
  const close = useSending({
    send: (_, command) =>
      indicatorApi.close(of, {
        choices: rows.map(({ line, source, number, note, differs }) => ({
          indicator: line.code,
          source,
          ...(differs ? { to_date: number.trim(), note: note.trim() } : {}),
        })),
        ...(submittedTo.trim() === "" ? {} : { submitted_to: submittedTo.trim() }),
        command_id: command,
      }),
    onSuccess: () => {
      message.success(words.closed);
      cache.invalidateQueries({ predicate: changedByWriting });
      onClose();
    },
  });
  const names = { ledger: words.ledger, reported: words.reported, other_side: words.otherSide };
  return (
    <SendingModal
      of={close}
      open={open}
      onCancel={onClose}
      width={760}
      title={words.closeTitle(`${words.yearOf(of.year)} ${words.monthOf(of.month)}`)}
      okText={words.close}
      okButtonProps={{ disabled: rows.length === 0 || !ready, loading: close.isPending }}
      onOk={() => close.mutate()}
      destroyOnHidden
    >
      <div className={styles.close}>
        <Alert type="info" showIcon title={words.closeHint} />
        <Input
          value={submittedTo}
          maxLength={200}
          aria-label={words.submittedTo}
          placeholder={words.submittedTo}
          onChange={(event) => setSubmittedTo(event.target.value)}
        />
        <table>
          <thead>
            <tr>
              <th scope="col">{words.indicator}</th>
              <th scope="col">{words.source}</th>
              <th scope="col">{words.final}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, offered, source, number, note, differs }) => {
              const definition = indicators.find(({ code }) => code === line.code);
              return (
                <tr key={line.code}>
                  <th scope="row">{definition === undefined ? line.code : text(definition)}</th>
                  <td>
                    {offered.length === 1 ? (
                      names[source]
                    ) : (
                      <Select<Source>
                        size="small"
                        aria-label={`${definition === undefined ? line.code : text(definition)} ${words.source}`}
                        value={source}
                        popupMatchSelectWidth={false}
                        onChange={(value) => setChosen(new Map([...chosen, [line.code, value]]))}
                        options={offered.map((one) => ({ value: one, label: names[one] }))}
                      />
                    )}
                  </td>
                  <td>
                    <Input
                      size="small"
                      inputMode="decimal"
                      aria-label={`${definition === undefined ? line.code : text(definition)} ${words.final}`}
                      suffix={words.unitName(line.unit)}
                      value={number}
                      onChange={({ target }) => put(line.code, { number: target.value })}
                    />
                    {differs && (
                      <Input
                        size="small"
                        status={note.trim() === "" ? "error" : ""}
                        aria-label={`${definition === undefined ? line.code : text(definition)} ${words.whyOther}`}
                        placeholder={words.whyOther}
                        maxLength={2000}
                        value={note}
                        onChange={({ target }) => put(line.code, { note: target.value })}
                      />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </SendingModal>
  );
}

function numberOf(line: BoardLine, source: Source): string | null {
  return { ledger: line.ledger, reported: line.reported, other_side: line.otherSide }[source]?.toDate ?? null;
}

/** The sources that have a number; first the one usually taken: the ledger where it says the same as the bureau. */
function offeredBy(line: BoardLine): readonly Source[] {
  const have = (["ledger", "reported", "other_side"] as const).filter((source) => numberOf(line, source) !== null);
  const same = Number(line.ledger?.toDate) === Number(line.reported?.toDate);
  return have.includes("reported") && have.includes("ledger") && !same
    ? ["reported", ...have.filter((source) => source !== "reported")]
    : have;
}
