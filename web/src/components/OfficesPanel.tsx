import { heldLedgers, recordGroups } from "@shanhai/model";
import type { OfficeLine } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Button, Table } from "antd";
import { useState } from "react";
import { accountsApi } from "../accounts-api.js";
import { useLanguage, useWords } from "../language.js";
import styles from "../pages/SettingsPage.module.css";
import { queries } from "../queries.js";
import { hasRight, useSession } from "../session.js";
import { Label } from "./Label.js";
import { OfficeDialog } from "./OfficeDialog.js";
import { Loading, Nothing } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";

/** 单位: each belongs to a region, which decides what its people see. */
export function OfficesPanel() {
  const words = useWords();
  const { language } = useLanguage();
  const { offices: texts, kinds, accounts } = words.settings;
  const session = useSession();
  const offices = useQuery({ queryKey: ["offices"], queryFn: accountsApi.offices });
  const [editing, setEditing] = useState<OfficeLine | "new" | null>(null);
  if (offices.error !== null)
    return (
      <ProblemNotice
        error={offices.error}
        action={<Button onClick={() => offices.refetch()}>{words.state.again}</Button>}
      />
    );
  if (offices.data === undefined) return <Loading label={words.state.loading} />;
  const keeps = hasRight(session, "accounts");
  const branchNames = new Map<string, string>(
    recordGroups.map(({ code, zh, en }) => [code, language === "zh" ? zh : en]),
  );
  return (
    <section className={styles.panel}>
      <div className={styles.tools}>
        {keeps && (
          <Button type="primary" onClick={() => setEditing("new")}>
            {texts.add}
          </Button>
        )}
      </div>
      {offices.data.length === 0 ? (
        <Nothing title={texts.none} advice={texts.noneAdvice} />
      ) : (
        <Table<OfficeLine>
          size="small"
          rowKey="id"
          pagination={false}
          scroll={{ x: "max-content" }}
          dataSource={[...offices.data]}
          columns={[
            { title: texts.name, dataIndex: "name" },
            { title: texts.kind, dataIndex: "kind", render: (kind: OfficeLine["kind"]) => kinds[kind] },
            {
              title: texts.party,
              dataIndex: "party_name",
              render: (name: string | null) => name ?? texts.noParty,
            },
            {
              title: texts.branches,
              dataIndex: "branches",
              render: (branches: readonly string[], { place }) =>
                [...branches.map((code) => branchNames.get(code) ?? code), ...(place === null ? [] : [place])].join(
                  "、",
                ),
            },
            {
              title: texts.people,
              dataIndex: "people",
              render: (people: number) => (
                <>
                  {people} {people === 1 && <Label tone="sea">{texts.onePerson}</Label>}
                </>
              ),
            },
            {
              title: texts.check,
              dataIndex: "maker_checker",
              render: (apart: boolean) => (apart ? texts.apart : texts.self),
            },
            {
              title: texts.reviewed,
              dataIndex: "reviewed",
              render: (reviewed: readonly string[]) =>
                heldLedgers
                  .filter(({ name }) => reviewed.includes(name))
                  .map(({ zh, en }) => (language === "zh" ? zh : en))
                  .join(words.signs.comma),
            },
            {
              title: accounts.state,
              dataIndex: "state",
              render: (state: OfficeLine["state"]) => (
                <Label tone={state === "active" ? "mountain" : "plain"}>{accounts[state]}</Label>
              ),
            },
            {
              title: "",
              render: (_, line) =>
                keeps && (
                  <Button
                    type="link"
                    size="small"
                    aria-label={`${texts.change} ${line.name}`}
                    onClick={() => setEditing(line)}
                  >
                    {texts.change}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {editing !== null && (
        <OfficeDialog
          office={editing === "new" ? null : editing}
          close={() => {
            setEditing(null);
            queries.invalidateQueries({ queryKey: ["offices"] });
          }}
        />
      )}
    </section>
  );
}
