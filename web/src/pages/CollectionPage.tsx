import { indicators } from "@shanhai/model";
import type { CollectedUnit } from "@shanhai/server";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Card, Modal, Table, Tag, Typography } from "antd";
import { Link, useParams } from "react-router";
import { ApiProblem, api } from "../api.js";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { ReturnedFiles } from "../components/ReturnedFiles.js";
import { useLanguage, useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { usePageTitle } from "../page-title.js";
import { saveFile } from "../save-file.js";
import styles from "./CollectionsPage.module.css";

const colours = { waiting: "default", returned: "processing", accepted: "success", sent_back: "error" } as const;

/** One collection: who has reported, what went back, the words to remind the others, and where files are dropped. */
export function CollectionPage() {
  const { scope = "", id = "" } = useParams();
  const words = useWords();
  const { language } = useLanguage();
  const message = useNotices();
  const [modal, dialogs] = Modal.useModal();
  const client = useQueryClient();
  const key = ["collection", scope, id];
  const found = useQuery({ queryKey: key, queryFn: () => api.collection(scope, id) });
  const download = useMutation({
    mutationFn: (make: () => ReturnType<typeof api.collectionWorkbook>) => make(),
    onSuccess: saveFile,
    onError: (error) => modal.warning({ title: words.sheets.exportFailed, content: <ProblemNotice error={error} /> }),
  });
  const { data } = found;
  usePageTitle(data?.title ?? words.collect.title);
  if (found.error instanceof ApiProblem && found.error.problem.status === 404)
    return <Nothing title={words.collect.task.missing} advice={words.collect.noneAdvice} />;
  if (found.error !== null) return <ProblemNotice error={found.error} />;
  if (data === undefined) return <Loading label={words.state.loading} />;
  const { task } = words.collect;
  const nameOf = (code: string) => {
    const one = indicators.find((indicator) => indicator.code === code);
    return one === undefined ? code : `${code} ${one[language]}`;
  };
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    message.success(task.copied);
  };
  return (
    <section className={styles.page}>
      <header className={styles.head}>
        <div>
          <Link to="/collections">{task.all}</Link>
          <h1>{data.title}</h1>
          <Typography.Text type="secondary">
            {[
              data.whose,
              data.ledger === null ? null : task.ledger(data.ledger[language]),
              data.due === null ? null : task.due(data.due),
              task.counts(data.accepted, data.sent_back, data.units - data.accepted - data.sent_back),
            ]
              .filter((part) => part !== null && part !== "")
              .join("　")}
          </Typography.Text>
        </div>
        {data.accepted < data.units && (
          <Button
            type="primary"
            title={task.downloadAllHint}
            loading={download.isPending}
            onClick={() => download.mutate(() => api.collectionWorkbooks(scope, id))}
          >
            {task.downloadAll}
          </Button>
        )}
      </header>
      {dialogs}
      <ReturnedFiles onTaken={() => client.invalidateQueries({ queryKey: key })} />
      <Table<CollectedUnit>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={[...data.sheets]}
        columns={[
          { title: task.unit, dataIndex: "unit" },
          {
            title: task.state,
            render: (_, { status, faults, document_id }) => (
              <>
                <Tag color={colours[status]}>{task.states[status]}</Tag>
                {status === "returned" && document_id !== null && (
                  <Link to={`/documents/${document_id}/import`}>{task.preview}</Link>
                )}
                {faults.length > 0 && (
                  <ul className={styles.faults}>
                    {faults.map((fault) => (
                      <li key={fault.cell}>
                        {fault.cell} {fault[language]}
                      </li>
                    ))}
                  </ul>
                )}
              </>
            ),
          },
          { title: task.returned, render: (_, { returned_on }) => returned_on ?? "" },
          ...(data.ledger === null
            ? [
                {
                  title: task.indicators,
                  render: (_: unknown, unit: CollectedUnit) => unit.indicators.map(nameOf).join(words.records.and),
                },
              ]
            : []),
          {
            title: task.file,
            render: (_, unit) => (
              <Button
                size="small"
                danger={unit.status === "sent_back"}
                onClick={() => download.mutate(() => api.collectionWorkbook(scope, unit.id))}
              >
                {unit.status === "sent_back" ? task.marked : task.sheet}
              </Button>
            ),
          },
        ]}
      />
      {data.reminder !== null && (
        <Card
          size="small"
          title={task.reminder}
          extra={
            <Button size="small" onClick={() => copy(data.reminder ?? "")}>
              {task.copy}
            </Button>
          }
        >
          <div className={styles.reminder}>{data.reminder}</div>
        </Card>
      )}
    </section>
  );
}
