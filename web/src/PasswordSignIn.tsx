import { useMutation } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api } from "./api.js";
import { ProblemNotice } from "./components/ProblemNotice.js";
import { useWords } from "./language.js";
import { queries } from "./queries.js";
import styles from "./Shell.module.css";

/** Name and password, for a ledger that other machines of the office reach. */
export function PasswordSignIn() {
  const words = useWords();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useMutation({
    meta: { signsIn: true },
    mutationFn: () => api.signInWithPassword(name.trim(), password),
    onSuccess: (session) => {
      queries.setQueryData(["session"], session);
      queries.invalidateQueries();
      if (window.location.pathname === "/sign-in") navigate("/", { replace: true });
    },
  });
  return (
    <form
      className={styles.password}
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate();
      }}
    >
      {signIn.error !== null && <ProblemNotice error={signIn.error} />}
      <Input
        autoComplete="username"
        aria-label={words.signIn.name}
        placeholder={words.signIn.name}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Input.Password
        autoComplete="current-password"
        aria-label={words.signIn.password}
        placeholder={words.signIn.password}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button
        htmlType="submit"
        type="primary"
        loading={signIn.isPending}
        disabled={name.trim() === "" || password === ""}
      >
        {words.signIn.enter}
      </Button>
    </form>
  );
}
