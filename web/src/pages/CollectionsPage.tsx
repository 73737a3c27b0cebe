import type { CollectionLine } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Button, Space, Table, Tag, Typography } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api } from "../api.js";
import { CollectionForm } from "../components/CollectionForm.js";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { useWords } from "../language.js";
import { usePageTitle } from "../page-title.js";
import { useMay } from "../session.js";
import styles from "./CollectionsPage.module.css";

/** 收表: the tasks of every month, the latest first. */
export function CollectionsPage() {
  const words = useWords();
  const navigate = useNavigate();
  const [starting, setStarting] = useState(false);
  const mayCollect = useMay("collect");
  const tasks = useQuery({ queryKey: ["collections"], queryFn: api.collections });
  usePageTitle(words.collect.title);
  const address = ({ scope_id, id }: Pick<CollectionLine, "scope_id" | "id">) => `/collections/${scope_id}/${id}`;
  return (
    <section className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{words.collect.title}</h1>
          <Typography.Text type="secondary">{words.collect.lead}</Typography.Text>
        </div>
        {mayCollect && (
          <Button type="primary" onClick={() => setStarting(true)}>
            {words.collect.start}
          </Button>
        )}
      </header>
      {tasks.error !== null && <ProblemNotice error={tasks.error} />}
      {tasks.isPending && <Loading label={words.state.loading} />}
      {tasks.data?.length === 0 && <Nothing title={words.collect.none} advice={words.collect.noneAdvice} />}
      {tasks.data !== undefined && tasks.data.length > 0 && (
        <Table<CollectionLine>
          size="small"
          rowKey="id"
          pagination={false}
          scroll={{ x: "max-content" }}
          dataSource={[...tasks.data]}
          columns={[
            {
              title: words.collect.columns.task,
              render: (_, task) => (
                <a
                  href={address(task)}
                  onClick={(event) => {
                    event.preventDefault();
                    navigate(address(task));
                  }}
                >
                  {task.title}
                </a>
              ),
            },
            {
              title: words.collect.columns.month,
              render: (_, { year, month }) => `${year}-${String(month).padStart(2, "0")}`,
            },
            { title: words.collect.columns.due, render: (_, { due }) => due ?? "" },
            {
              title: words.collect.columns.state,
              render: (_, task) => (
                <Space size={4}>
                  <Tag color={task.accepted === task.units ? "success" : "default"}>
                    {words.collect.progress(task.accepted, task.units)}
                  </Tag>
                  {task.sent_back > 0 && <Tag color="error">{words.collect.back(task.sent_back)}</Tag>}
                </Space>
              ),
            },
          ]}
        />
      )}
      {starting && (
        <CollectionForm
          last={tasks.data?.[0] ?? null}
          onDone={(task) => navigate(address(task))}
          onClose={() => setStarting(false)}
        />
      )}
    </section>
  );
}
