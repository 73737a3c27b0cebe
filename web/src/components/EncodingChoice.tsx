import type { DocumentView } from "@shanhai/model";
import { useQueryClient } from "@tanstack/react-query";
import { Select } from "antd";
import { api } from "../api.js";
import { useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { useSending } from "../use-sending.js";
import styles from "./EncodingChoice.module.css";
import { SendingNotice } from "./SendingNotice.js";

interface Props {
  readonly view: DocumentView;
  /** No more than looked at: withdrawn, erased, or something is decided already. */
  readonly locked: boolean;
  /** The document was read again: what was staged belongs to facts that are no more. */
  readonly onRead: () => void;
}

/** What the server understands as: find it out yourself. */
const automatic = "auto";

/** 文字编码: how the bytes were read and how sure that is; another one reads the document anew. */
export function EncodingChoice({ view, locked, onRead }: Props) {
  const words = useWords().repairs;
  const queries = useQueryClient();
  const message = useNotices();
  const { encoding, choice } = view.extraction.raw;
  const nameOf = (code: string) => words.encodings[code] ?? code;
  const read = useSending({
    send: (wanted: string) => api.reread(view.id, wanted),
    onSuccess: (_, wanted) => {
      onRead();
      message.success(words.read(wanted === automatic ? words.automatic : nameOf(wanted)));
      for (const key of ["document", "documents", "summary"]) queries.invalidateQueries({ queryKey: [key] });
    },
  });
  if (encoding === null || choice === undefined) return null;
  const score = choice.encodings.find((one) => one.encoding === encoding)?.score ?? 0;
  return (
    <section className={styles.choice} aria-label={words.encoding}>
      <div className={styles.line}>
        <b>{words.encoding}</b>
        <Select
          aria-label={words.encoding}
          className={styles.select ?? ""}
          value={encoding}
          disabled={locked}
          loading={read.isPending}
          onChange={(wanted: string) => read.mutate(wanted)}
          options={[
            ...choice.encodings.map((one) => ({
              value: one.encoding,
              label: nameOf(one.encoding),
              note: words.score(percent(one.score)),
            })),
            ...(choice.forced ? [{ value: automatic, label: words.automatic, note: "" }] : []),
          ]}
          optionRender={({ data }) => (
            <span className={styles.option}>
              {data.label}
              <span>{data.note}</span>
            </span>
          )}
        />
        <span role="status">
          {read.isPending ? words.reading : choice.forced ? words.chosen : words.detected(percent(score))}
        </span>
      </div>
      <p>{locked ? words.locked : words.encodingHint}</p>
      <SendingNotice of={read} />
    </section>
  );
}

/** A share of one as a percentage that never says 100 where something is left. */
function percent(share: number): string {
  const shown = (share * 100).toFixed(1);
  return shown === "100.0" && share < 1 ? "99.9" : shown.replace(/\.0$/, "");
}
