import type { DocumentLine, ErasureLine } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Input, Radio, Table } from "antd";
import { useState } from "react";
import { accountsApi } from "../accounts-api.js";
import { api } from "../api.js";
import { localTime } from "../format.js";
import { useWords } from "../language.js";
import styles from "../pages/SettingsPage.module.css";
import { queries } from "../queries.js";
import { hasRight, useSession } from "../session.js";
import { useSending } from "../use-sending.js";
import { Loading } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";
import { SendingModal } from "./SendingModal.js";

/** 清除: a document that should never have come in, found by its name, erased with a reason; and what was erased. */
export function ErasurePanel() {
  const words = useWords();
  const { erasure: texts } = words.settings;
  const session = useSession();
  const erases = hasRight(session, "erase");
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<DocumentLine | null>(null);
  // Erased a moment ago: it leaves the list at once, not only when the list is asked for again.
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const erasures = useQuery({ queryKey: ["erasures"], queryFn: accountsApi.erasures });
  const found = useQuery({
    queryKey: ["documents", "to erase", text],
    queryFn: () => api.documents({ text, limit: 20 }),
    enabled: erases && text.trim() !== "",
  });
  if (erasures.error !== null)
    return (
      <ProblemNotice
        error={erasures.error}
        action={<Button onClick={() => erasures.refetch()}>{words.state.again}</Button>}
      />
    );
  if (erasures.data === undefined) return <Loading label={words.state.loading} />;
  const standing = (found.data?.rows ?? []).filter(({ id, state }) => state !== "erased" && !gone.has(id));
  return (
    <section className={styles.panel}>
      <p>{texts.advice}</p>
      {erases && (
        <>
          <Input.Search
            allowClear
            aria-label={texts.find}
            placeholder={texts.find}
            style={{ maxWidth: 420 }}
            onSearch={setText}
          />
          {found.error !== null && <ProblemNotice error={found.error} />}
          <ul className={styles.posts}>
            {standing.map((line) => (
              <li key={line.id}>
                {line.title ?? line.name}（{localTime(line.submitted_at)} {line.submitted_by}）
                <Button
                  danger
                  size="small"
                  aria-label={`${texts.erase} ${line.title ?? line.name}`}
                  onClick={() => setChosen(line)}
                >
                  {texts.erase}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{texts.done}</h2>
      {erasures.data.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <Table<ErasureLine>
          size="small"
          rowKey="id"
          pagination={false}
          scroll={{ x: "max-content" }}
          dataSource={[...erasures.data]}
          columns={[
            { title: texts.at, dataIndex: "at", render: localTime },
            { title: texts.who, dataIndex: "who" },
            { title: texts.reason, dataIndex: "reason" },
            {
              title: texts.material,
              dataIndex: "document",
              render: (id: string) => <span className={styles.code}>{id}</span>,
            },
          ]}
        />
      )}
      {chosen !== null && (
        <EraseDialog
          line={chosen}
          close={() => setChosen(null)}
          onGone={() => setGone((before) => new Set([...before, chosen.id]))}
        />
      )}
    </section>
  );
}

function EraseDialog({
  line,
  close,
  onGone,
}: {
  readonly line: DocumentLine;
  readonly close: () => void;
  /** The whole document was erased, not one import of it. */
  readonly onGone: () => void;
}) {
  const words = useWords();
  const { erasure: texts } = words.settings;
  const [reason, setReason] = useState("");
  const [sure, setSure] = useState(false);
  const [only, setOnly] = useState<string | null>(null);
  const imports = useQuery({
    queryKey: ["erasable-imports", line.id],
    queryFn: () => accountsApi.erasableImports(line.id),
  });
  const erase = useSending({
    send: (_, command) => accountsApi.erase(line.id, reason.trim(), only, command),
    onSuccess: () => {
      if (only === null) onGone();
      queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
      close();
    },
  });
  return (
    <SendingModal
      of={erase}
      open
      title={texts.eraseTitle(line.title ?? line.name)}
      okText={texts.erase}
      okButtonProps={{ danger: true, disabled: !sure || reason.trim().length < 2 }}
      cancelText={words.state.cancel}
      onOk={() => erase.mutate()}
      onCancel={close}
    >
      {(imports.data ?? []).length > 0 && (
        <Radio.Group
          aria-label={texts.what}
          value={only ?? ""}
          onChange={(event) => setOnly(event.target.value === "" ? null : event.target.value)}
          options={[
            { value: "", label: texts.whole },
            ...(imports.data ?? []).map(({ id, at, who, rows }) => ({
              value: id,
              label: texts.oneImport(localTime(at), who, rows),
            })),
          ]}
        />
      )}
      <p>{only === null ? texts.advice : texts.oneAdvice}</p>
      <p>
        <Input
          autoFocus
          aria-label={texts.reason}
          placeholder={texts.reason}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </p>
      <Checkbox checked={sure} onChange={(event) => setSure(event.target.checked)}>
        {texts.sure}
      </Checkbox>
    </SendingModal>
  );
}
