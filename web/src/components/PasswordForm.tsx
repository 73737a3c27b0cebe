import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { accountsApi } from "../accounts-api.js";
import { useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { queries } from "../queries.js";
import { ProblemNotice } from "./ProblemNotice.js";

interface Typed {
  readonly old?: string;
  readonly next: string;
  readonly again: string;
}

/** A new password for oneself: typed twice, the present one asked for where there is one. */
export function PasswordForm({ asksOld }: { readonly asksOld: boolean }) {
  const { password } = useWords().settings;
  const message = useNotices();
  const [form] = Form.useForm<Typed>();
  const change = useMutation({
    meta: { signsIn: true },
    mutationFn: ({ old, next }: Typed) => accountsApi.ownPassword(old ?? null, next),
    onSuccess: (session) => {
      queries.setQueryData(["session"], session);
      form.resetFields();
      message.success(password.saved);
    },
  });
  return (
    <Form<Typed> form={form} layout="vertical" style={{ maxWidth: 400 }} onFinish={(typed) => change.mutate(typed)}>
      {change.error !== null && <ProblemNotice error={change.error} />}
      {asksOld && (
        <Form.Item name="old" label={password.old} rules={[{ required: true, message: password.old }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      )}
      <Form.Item
        name="next"
        label={password.next}
        extra={password.rule}
        rules={[{ required: true, message: password.next }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={password.again}
        dependencies={["next"]}
        rules={[
          { required: true, message: password.again },
          ({ getFieldValue }) => ({
            validator: (_rule, value) =>
              value === undefined || value === getFieldValue("next")
                ? Promise.resolve()
                : Promise.reject(new Error(password.different)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button htmlType="submit" type="primary" loading={change.isPending}>
        {password.save}
      </Button>
    </Form>
  );
}
