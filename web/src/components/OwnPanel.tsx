import { useWords } from "../language.js";
import styles from "../pages/SettingsPage.module.css";
import { hasRight, postName, useSession } from "../session.js";
import { FeedPanel } from "./FeedPanel.js";
import { PasswordForm } from "./PasswordForm.js";

/** 本人: the own posts and the own password. */
export function OwnPanel() {
  const words = useWords();
  const { password, accounts, post } = words.settings;
  const session = useSession();
  const alone = session.role === "administrator" && session.posts.length === 1;
  return (
    <section className={styles.panel}>
      <h2>{post.title}</h2>
      <ul className={styles.posts}>
        {session.posts.map((one) => (
          <li key={one.membership ?? "own"}>{postName(words, one)}</li>
        ))}
      </ul>
      {alone && <p>{accounts.oneOffice}</p>}
      <h2>{password.title}</h2>
      {!session.has_password && <p>{password.none}</p>}
      <PasswordForm asksOld={session.has_password} />
      {hasRight(session, "read") && <FeedPanel />}
    </section>
  );
}
