import { Segmented, Select, Switch } from "antd";
import type { ReactNode } from "react";
import type { BoardAddress } from "../board-address.js";
import { today } from "../format.js";
import { useWords } from "../language.js";
import styles from "./BoardTools.module.css";
import { PastDay } from "./PastDay.js";

/** Whose board, which month, which line: the same tools over 指标 and 数据核对. */
export function BoardTools({
  address,
  title,
  past = false,
  children,
}: {
  readonly address: BoardAddress;
  readonly title: string;
  /** Whether a past day may be looked at. */
  readonly past?: boolean;
  readonly children?: ReactNode;
}) {
  const { indicators: words } = useWords();
  const { query, offered, key, chosen, choose, set, kind } = address;
  if (query === null) return <h1 className={styles.title}>{title}</h1>;
  const years = Array.from({ length: Number(today().slice(0, 4)) - 2020 }, (_, at) => 2021 + at);
  const groups = (["pair", "party", "region"] as const).flatMap((each) => {
    const options = offered.filter((one) => one.kind === each);
    return options.length === 0
      ? []
      : [{ label: words.kinds[each], options: options.map((one) => ({ value: key(one), label: one.title })) }];
  });
  return (
    <header className={`${styles.tools} screen-only`}>
      <h1 className={styles.title}>{title}</h1>
      <Select
        className={styles.frame ?? ""}
        aria-label={words.whose}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={false}
        value={chosen}
        onChange={choose}
        options={groups}
      />
      <Select
        aria-label={words.year}
        value={query.year}
        popupMatchSelectWidth={false}
        onChange={(year) => set({ year: String(year) })}
        options={[...new Set([...years, query.year])].map((year) => ({ value: year, label: words.yearOf(year) }))}
      />
      <Select
        aria-label={words.month}
        value={query.month}
        popupMatchSelectWidth={false}
        onChange={(month) => set({ month: String(month) })}
        options={Array.from({ length: 12 }, (_, at) => ({ value: at + 1, label: words.monthOf(at + 1) }))}
      />
      <Segmented<"west" | "east">
        aria-label={words.line}
        value={query.line}
        onChange={(line) => set({ line })}
        options={[
          { value: "west", label: words.lines.west },
          { value: "east", label: words.lines.east },
        ]}
      />
      {past && <PastDay day={query.as_of} hint={words.asOfHint} onChange={(as_of) => set({ as_of })} />}
      {past && kind !== "pair" && (
        <span className={styles.exact} title={words.exactHint}>
          <Switch
            size="small"
            aria-label={words.exact}
            checked={query.exact !== undefined}
            onChange={(on) => set({ exact: on ? "1" : null })}
          />
          <span aria-hidden="true">{words.exact}</span>
        </span>
      )}
      {children}
    </header>
  );
}
