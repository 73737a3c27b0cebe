import type { AccountLine, Invitation } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Table } from "antd";
import { useState } from "react";
import { accountsApi } from "../accounts-api.js";
import { localTime } from "../format.js";
import { useWords } from "../language.js";
import styles from "../pages/SettingsPage.module.css";
import { queries } from "../queries.js";
import { hasRight, postName, useSession } from "../session.js";
import { useSending } from "../use-sending.js";
import { GrantDialog } from "./GrantDialog.js";
import { InvitationDialog } from "./InvitationDialog.js";
import { Label } from "./Label.js";
import { Loading, Nothing } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";
import { type Asked, ReasonDialog } from "./ReasonDialog.js";
import { SendingModal } from "./SendingModal.js";

/** 账号与身份: made and switched by the system administrator, granted posts by the security administrator. */
export function AccountsPanel() {
  const words = useWords();
  const { accounts: texts } = words.settings;
  const session = useSession();
  const accounts = useQuery({ queryKey: ["accounts"], queryFn: accountsApi.accounts });
  const [adding, setAdding] = useState(false);
  const [granting, setGranting] = useState<AccountLine | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [invited, setInvited] = useState<{ readonly name: string; readonly made: Invitation } | null>(null);
  const changed = () => queries.invalidateQueries({ queryKey: ["accounts"] });
  if (accounts.error !== null)
    return (
      <ProblemNotice
        error={accounts.error}
        action={<Button onClick={() => accounts.refetch()}>{words.state.again}</Button>}
      />
    );
  if (accounts.data === undefined) return <Loading label={words.state.loading} />;
  const keeps = hasRight(session, "accounts");
  const grants = hasRight(session, "grants");
  const others = accounts.data.filter(({ first }) => !first);

  const askSwitch = (line: AccountLine) => {
    const state = line.state === "active" ? "disabled" : "active";
    const title = state === "disabled" ? texts.disableTitle(line.name) : texts.enableTitle(line.name);
    setAsked({
      title,
      run: (reason, command) => accountsApi.setAccountState(line.id, state, reason, command).then(changed),
    });
  };
  const askInvite = (line: AccountLine) =>
    setAsked({
      title: texts.inviteTitle(line.name),
      noReason: true,
      run: async (_, command) => setInvited({ name: line.name, made: await accountsApi.invite(line.id, command) }),
    });

  return (
    <section className={styles.panel}>
      <div className={styles.tools}>
        {keeps && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {texts.add}
          </Button>
        )}
      </div>
      {others.length === 0 && <Nothing title={texts.none} advice={texts.oneOffice} />}
      <Table<AccountLine>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={[...accounts.data]}
        columns={[
          {
            title: texts.name,
            dataIndex: "name",
            render: (name: string, line) => (
              <>
                {name} {line.first && <Label tone="sea">{texts.keeper}</Label>}
              </>
            ),
          },
          {
            title: texts.posts,
            render: (_, line) => (
              <ul className={styles.posts}>
                {line.posts.map((post) => {
                  const name = postName(words, { office: post.office_name, role: post.role, title: post.title });
                  return (
                    <li key={post.id}>
                      {name}
                      {grants && (
                        <Button
                          type="link"
                          size="small"
                          aria-label={`${texts.revoke} ${name}`}
                          onClick={() =>
                            setAsked({
                              title: texts.revokeTitle(line.name, name),
                              run: (reason, command) =>
                                accountsApi.revoke(post.id, post.version, reason, command).then(changed),
                            })
                          }
                        >
                          {texts.revoke}
                        </Button>
                      )}
                    </li>
                  );
                })}
              </ul>
            ),
          },
          {
            title: texts.state,
            render: (_, line) => (
              <>
                <Label tone={line.state === "active" ? "mountain" : "plain"}>{texts[line.state]}</Label>{" "}
                {!line.first && !line.has_password && <Label tone="doubt">{texts.noPassword}</Label>}{" "}
                {line.resting && <Label tone="doubt">{texts.resting}</Label>}
              </>
            ),
          },
          {
            title: texts.seen,
            dataIndex: "last_seen",
            render: (seen: string | null) => (seen === null ? texts.never : localTime(seen)),
          },
          { title: texts.note, dataIndex: "note" },
          {
            title: "",
            render: (_, line) => (
              <>
                {grants && line.state === "active" && (
                  <Button type="link" size="small" onClick={() => setGranting(line)}>
                    {texts.grant}
                  </Button>
                )}
                {keeps && !line.first && (
                  <>
                    <Button type="link" size="small" onClick={() => askInvite(line)}>
                      {texts.invite}
                    </Button>
                    <Button type="link" size="small" onClick={() => askSwitch(line)}>
                      {line.state === "active" ? texts.disable : texts.enable}
                    </Button>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
      {adding && (
        <NewAccount
          close={() => setAdding(false)}
          made={(name, made) => {
            setAdding(false);
            setInvited({ name, made });
            changed();
          }}
        />
      )}
      {granting !== null && (
        <GrantDialog
          account={granting}
          close={() => {
            setGranting(null);
            changed();
          }}
        />
      )}
      {invited !== null && <InvitationDialog {...invited} close={() => setInvited(null)} />}
      {asked !== null && <ReasonDialog asked={asked} close={() => setAsked(null)} />}
    </section>
  );
}

interface NewAccountProps {
  readonly close: () => void;
  readonly made: (name: string, made: Invitation) => void;
}

function NewAccount({ close, made }: NewAccountProps) {
  const words = useWords();
  const { accounts: texts } = words.settings;
  const [form] = Form.useForm<{ name: string; note?: string }>();
  const make = useSending({
    send: ({ name, note }: { name: string; note?: string }, command) =>
      accountsApi.createAccount(name.trim(), note?.trim() || null, command),
    onSuccess: (invitation, { name }) => made(name.trim(), invitation),
  });
  return (
    <SendingModal
      of={make}
      open
      title={texts.add}
      okText={words.state.ok}
      cancelText={words.state.cancel}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form form={form} layout="vertical" onFinish={(typed) => make.mutate(typed)}>
        <Form.Item name="name" label={texts.name} rules={[{ required: true, whitespace: true, message: texts.name }]}>
          <Input autoFocus maxLength={40} />
        </Form.Item>
        <Form.Item name="note" label={texts.note}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </SendingModal>
  );
}
