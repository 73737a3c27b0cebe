import type { SessionView } from "@shanhai/server";
import { Button } from "antd";
import { accountsApi } from "../accounts-api.js";
import { api } from "../api.js";
import { useWords } from "../language.js";
import { Cover } from "./Cover.js";
import { PasswordBox } from "./PasswordBox.js";

/** 锁屏: covers the page, which stays as it is below, until the password is given. */
export function LockScreen({ session }: { readonly session: SessionView }) {
  const { lock } = useWords().settings;
  return (
    <Cover title={lock.title} opaque>
      <p>{lock.advice(session.name)}</p>
      <PasswordBox label={lock.open} open={accountsApi.unlock} />
      <Button type="link" onClick={() => api.signOut().finally(() => window.location.assign("/"))}>
        {lock.other}
      </Button>
    </Cover>
  );
}
