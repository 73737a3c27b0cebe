import { type ReactNode, useEffect, useRef } from "react";
import styles from "./Cover.module.css";

interface Props {
  readonly title: string;
  /** Hides the page too, not only its use. */
  readonly opaque: boolean;
  readonly children: ReactNode;
}

/** Lies over the page and all that is open in it until the question on it is answered; below nothing is lost. */
export function Cover({ title, opaque, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    // As the browser's own modal it stands above every drawer, and nothing below it can be reached by key or mouse.
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.cover}
      data-opaque={opaque}
      aria-label={title}
      onCancel={(event) => event.preventDefault()}
    >
      <div className={styles.card}>
        <h1>{title}</h1>
        {children}
      </div>
    </dialog>
  );
}
