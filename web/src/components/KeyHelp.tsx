import { Dialog } from "./Dialog.js";
import styles from "./KeyHelp.module.css";

interface Props {
  readonly title: string;
  readonly keys: readonly (readonly string[])[];
  readonly onClose: () => void;
}

/** The keys of a page, and what each does. */
export function KeyHelp({ title, keys: list, onClose }: Props) {
  return (
    <Dialog title={title} footer={null} onCancel={onClose} width={480}>
      <dl className={styles.keys}>
        {list.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
