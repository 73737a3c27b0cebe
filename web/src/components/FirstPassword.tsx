import { useWords } from "../language.js";
import styles from "./Cover.module.css";
import { PasswordForm } from "./PasswordForm.js";

/** The first thing that the holder of a new account sees: there is no default password to keep. */
export function FirstPassword() {
  const { first } = useWords().settings;
  return (
    <main className={styles.cover} data-opaque="true">
      <div className={styles.card}>
        <h1>{first.title}</h1>
        <p>{first.advice}</p>
        <PasswordForm asksOld={false} />
      </div>
    </main>
  );
}
