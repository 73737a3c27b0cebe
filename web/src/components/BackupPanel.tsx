import type { BackupLine } from "@shanhai/server";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Table } from "antd";
import { accountsApi } from "../accounts-api.js";
import { fileSize, localTime } from "../format.js";
import { useWords } from "../language.js";
import styles from "../pages/SettingsPage.module.css";
import { queries } from "../queries.js";
import { hasRight, useSession } from "../session.js";
import { useSending } from "../use-sending.js";
import { Loading, Nothing } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";

/** 备份: made daily and by hand; a drill brings one back aside and counts. */
export function BackupPanel() {
  const words = useWords();
  const { backup: texts } = words.settings;
  const session = useSession();
  const backups = useQuery({ queryKey: ["backups"], queryFn: accountsApi.backups });
  const again = () => queries.invalidateQueries({ queryKey: ["backups"] });
  const backUp = useSending({ send: (_, command) => accountsApi.backUp(command), onSuccess: again });
  const drill = useMutation({ mutationFn: accountsApi.drill, onSuccess: again });
  if (backups.error !== null)
    return (
      <ProblemNotice
        error={backups.error}
        action={<Button onClick={() => backups.refetch()}>{words.state.again}</Button>}
      />
    );
  if (backups.data === undefined) return <Loading label={words.state.loading} />;
  const keeps = hasRight(session, "backup");
  const [last] = backups.data;
  const error = backUp.error ?? drill.error;
  return (
    <section className={styles.panel}>
      <div className={styles.tools}>
        {keeps && (
          <Button type="primary" loading={backUp.isPending} onClick={() => backUp.mutate()}>
            {backUp.isPending ? texts.working : texts.now}
          </Button>
        )}
        <span>{last === undefined ? texts.never : texts.last(localTime(last.made_at))}</span>
      </div>
      <p>{texts.kept}</p>
      <p>{texts.drillNote}</p>
      {error !== null && <ProblemNotice error={error} />}
      {last === undefined ? (
        <Nothing title={texts.never} advice={texts.first} />
      ) : (
        <Table<BackupLine>
          size="small"
          rowKey="id"
          pagination={false}
          scroll={{ x: "max-content" }}
          dataSource={[...backups.data]}
          columns={[
            { title: texts.made, dataIndex: "made_at", render: localTime },
            { title: texts.who, dataIndex: "made_by" },
            {
              title: texts.name,
              dataIndex: "name",
              render: (name: string) => <span className={styles.code}>{name}</span>,
            },
            { title: texts.rows, dataIndex: "rows", align: "right" },
            { title: texts.files, dataIndex: "files", align: "right" },
            { title: texts.size, dataIndex: "bytes", align: "right", render: fileSize },
            {
              title: texts.drill,
              render: (_, line) => (
                <>
                  {line.drilled_at === null ? texts.notDrilled : texts.drilled(localTime(line.drilled_at))}
                  {keeps && (
                    <Button
                      type="link"
                      size="small"
                      aria-label={`${texts.drillNow} ${line.name}`}
                      loading={drill.isPending && drill.variables === line.id}
                      disabled={drill.isPending}
                      onClick={() => drill.mutate(line.id)}
                    >
                      {texts.drillNow}
                    </Button>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
