import { type CellForm, type FieldValue, NIL_SCOPE, offeredIn, type RecordDefinition, rowYear } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, ConfigProvider, Input, Select } from "antd";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { ApiProblem, api, HeldForReview } from "../api.js";
import { today } from "../format.js";
import { keptDrafts } from "../grid/drafts.js";
import { useLanguage, useText, useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { useShown } from "../outside-view.js";
import { changedByWriting } from "../queries.js";
import { draftOf, type FormDraft, formFields, readForm } from "../row-form.js";
import { useScopePlaces } from "../scope-places.js";
import { useSession } from "../session.js";
import { useSending } from "../use-sending.js";
import { useWordHits } from "../word-hits.js";
import { FieldInput } from "./FieldInput.js";
import { ReferenceSelect } from "./ReferenceSelect.js";
import styles from "./RowForm.module.css";
import { SendingNotice } from "./SendingNotice.js";
import { SideSheet } from "./SideSheet.js";
import { StaleDialog } from "./StaleDialog.js";

interface Props {
  readonly definition: RecordDefinition;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  /** The row to change; absent: a new one. */
  readonly row?: Row;
  /** Values that a new row has at first: the row it is part of. */
  readonly given?: { readonly [field: string]: FieldValue };
  /** Where a new row is kept, when the list is narrowed to it. */
  readonly scope?: string;
  readonly form: CellForm;
  /** Puts values of a change under review right, instead of writing a row. */
  readonly mend?: (values: Row["values"], commandId: string) => Promise<void>;
  readonly onClose: () => void;
  readonly onSaved: (row: Row) => void;
}

interface Saved {
  readonly over: Row | undefined;
  readonly values: Row["values"];
  /** Goes on with another new row. */
  readonly next: boolean;
}

interface Kept {
  readonly draft: FormDraft;
  readonly scope: string | null;
}

/** A form for one row, new or old, from its record's definition. What was typed is kept in this browser until it is saved. */
export function RowForm(props: Props) {
  const { definitions, row, given: known, scope, form, mend, onClose, onSaved } = props;
  const definition = useShown(row, props.definition);
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const message = useNotices();
  const queries = useQueryClient();
  const ids = useId();
  const { name, reviewed } = useSession();
  const body = useRef<HTMLDivElement>(null);
  // What has a life-cycle begins at its first step; one that is further on already may say so.
  const given = useMemo(() => {
    const { field, steps: [first] = [] } = definition.lifecycle ?? {};
    return field === undefined || first === undefined ? known : { [field]: first.code, ...known };
  }, [definition, known]);
  const drafts = useMemo(
    () =>
      keptDrafts<Kept>(`shanhai.form.${name}.${definition.name}`, () =>
        definition.fields.some(({ personal }) => personal === true),
      ),
    [name, definition],
  );
  // What was begun for one source or project does not come back in the form of another; what is mended is kept where it waits.
  const fresh = ["new", ...Object.values(known ?? {}).map(String)].join("/");
  const place = mend !== undefined ? "mend" : row === undefined ? fresh : `${row.scope_id}/${row.id}/${row.version}`;
  const before = row?.values ?? given ?? {};
  const plain = useMemo(() => draftOf(definition, row?.values ?? given ?? {}, form), [definition, row, given, form]);
  const kept = useMemo(() => new Map(drafts.all()).get(place), [drafts, place]);
  const [draft, setDraft] = useState<FormDraft>(kept?.draft ?? plain);
  const [restored, setRestored] = useState(kept !== undefined);
  const [where, setWhere] = useState<string | null>(row?.scope_id ?? scope ?? kept?.scope ?? null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [stale, setStale] = useState<{ readonly [field: string]: FieldValue } | null>(null);
  const read = readForm(definition, draft, row === undefined ? {} : before, form);
  const placesOf = useScopePlaces(definition);
  const scoped = definition.keeping === "scoped";
  const placed = !scoped || row !== undefined || where !== null;

  useEffect(() => {
    const same = JSON.stringify(draft) === JSON.stringify(plain);
    drafts.put(place, same ? null : { draft, scope: where });
  }, [drafts, place, draft, plain, where]);

  const save = useSending({
    send: async ({ over, values }: Saved, command_id) => {
      if (mend !== undefined) {
        await mend(values, command_id);
        return null;
      }
      if (over !== undefined) {
        const change = { version: over.version, values, reason: reason.trim() || words.ledger.form.edit };
        return api.changeRow(over, { ...change, command_id });
      }
      const scope_id = scoped ? (where ?? NIL_SCOPE) : NIL_SCOPE;
      const creation = { scope_id, values, reason: reason.trim() || words.ledger.reasonNew };
      return api.createRow(definition.name, { ...creation, command_id });
    },
    onSuccess: (answer, { next }) => {
      drafts.put(place, null);
      if (scoped && where !== null) localStorage.setItem(lastScope(name), where);
      if (answer === null) return onClose();
      const { row: saved, warnings } = answer;
      queries.invalidateQueries({ predicate: changedByWriting });
      const done = row === undefined ? words.ledger.form.created : words.ledger.form.saved;
      message.success([done, ...warnings.map((warning) => warning[language])].join(" "));
      onSaved(saved);
      if (!next) return onClose();
      setDraft(plain);
      setTried(false);
      setRestored(false);
    },
    onError: (error, { values }) => {
      if (error instanceof HeldForReview) {
        drafts.put(place, null);
        message.success(words.holding.submitted);
        return onClose();
      }
      if (error instanceof ApiProblem && error.problem.code === "VERSION_STALE") setStale(values);
    },
  });
  // What may be chosen is what holds in the year that the form says; of none, in this one.
  const year = rowYear(definition, { ...before, ...draft }) ?? Number(today().slice(0, 4));
  const hits = useWordHits(definition, { ...before, ...draft }, placesOf(where ?? ""));
  const submit = (next: boolean) => {
    setTried(true);
    if (read.problems.size > 0 || !placed) {
      body.current?.querySelector<HTMLElement>("[data-wrong=true] :is(input, textarea)")?.focus();
      return;
    }
    if (Object.keys(read.values).length === 0) return message.info(words.ledger.form.unchanged);
    save.mutate({ over: row, values: read.values, next });
  };
  const wrongOf = (key: string, required: boolean) => {
    const problem = read.problems.get(key);
    if (problem === undefined) return undefined;
    // That something is missing is said once one tries to save.
    return required && !tried ? undefined : problem[language];
  };
  return (
    <SideSheet
      size={760}
      title={row === undefined ? words.ledger.addRowOf(text(definition)) : `${words.ledger.form.edit} · ${row.title}`}
      onClose={onClose}
      footer={
        <div className={styles.foot}>
          <Input
            className={styles.reason ?? ""}
            aria-label={words.ledger.form.reason}
            placeholder={`${words.ledger.form.reason}${words.signs.open}${words.ledger.form.reasonHint}${words.signs.close}`}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button onClick={onClose}>{words.state.cancel}</Button>
          {row === undefined && mend === undefined && (
            <Button loading={save.isPending} onClick={() => submit(true)}>
              {words.ledger.form.saveNext}
            </Button>
          )}
          <Button type="primary" loading={save.isPending} onClick={() => submit(false)}>
            {reviewed.includes(definition.name) ? words.holding.submit : words.ledger.form.save} <kbd>Ctrl+Enter</kbd>
          </Button>
        </div>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: one key for all inputs of the form */}
      <div
        ref={body}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(false);
        }}
      >
        {stale === null && <SendingNotice of={save} />}
        {restored && (
          <Alert
            type="info"
            showIcon
            title={words.ledger.form.draft}
            action={
              <Button
                size="small"
                onClick={() => {
                  setDraft(plain);
                  setRestored(false);
                }}
              >
                {words.ledger.form.draftDrop}
              </Button>
            }
          />
        )}
        <ConfigProvider componentDisabled={save.waits}>
          <div className={styles.form}>
            {scoped && row === undefined && scope === undefined && (
              <div className={styles.field} data-wide="true" data-wrong={tried && !placed}>
                <label htmlFor={`${ids}-scope`}>
                  {words.ledger.form.scope}
                  <b>{words.ledger.form.required}</b>
                </label>
                <ScopeSelect
                  id={`${ids}-scope`}
                  who={name}
                  value={where}
                  definitions={definitions}
                  onChange={setWhere}
                />
                <small data-wrong={tried && !placed}>{words.ledger.form.scopeHint}</small>
              </div>
            )}
            {formFields(definition).map((field) => {
              const wrong = wrongOf(field.key, field.required === true && (draft[field.key] ?? "") === "");
              const id = `${ids}-${field.key}`;
              return (
                <div
                  key={field.key}
                  className={styles.field}
                  data-wide={["long_text", "list"].includes(field.type)}
                  data-wrong={wrong !== undefined}
                >
                  <label htmlFor={id}>
                    {text(field)}
                    {field.required === true && <b>{words.ledger.form.required}</b>}
                  </label>
                  <FieldInput
                    {...{ id, definitions }}
                    form={{ ...form, where: { year, places: placesOf(where ?? "") } }}
                    field={offeredIn(field, year, before[field.key] ?? null)}
                    value={draft[field.key] ?? null}
                    scope={where ?? undefined}
                    wrong={wrong !== undefined}
                    describedBy={wrong === undefined ? undefined : `${id}-wrong`}
                    onChange={(value) => setDraft((now) => ({ ...now, [field.key]: value }))}
                  />
                  {wrong !== undefined && (
                    <small id={`${id}-wrong`} role="alert" data-wrong="true">
                      {wrong}
                    </small>
                  )}
                  {hits
                    .filter((hit) => hit.field === field.key)
                    .map(({ says }) => (
                      <small key={says} role="status" data-doubt="true">
                        {says}
                      </small>
                    ))}
                </div>
              );
            })}
          </div>
        </ConfigProvider>
      </div>
      {stale !== null && row !== undefined && (
        <StaleDialog
          {...{ definition, row }}
          mine={stale}
          titles={{}}
          onClose={() => setStale(null)}
          onChoose={(now, values) => {
            setStale(null);
            if (Object.keys(values).length > 0) return save.mutate({ over: now, values, next: false });
            drafts.put(place, null);
            onSaved(now);
            onClose();
          }}
        />
      )}
    </SideSheet>
  );
}

