import { recordGroups } from "@shanhai/model";
import type { AccountLine, GrantInput } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { accountsApi } from "../accounts-api.js";
import { useLanguage, useWords } from "../language.js";
import { useSending } from "../use-sending.js";
import { SendingModal } from "./SendingModal.js";

interface Typed {
  readonly office: string;
  readonly role: GrantInput["role"];
  readonly title?: string;
  readonly branches?: string[];
  readonly pairs?: string[];
  readonly projects?: string;
}

const roles = [
  ...([
    "clerk",
    "reviewer",
    "leader",
    "finance",
    "posted_cadre",
    "project_owner",
    "consolidator",
    "inspector",
  ] as const),
  ...(["system_admin", "security_admin", "audit_admin"] as const),
];

/** 授权: an account becomes something in an office. */
export function GrantDialog({ account, close }: { readonly account: AccountLine; readonly close: () => void }) {
  const words = useWords();
  const { language } = useLanguage();
  const { grantForm: texts, roles: roleNames } = words.settings;
  const offices = useQuery({ queryKey: ["offices"], queryFn: accountsApi.offices });
  const places = useQuery({ queryKey: ["places"], queryFn: accountsApi.places });
  const [form] = Form.useForm<Typed>();
  const role = Form.useWatch("role", form);
  const grant = useSending({
    send: ({ office, role: given, title, branches = [], pairs: only = [], projects = "" }: Typed, command_id) =>
      accountsApi.grant({
        account: account.id,
        office,
        role: given,
        title: title?.trim() || null,
        branches,
        pairs: only,
        projects: projects.split(/[，,\s]+/).filter((id) => id !== ""),
        command_id,
      }),
    onSuccess: close,
  });
  const active = (offices.data ?? []).filter(({ state }) => state === "active");
  return (
    <SendingModal
      of={grant}
      open
      title={texts.title(account.name)}
      okText={texts.save}
      cancelText={words.state.cancel}
      onOk={() => form.submit()}
      onCancel={close}
    >
      {offices.data !== undefined && active.length === 0 && <p>{texts.noOffice}</p>}
      <Form<Typed> form={form} layout="vertical" onFinish={(typed) => grant.mutate(typed)}>
        <Form.Item name="office" label={texts.office} rules={[{ required: true, message: texts.office }]}>
          <Select
            loading={offices.isPending}
            showSearch={{ optionFilterProp: "label" }}
            options={active.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="role" label={texts.role} rules={[{ required: true, message: texts.role }]}>
          <Select options={roles.map((value) => ({ value, label: roleNames[value] }))} />
        </Form.Item>
        <Form.Item name="title" label={texts.post}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="branches" label={texts.branches}>
          <Select
            mode="multiple"
            options={recordGroups.map(({ code, zh, en }) => ({ value: code, label: language === "zh" ? zh : en }))}
          />
        </Form.Item>
        {places.data !== undefined && places.data.pairs.length > 0 && (
          <Form.Item name="pairs" label={texts.pairs}>
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: "label" }}
              options={places.data.pairs.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
        {role === "project_owner" && (
          <Form.Item name="projects" label={texts.projects} rules={[{ required: true, message: texts.projects }]}>
            <Input />
          </Form.Item>
        )}
      </Form>
    </SendingModal>
  );
}
