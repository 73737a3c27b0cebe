import type { DocumentView } from "@shanhai/model";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Input, Segmented } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "../api.js";
import { localTime } from "../format.js";
import { useWords } from "../language.js";
import { guessCount, repairCount } from "../repair-groups.js";
import { useSending } from "../use-sending.js";
import styles from "./CheckHeader.module.css";
import { Label } from "./Label.js";
import { SendingModal } from "./SendingModal.js";

interface Props {
  readonly view: DocumentView;
  readonly repaired: boolean;
  readonly onRepaired: (repaired: boolean) => void;
  readonly onKeys: () => void;
  /** Whether the repairs are shown beside the text. */
  readonly listed: boolean;
  readonly onList: () => void;
}

/** Which document this is, how it was repaired, and whether it may still be worked on. */
export function CheckHeader({ view, repaired, onRepaired, onKeys, listed, onList }: Props) {
  const words = useWords();
  const [withdrawing, setWithdrawing] = useState(false);
  const { extraction } = view;
  const guesses = guessCount(view.edits);
  const about = [extraction.source, extraction.published, extraction.title === null ? null : view.name].filter(Boolean);
  return (
    <>
      <header className={styles.header}>
        <Link
          to="/documents"
          className={styles.back ?? ""}
          aria-label={words.check.backToList}
          title={words.check.backToList}
        >
          ‹
        </Link>
        <div className={styles.what}>
          <h1>{extraction.title ?? view.name}</h1>
          <p>{about.join(" · ")}</p>
        </div>
        {view.mark !== null && <Label tone="doubt">{words.check.mark(view.mark)}</Label>}
        <div className={styles.view}>
          <Button
            size="small"
            aria-pressed={listed}
            type={listed ? "default" : "text"}
            title={words.repairs.showHint}
            onClick={onList}
          >
            {words.repairs.show(repairCount(extraction.damage))}
            {guesses > 0 && <b> {words.check.guesses(guesses)}</b>}
          </Button>
          {view.edits.length > 0 && (
            <Segmented<boolean>
              size="small"
              value={repaired}
              title={words.check.toggleHint}
              onChange={onRepaired}
              options={[
                { value: false, label: words.check.original },
                { value: true, label: words.check.repaired },
              ]}
            />
          )}
        </div>
        <div className={styles.buttons}>
          {view.state !== "withdrawn" && view.state !== "erased" && (
            <Button size="small" type="text" onClick={() => setWithdrawing(true)}>
              {words.check.withdraw}
            </Button>
          )}
          <Button
            size="small"
            type="text"
            className={styles.keys ?? ""}
            onClick={onKeys}
            title={words.check.keysHint}
            aria-label={words.check.keysTitle}
          >
            <kbd>?</kbd>
          </Button>
        </div>
      </header>
      {view.state === "withdrawn" && (
        <p className={styles.notice} role="status">
          {words.check.withdrawn}
          {view.withdrawn !== null && (
            <span>
              {view.withdrawn.who} · {localTime(view.withdrawn.at)} · {view.withdrawn.reason}
            </span>
          )}
        </p>
      )}
      {view.state === "erased" && (
        <p className={styles.notice} role="status">
          {words.check.erased}
        </p>
      )}
      {withdrawing && <WithdrawDialog id={view.id} onClose={() => setWithdrawing(false)} />}
    </>
  );
}

function WithdrawDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const words = useWords();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const withdraw = useSending({
    send: (_, command) => api.withdraw(id, reason.trim(), command),
    onSuccess: onClose,
    onSettled: () => {
      for (const key of ["document", "documents", "summary"]) queries.invalidateQueries({ queryKey: [key] });
    },
  });
  return (
    <SendingModal
      of={withdraw}
      open
      title={words.check.withdrawTitle}
      okText={words.check.withdraw}
      cancelText={words.state.cancel}
      okButtonProps={{ danger: true, disabled: reason.trim() === "", loading: withdraw.isPending }}
      onOk={() => withdraw.mutate()}
      onCancel={onClose}
    >
      <p>{words.check.withdrawHint}</p>
      <Input.TextArea
        autoFocus
        rows={2}
        maxLength={2000}
        value={reason}
        aria-label={words.check.withdrawReason}
        placeholder={words.check.withdrawReason}
        onChange={(event) => setReason(event.target.value)}
      />
    </SendingModal>
  );
}
