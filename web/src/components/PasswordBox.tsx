import type { SessionView } from "@shanhai/server";
import { useMutation } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { useWords } from "../language.js";
import { queries } from "../queries.js";
import { ProblemNotice } from "./ProblemNotice.js";

interface Props {
  readonly label: string;
  readonly open: (password: string) => Promise<SessionView>;
}

/** One password, by which the person of this page goes on where he was. */
export function PasswordBox({ label, open }: Props) {
  const words = useWords();
  const [password, setPassword] = useState("");
  const opening = useMutation({
    meta: { signsIn: true },
    mutationFn: () => open(password),
    onSuccess: (session) => queries.setQueryData(["session"], session),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        opening.mutate();
      }}
    >
      {opening.error !== null && <ProblemNotice error={opening.error} />}
      <Input.Password
        autoFocus
        autoComplete="current-password"
        aria-label={words.signIn.password}
        placeholder={words.signIn.password}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button htmlType="submit" type="primary" loading={opening.isPending} disabled={password === ""}>
        {label}
      </Button>
    </form>
  );
}
