import { Modal } from "antd";
import { useWords } from "../language.js";
import styles from "./KeyHelp.module.css";

/** The keys of the checking page. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  return (
    <Modal open title={words.check.keysTitle} footer={null} onCancel={onClose} width={440}>
      <dl className={styles.keys}>
        {words.check.keys.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
