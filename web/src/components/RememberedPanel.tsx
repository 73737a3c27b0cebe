import type { ImportMapping, TemplateBinding } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Table } from "antd";
import { useState } from "react";
import { definingApi, type RememberedKind } from "../defining-api.js";
import { localTime } from "../format.js";
import { useText, useWords } from "../language.js";
import styles from "../pages/SettingsPage.module.css";
import { queries } from "../queries.js";
import { hasRight, useSession } from "../session.js";
import { useSending } from "../use-sending.js";
import { Loading, Nothing } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";
import { SendingModal } from "./SendingModal.js";

type Asked = {
  readonly what: "rename" | "forget";
  readonly kind: RememberedKind;
  readonly id: string;
  readonly name: string;
};

/** 记住的表样: how sheets are read again and which places of upper levels' forms are filled; named, looked at, forgotten. */
export function RememberedPanel() {
  const words = useWords();
  const texts = words.defining.remembered;
  const text = useText();
  const session = useSession();
  const [asked, setAsked] = useState<Asked | null>(null);
  const mappings = useQuery({ queryKey: ["import-mappings"], queryFn: definingApi.mappings });
  const bindings = useQuery({ queryKey: ["template-bindings"], queryFn: definingApi.bindings });
  const error = mappings.error ?? bindings.error;
  if (error !== null) {
    const again = () => void Promise.all([mappings.refetch(), bindings.refetch()]);
    return <ProblemNotice error={error} action={<Button onClick={again}>{words.state.again}</Button>} />;
  }
  if (mappings.data === undefined || bindings.data === undefined) return <Loading label={words.state.loading} />;
  const doings = (kind: RememberedKind) =>
    hasRight(session, kind === "import-mappings" ? "materials" : "write")
      ? [
          {
            key: "do",
            render: (_: unknown, { id, name }: ImportMapping | TemplateBinding) => (
              <span className={styles.tools}>
                <Button size="small" onClick={() => setAsked({ what: "rename", kind, id, name })}>
                  {texts.rename}
                </Button>
                <Button size="small" danger onClick={() => setAsked({ what: "forget", kind, id, name })}>
                  {texts.forget}
                </Button>
              </span>
            ),
          },
        ]
      : [];
  const changed = {
    title: texts.changed,
    key: "at",
    render: (_: unknown, { at, who }: ImportMapping | TemplateBinding) => `${localTime(at)} ${who}`,
  };
  return (
    <section className={styles.panel}>
      <h2>{texts.mappings}</h2>
      <p>{texts.mappingsAdvice}</p>
      {mappings.data.length === 0 ? (
        <Nothing title={texts.mappings} advice={texts.noMappings} />
      ) : (
        <Table<ImportMapping>
          size="small"
          rowKey="id"
          pagination={false}
          scroll={{ x: "max-content" }}
          dataSource={[...mappings.data]}
          columns={[
            { title: texts.name, dataIndex: "name" },
            { title: texts.ledger, key: "ledger", render: (_, { form }) => text(form) },
            {
              title: texts.columns,
              key: "columns",
              render: (_, { columns, answers }) => (
                <ul className={styles.posts}>
                  {columns.map(({ letter, reads }) => (
                    <li key={letter}>{texts.column(letter, reads === null ? texts.notRead : text(reads))}</li>
                  ))}
                  {answers.map((one) => (
                    <li key={one.question}>
                      {text(one)}：{one.answer}
                    </li>
                  ))}
                </ul>
              ),
            },
            changed,
            ...doings("import-mappings"),
          ]}
        />
      )}
      <h2>{texts.bindings}</h2>
      <p>{texts.bindingsAdvice}</p>
      {bindings.data.length === 0 ? (
        <Nothing title={texts.bindings} advice={texts.noBindings} />
      ) : (
        <Table<TemplateBinding>
          size="small"
          rowKey="id"
          pagination={false}
          scroll={{ x: "max-content" }}
          dataSource={[...bindings.data]}
          columns={[
            { title: texts.name, dataIndex: "name" },
            { title: texts.places, dataIndex: "places", render: texts.placesOf },
            changed,
            ...doings("template-bindings"),
          ]}
        />
      )}
      {asked !== null && <RememberedDialog asked={asked} close={() => setAsked(null)} />}
    </section>
  );
}

function RememberedDialog({ asked, close }: { readonly asked: Asked; readonly close: () => void }) {
  const words = useWords();
  const texts = words.defining.remembered;
  const { what, kind, id } = asked;
  const [name, setName] = useState(asked.name);
  const work = useSending({
    send: (_, command) =>
      what === "rename" ? definingApi.rename(kind, id, name.trim(), command) : definingApi.forget(kind, id),
    onSuccess: () => {
      queries.invalidateQueries({ queryKey: [kind] });
      close();
    },
  });
  return (
    <SendingModal
      of={work}
      open
      title={what === "rename" ? texts.renameOf(asked.name) : texts.forgetOf(asked.name)}
      okText={what === "rename" ? texts.rename : texts.forget}
      okButtonProps={{ danger: what === "forget", disabled: name.trim() === "" }}
      cancelText={words.state.cancel}
      onOk={() => work.mutate()}
      onCancel={close}
    >
      {what === "rename" ? (
        <Input
          autoFocus
          aria-label={texts.name}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => name.trim() !== "" && work.mutate()}
        />
      ) : (
        <p>{texts.forgetAdvice}</p>
      )}
    </SendingModal>
  );
}
