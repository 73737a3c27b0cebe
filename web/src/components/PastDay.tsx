import { Input } from "antd";
import { today } from "../format.js";
import { useWords } from "../language.js";
import styles from "./PastDay.module.css";

/** 历史时点 over a page: as of which day its numbers are; an empty one is now. */
export function PastDay({
  day,
  hint,
  onChange,
}: {
  readonly day: string | undefined;
  readonly hint: string;
  readonly onChange: (day: string) => void;
}) {
  const { asOf } = useWords().indicators;
  return (
    <span className={styles.day} title={hint}>
      <span aria-hidden="true">{asOf}</span>
      <Input
        type="date"
        aria-label={asOf}
        max={today()}
        value={day ?? ""}
        onChange={({ target }) => onChange(target.value)}
      />
    </span>
  );
}
