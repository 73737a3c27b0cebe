import type { SessionView } from "@shanhai/server";
import { useMutation } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { accountsApi } from "../accounts-api.js";
import { api } from "../api.js";
import { useWords } from "../language.js";
import { queries } from "../queries.js";
import styles from "./LockScreen.module.css";
import { ProblemNotice } from "./ProblemNotice.js";

/** 锁屏: covers the page, which stays as it is below, until the password is given. */
export function LockScreen({ session }: { readonly session: SessionView }) {
  const { lock } = useWords().settings;
  const words = useWords();
  const [password, setPassword] = useState("");
  const open = useMutation({
    meta: { signsIn: true },
    mutationFn: () => accountsApi.unlock(password),
    onSuccess: (opened) => {
      queries.setQueryData(["session"], opened);
      queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
    },
  });
  return (
    <div className={styles.cover} role="dialog" aria-modal="true" aria-label={lock.title}>
      <form
        className={styles.card}
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate();
        }}
      >
        <h1>{lock.title}</h1>
        <p>{lock.advice(session.name)}</p>
        {open.error !== null && <ProblemNotice error={open.error} />}
        <Input.Password
          autoFocus
          autoComplete="current-password"
          aria-label={words.signIn.password}
          placeholder={words.signIn.password}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button htmlType="submit" type="primary" loading={open.isPending} disabled={password === ""}>
          {lock.open}
        </Button>
        <Button type="link" onClick={() => api.signOut().finally(() => window.location.assign("/"))}>
          {lock.other}
        </Button>
      </form>
    </div>
  );
}