const lastScope = (name: string) => `shanhai.scope.${name}`;

/** Pair or office that a row is kept under: at first the only pair there is, or the one of the last row. */
function ScopeSelect({
  id,
  value,
  who,
  definitions,
  onChange,
}: {
  readonly id: string;
  readonly who: string;
  readonly value: string | null;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly onChange: (scope: string | null) => void;
}) {
  const words = useWords();
  const text = useText();
  const [kind, setKind] = useState<"pair" | "party">("pair");
  const pairs = useQuery({ queryKey: ["choices", "pair", "first"], queryFn: () => api.rows("pair", { limit: 100 }) });
  const [asked, setAsked] = useState(value === null);
  useEffect(() => {
    const rows = pairs.data?.rows;
    if (!asked || rows === undefined) return;
    setAsked(false);
    const last = localStorage.getItem(lastScope(who));
    const likely = rows.length === 1 ? rows[0] : rows.find((row) => row.id === last);
    if (likely !== undefined) onChange(likely.id);
  }, [asked, pairs.data, who, onChange]);
  const kinds = (["pair", "party"] as const).flatMap((one) => definitions.get(one) ?? []);
  return (
    <div className={styles.item}>
      <Select
        style={{ width: "auto", flex: "none" }}
        aria-label={words.ledger.form.scopeKind}
        popupMatchSelectWidth={false}
        value={kind}
        options={kinds.map((one) => ({ value: one.name, label: text(one) }))}
        onChange={(next) => setKind(next === "party" ? "party" : "pair")}
      />
      <ReferenceSelect
        key={kind}
        id={id}
        field={{ type: "reference", record: kind }}
        value={value}
        scope={undefined}
        definitions={definitions}
        label={words.ledger.form.scope}
        placeholder={words.ledger.form.scopeSearch}
        onChange={(next) => onChange(typeof next === "string" ? next : null)}
      />
    </div>
  );
}
