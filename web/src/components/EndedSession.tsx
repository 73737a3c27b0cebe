import type { SessionView } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { accountsApi } from "../accounts-api.js";
import { api } from "../api.js";
import { useWords } from "../language.js";
import { Cover } from "./Cover.js";
import { PasswordBox } from "./PasswordBox.js";

/** How often a new session of another window (the start link) is looked for, in milliseconds. */
const pause = 3000;

/**
 * 登录已失效: the password over the page. Nobody leaves it, nothing typed is lost, and what was being saved goes on. Who
 * has no password opens the start link in another window.
 */
export function EndedSession({ session }: { readonly session: SessionView }) {
  const { ended, lock } = useWords().settings;
  useQuery({ queryKey: ["session"], queryFn: api.session, refetchInterval: pause });
  const signIn = async (password: string) => {
    const now = await api.signInWithPassword(session.name, password);
    // One goes on in the post in which one stopped.
    const same =
      now.membership === session.membership || !now.posts.some((one) => one.membership === session.membership);
    return same ? now : accountsApi.switchPost(session.membership);
  };
  return (
    <Cover title={ended.title} opaque={false}>
      <p>{session.has_password ? ended.advice(session.name) : ended.byLink}</p>
      {session.has_password ? (
        <>
          <PasswordBox label={ended.open} open={signIn} />
          <p>{ended.orLink}</p>
        </>
      ) : (
        <code>npx shanhai link</code>
      )}
      <Button type="link" onClick={() => window.location.assign("/")}>
        {lock.other}
      </Button>
    </Cover>
  );
}
