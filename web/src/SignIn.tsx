import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { api } from "./api.js";
import { Loading } from "./components/PageState.js";
import { ProblemNotice } from "./components/ProblemNotice.js";
import { useWords } from "./language.js";
import { queries } from "./queries.js";
import styles from "./Shell.module.css";
import logo from "./shanhai.svg";

const PasswordSignIn = lazy(async () => ({ default: (await import("./PasswordSignIn.js")).PasswordSignIn }));

/** The token, taken out of the address at once so that the one-time link stays in no history. */
function takeToken(): string | null {
  const token = new URLSearchParams(window.location.hash.slice(1)).get("token");
  if (token !== null) window.history.replaceState(null, "", "/sign-in");
  return token;
}

/** Exchanges the token of the start link (`/sign-in#token=…`) for a session, once. */
export function SignIn() {
  const words = useWords();
  const navigate = useNavigate();
  const exchange = useMutation({
    meta: { signsIn: true },
    mutationFn: api.signIn,
    onSuccess: (session) => {
      queries.setQueryData(["session"], session);
      navigate("/", { replace: true });
    },
  });
  const { mutate } = exchange;
  useEffect(() => {
    const token = takeToken();
    if (token !== null) mutate(token);
  }, [mutate]);
  if (exchange.isPending) return <Loading label={words.signIn.exchanging} />;
  return <SignInNeeded error={exchange.error} />;
}

/** Says how to sign in. */
export function SignInNeeded({ error }: { readonly error?: unknown }) {
  const words = useWords();
  const [asked, setAsked] = useState(false);
  return (
    <div className={styles.door}>
      <img src={logo} alt="" width={56} height={56} />
      <h1>
        {words.product.name} · {words.product.line}
      </h1>
      {error != null && <ProblemNotice error={error} />}
      <p>{words.signIn.how}</p>
      <p>
        {words.signIn.again} <code>npx shanhai link</code>
      </p>
      <details onToggle={(event) => setAsked(event.currentTarget.open)}>
        <summary>{words.signIn.withPassword}</summary>
        <Suspense>{asked && <PasswordSignIn />}</Suspense>
      </details>
    </div>
  );
}
