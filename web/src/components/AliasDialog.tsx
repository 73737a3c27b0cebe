import { Input, Select } from "antd";
import { useId, useState } from "react";
import { useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { useSending } from "../use-sending.js";
import { wordingApi } from "../wording-api.js";
import { wordsChanged } from "../words-changed.js";
import { AliasFields, type AliasScope } from "./AliasFields.js";
import styles from "./RowForm.module.css";
import { SendingModal } from "./SendingModal.js";

interface Props {
  readonly dictionary: string;
  readonly title: string;
  readonly codes: readonly { readonly value: string; readonly label: string }[];
  readonly places: readonly string[];
  readonly everywhere: boolean;
  /** What is known of it: the word that a sheet prints, what it was taken for, whose sheet it is, of which year. */
  readonly given: { readonly alias: string; readonly code: string | null } & Pick<AliasScope, "place" | "from_year">;
  readonly close: () => void;
}

/** 登记别名: what a place calls an item, in which years, and what says so. */
export function AliasDialog({ dictionary, title, codes, places, everywhere, given, close }: Props) {
  const words = useWords();
  const { wording } = words;
  const ids = useId();
  const message = useNotices();
  const [alias, setAlias] = useState(given.alias);
  const [code, setCode] = useState(given.code);
  const [scope, setScope] = useState<AliasScope>({
    ...{ place: given.place, from_year: given.from_year, to_year: null, source: "" },
  });
  const add = useSending({
    send: (_, command) =>
      wordingApi.addAlias(dictionary, { ...scope, alias: alias.trim(), code: code ?? "", command_id: command }),
    onSuccess: () => {
      wordsChanged();
      message.success(wording.saved);
      close();
    },
  });
  return (
    <SendingModal
      of={add}
      open
      title={title}
      okText={words.ledger.form.save}
      okButtonProps={{ disabled: alias.trim() === "" || code === null || scope.source.trim() === "" }}
      cancelText={words.state.cancel}
      onOk={() => add.mutate()}
      onCancel={close}
    >
      <div className={styles.form}>
        <div className={styles.field}>
          <label htmlFor={`${ids}-alias`}>
            {wording.alias}
            <b>{words.ledger.form.required}</b>
          </label>
          <Input id={`${ids}-alias`} value={alias} maxLength={100} onChange={(event) => setAlias(event.target.value)} />
        </div>
        <div className={styles.field}>
          <label htmlFor={`${ids}-code`}>
            {wording.aliasOf}
            <b>{words.ledger.form.required}</b>
          </label>
          <Select
            id={`${ids}-code`}
            aria-label={wording.aliasOf}
            value={code}
            options={[...codes]}
            popupMatchSelectWidth={false}
            onChange={setCode}
          />
        </div>
        <AliasFields {...{ places, everywhere }} value={scope} onChange={setScope} />
      </div>
    </SendingModal>
  );
}
