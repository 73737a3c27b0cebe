import { Image } from "antd";
import { useWords } from "../language.js";
import { Dialog } from "./Dialog.js";
import styles from "./RowProofs.module.css";

const pictures = /\.(?:png|jpe?g|gif|webp|bmp)$/i;

interface Props {
  readonly name: string;
  readonly address: string;
  readonly onClose: () => void;
}

/** A look at the file of a proof (佐证): a picture here, all else in a window of its own or as a download. */
export function ProofPreview({ name, address, onClose }: Props) {
  const { ledger } = useWords();
  return (
    <Dialog width={820} title={name} footer={null} onCancel={onClose}>
      {pictures.test(name) ? (
        <Image className={styles.picture ?? ""} src={address} alt={name} preview={false} />
      ) : (
        <p>{ledger.proofs.noPreview}</p>
      )}
      <p>
        <a href={address} target="_blank" rel="noreferrer">
          {ledger.proofs.open}
        </a>{" "}
        <a href={address} download={name}>
          {ledger.proofs.download}
        </a>
      </p>
    </Dialog>
  );
}
