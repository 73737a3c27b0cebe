import { type CellForm, printReason, type RecordDefinition } from "@shanhai/model";
import type { HeldRow, HeldView, ImportChoices } from "@shanhai/server";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Popconfirm } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { localTime } from "../format.js";
import { heldTones } from "../held-tones.js";
import { holdingApi } from "../holding-api.js";
import { useKeys } from "../keys.js";
import { useLanguage, useText, useWords } from "../language.js";
import { useNotices } from "../notices.js";
import styles from "../pages/ReviewPage.module.css";
import { changedByWriting } from "../queries.js";
import { rowAddress } from "../row-address.js";
import { useScopeName } from "../scope-name.js";
import { useSending } from "../use-sending.js";
import { HeldFiles } from "./HeldFiles.js";
import { HeldRows, type Settled } from "./HeldRows.js";
import { ImportMissing } from "./ImportMissing.js";
import { ImportRows } from "./ImportRows.js";
import { Label } from "./Label.js";
import { Loading, Nothing } from "./PageState.js";
import { ProofForm } from "./ProofForm.js";
import { ReasonDialog } from "./ReasonDialog.js";
import { RowForm } from "./RowForm.js";
import { SendingNotice } from "./SendingNotice.js";

const form: CellForm = { money: "万元" };

interface Props {
  readonly id: string;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  /** It is settled: on to the next one. */
  readonly onSettled: () => void;
}

/** One change under review with what it would do; accepted or sent back by a colleague, mended or taken back by its maker. */
export function HeldDetail({ id, definitions, onSettled }: Props) {
  const words = useWords();
  const held = useQuery({ queryKey: ["held", "one", id], queryFn: () => holdingApi.one(id), staleTime: 0 });
  if (held.data === undefined) {
    if (held.error === null) return <Loading label={words.state.loading} />;
    return <Nothing title={words.holding.missing} advice={words.holding.missingAdvice} />;
  }
  return (
    <Detail
      key={`${held.data.id} ${held.data.version} ${held.data.rows.map(({ version }) => version).join(" ")}`}
      held={held.data}
      {...{ definitions, onSettled }}
    />
  );
}

