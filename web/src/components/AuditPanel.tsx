import type { AuditEntry } from "@shanhai/server";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { Alert, Button, Select, Table } from "antd";
import { useState } from "react";
import { accountsApi } from "../accounts-api.js";
import { auditDetail, auditTarget } from "../audit-text.js";
import { localTime } from "../format.js";
import { useLanguage, useWords } from "../language.js";
import styles from "../pages/SettingsPage.module.css";
import { Loading } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";

/** 审计日志: who did what, newest first, and whether the log is whole. */
export function AuditPanel() {
  const words = useWords();
  const { language } = useLanguage();
  const { audit: texts } = words.settings;
  const [event, setEvent] = useState("");
  const log = useInfiniteQuery({
    queryKey: ["audit", event],
    queryFn: ({ pageParam }) =>
      accountsApi.audit({ ...(event === "" ? {} : { event }), ...(pageParam === null ? {} : { before: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  const check = useMutation({ mutationFn: accountsApi.verifyAudit });
  if (log.error !== null)
    return (
      <ProblemNotice error={log.error} action={<Button onClick={() => log.refetch()}>{words.state.again}</Button>} />
    );
  if (log.data === undefined) return <Loading label={words.state.loading} />;
  const events: { readonly [event: string]: string } = texts.events;
  const outcomes: { readonly [outcome: string]: string } = texts.outcomes;
  const state = check.data;
  return (
    <section className={styles.panel}>
      <div className={styles.tools}>
        <Select
          aria-label={texts.event}
          style={{ minWidth: 180 }}
          value={event}
          onChange={setEvent}
          options={[
            { value: "", label: texts.all },
            ...Object.entries(events).map(([value, label]) => ({ value, label })),
          ]}
        />
        <Button loading={check.isPending} onClick={() => check.mutate()}>
          {texts.verify}
        </Button>
        <span>{texts.kept}</span>
      </div>
      {check.error !== null && <ProblemNotice error={check.error} />}
      {state !== undefined && (
        <Alert
          role="status"
          showIcon
          type={state.broken === null ? "success" : "error"}
          title={
            state.broken === null
              ? texts.whole(state.entries, localTime(state.first_at ?? ""))
              : texts.broken(state.broken)
          }
          description={
            <span className={styles.code}>
              {texts.head} {state.head}
            </span>
          }
        />
      )}
      <Table<AuditEntry>
        size="small"
        rowKey="seq"
        pagination={false}
        scroll={{ x: "max-content" }}
        locale={{ emptyText: texts.none }}
        dataSource={log.data.pages.flatMap(({ rows }) => rows)}
        columns={[
          { title: texts.at, dataIndex: "at", render: localTime },
          { title: texts.who, dataIndex: "who" },
          { title: texts.office, dataIndex: "office" },
          { title: texts.event, dataIndex: "event", render: (code: string) => events[code] ?? code },
          { title: texts.outcome, dataIndex: "outcome", render: (code: string) => outcomes[code] ?? code },
          {
            title: texts.target,
            dataIndex: "target",
            render: (_, entry) => <span className={styles.code}>{auditTarget(entry, language)}</span>,
          },
          {
            title: texts.detail,
            dataIndex: "detail",
            render: (_, entry) => auditDetail(entry, words, language),
          },
        ]}
      />
      {log.hasNextPage && (
        <Button loading={log.isFetchingNextPage} onClick={() => log.fetchNextPage()}>
          {words.state.more}
        </Button>
      )}
    </section>
  );
}