function Detail({ held, definitions, onSettled }: Omit<Props, "id"> & { readonly held: HeldView }) {
  const words = useWords();
  const { language } = useLanguage();
  const text = useText();
  const message = useNotices();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const whose = useScopeName(held.scope_id);
  const [settled, setSettled] = useState<Settled>({});
  const [missing, setMissing] = useState<ImportChoices["missing"]>({});
  const [skip, setSkip] = useState<ReadonlySet<string>>(new Set());
  const [returning, setReturning] = useState(false);
  const [mending, setMending] = useState(false);
  const [proving, setProving] = useState<HeldRow | null>(null);
  const changed = () => queries.invalidateQueries({ predicate: changedByWriting });
  const { id, version } = held;
  const conflicts = held.rows.flatMap(({ key, fields }) =>
    fields.filter(({ conflict, field }) => conflict && settled[key]?.[field] === undefined),
  );
  const chosen = { ...held.import?.choices.missing, ...missing };
  const undecided = held.import?.plan.missing.some(({ key }) => chosen[key] === undefined) === true;
  const gone = held.rows.some((row) => row.gone);
  const seen = Object.fromEntries(held.rows.map((row) => [row.key, row.version]));
  const accept = useSending({
    send: (_, command_id) =>
      holdingApi.accept(id, {
        version,
        command_id,
        ...(held.import === null
          ? { seen, settled }
          : { hash: held.import.plan.hash, skip: [...skip], missing: chosen }),
      }),
    onSuccess: () => {
      message.success(words.holding.acceptedDone);
      onSettled();
    },
    onSettled: changed,
  });
  const move = useSending({
    send: (to: "draft" | "waiting" | "dropped", command_id) => holdingApi.move(id, { version, to, command_id }),
    onSuccess: ({ state }) => {
      const said = {
        draft: words.holding.takenBack,
        waiting: words.holding.resubmitted,
        dropped: words.holding.dropped,
      };
      message.success(state === "draft" || state === "dropped" ? said[state] : said.waiting);
      if (state === "dropped") onSettled();
    },
    onSettled: changed,
  });
  const acceptable = held.may_check && !gone && !undecided && conflicts.length === 0 && !accept.isPending;
  useKeys([
    ["a", () => acceptable && accept.mutate()],
    ["r", () => held.may_check && setReturning(true)],
  ]);
  const unsettled = ["draft", "waiting", "returned"].includes(held.state);
  const [only] = held.rows;
  const mend = () => (only?.op === "change" ? navigate(rowAddress(only)) : setMending(true));
  const definition = only === undefined ? undefined : definitions.get(only.record);
  return (
    <article className={styles.detail} aria-label={held.title}>
      <h2>{held.title || words.holding.kinds[held.kind]}</h2>
      <p className={styles.facts}>
        <Label tone={heldTones[held.state]}>{words.holding.states[held.state]}</Label> {words.holding.kinds[held.kind]}
        {" · "}
        {held.records.map((name) => text(definitions.get(name) ?? { zh: "", en: "" })).join(words.signs.comma)}
        {whose !== null && ` · ${whose.title}`}
      </p>
      <p className={styles.facts}>
        {words.holding.madeBy(held.maker, localTime(held.made_at))}
        {held.reason !== "" && ` · ${printReason(held.reason, language)}`}
      </p>
      {held.checker !== null && held.checked_at !== null && (
        <p className={styles.facts}>
          {(held.state === "accepted" ? words.holding.acceptedBy : words.holding.returnedBy)(
            held.checker,
            localTime(held.checked_at),
          )}
          {held.check_kind === "self_checked" && ` · ${words.holding.sameperson}`}
        </p>
      )}
      {held.note !== null && <Alert type="warning" showIcon title={held.note} />}
      <SendingNotice of={accept} />
      <SendingNotice of={move} />
      <HeldRows
        {...{ held, definitions, settled }}
        {...(held.may_check ? { onSettle: setSettled } : {})}
        {...(held.own && unsettled ? { onAttach: setProving } : {})}
      />
      <HeldFiles
        {...{ held, definitions }}
        {...(held.own && unsettled
          ? {
              onDropped: (state) => {
                changed();
                if (state === "dropped") onSettled();
              },
            }
          : {})}
      />
      {held.kind === "undo" && <p>{words.holding.undoNote}</p>}
      {held.import !== null && (
        <>
          <p>
            {words.holding.importNote(
              held.import.plan.tally.added,
              held.import.plan.tally.changed,
              held.import.plan.tally.missing,
            )}{" "}
            <Link to={`/documents/${held.import.document_id}/import`}>{words.holding.openImport}</Link>
          </p>
          {held.import.moved && <Alert type="info" showIcon title={words.holding.importMoved} />}
          <ImportMissing plan={held.import.plan} chosen={chosen} onChange={setMissing} />
          <ImportRows plan={held.import.plan} definitions={definitions} skip={skip} onSkip={setSkip} />
          {skip.size > 0 && <p role="status">{words.holding.leftOut(skip.size)}</p>}
        </>
      )}
      <div className={styles.acts}>
        {held.may_check && (
          <>
            <Button type="primary" loading={accept.isPending} disabled={!acceptable} onClick={() => accept.mutate()}>
              {words.holding.accept} <kbd>a</kbd>
            </Button>
            <Button onClick={() => setReturning(true)}>
              {words.holding.sendBack} <kbd>r</kbd>
            </Button>
            {conflicts.length > 0 && <span role="status">{words.holding.settleFirst}</span>}
          </>
        )}
        {held.own && unsettled && (
          <>
            {held.rows.length === 1 && only?.op !== "remove" && <Button onClick={mend}>{words.holding.mend}</Button>}
            {held.state === "waiting" ? (
              <Button loading={move.isPending} onClick={() => move.mutate("draft")}>
                {words.holding.takeBack}
              </Button>
            ) : (
              <Button type="primary" loading={move.isPending} onClick={() => move.mutate("waiting")}>
                {words.holding.resubmit}
              </Button>
            )}
            <Popconfirm
              title={words.holding.dropAsk}
              okText={words.holding.drop}
              cancelText={words.state.cancel}
              onConfirm={() => move.mutate("dropped")}
            >
              <Button danger>{words.holding.drop}</Button>
            </Popconfirm>
          </>
        )}
      </div>
      {returning && (
        <ReasonDialog
          asked={{
            title: words.holding.sendBack,
            label: words.holding.sendBackWhy,
            run: async (note, command_id) => {
              await holdingApi.sendBack(id, { version, note, command_id });
              message.success(words.holding.sentBack);
              await changed();
              onSettled();
            },
          }}
          close={() => setReturning(false)}
        />
      )}
      {proving !== null && (
        <ProofForm row={proving} definition={definitions.get(proving.record)} onClose={() => setProving(null)} />
      )}
      {mending && definition !== undefined && only !== undefined && (
        <RowForm
          {...{ definition, definitions, form }}
          given={only.values}
          scope={only.scope_id}
          mend={async (values, command_id) => {
            await holdingApi.mend(id, { version, values, command_id });
            message.success(words.holding.resubmitted);
            await changed();
          }}
          onClose={() => setMending(false)}
          onSaved={() => undefined}
        />
      )}
    </article>
  );
}
