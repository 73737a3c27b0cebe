import type { RecordDefinition } from "@shanhai/model";
import { Button, Checkbox, Input } from "antd";
import { useState } from "react";
import { type ListView, plainView } from "../grid/list-view.js";
import { useSavedViews } from "../grid/saved-views.js";
import { useWords } from "../language.js";
import { useSession } from "../session.js";
import styles from "./ListTools.module.css";
import { ProblemNotice } from "./ProblemNotice.js";
import { SendingNotice } from "./SendingNotice.js";

interface Props {
  readonly definition: RecordDefinition;
  readonly view: ListView;
  readonly onChoose: (view: ListView) => void;
}

/** Views of this list, one's own and those that colleagues share: chosen, saved, deleted. */
export function ViewMenu({ definition, view, onChoose }: Props) {
  const words = useWords();
  const { office } = useSession();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const { known, save, remove, viewOf } = useSavedViews(definition, () => setName(""));
  const views = known.data ?? [];
  return (
    <div className={styles.choice}>
      {known.error !== null && <ProblemNotice error={known.error} />}
      <SendingNotice of={save} />
      <SendingNotice of={remove} />
      <ul>
        <li>
          <Button type="link" onClick={() => onChoose(plainView(definition))}>
            {words.ledger.viewPlain}
          </Button>
        </li>
        {views.map((one) => (
          <li key={one.id}>
            <Button type="link" onClick={() => onChoose(viewOf(one))}>
              {one.name}
            </Button>
            {one.shared && <small>{one.own ? words.ledger.viewShared : words.ledger.viewOf(one.who)}</small>}
            {one.own && (
              <Button
                type="text"
                size="small"
                aria-label={words.ledger.viewRemove(one.name)}
                onClick={() => remove.mutate(one.id)}
              >
                ×
              </Button>
            )}
          </li>
        ))}
      </ul>
      {known.data !== undefined && views.length === 0 && <p>{words.ledger.viewNone}</p>}
      <form
        className={styles.saving}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === "") return;
          save.mutate({ name: name.trim(), view, shared });
        }}
      >
        <Input
          aria-label={words.ledger.viewName}
          placeholder={words.ledger.viewName}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button htmlType="submit" loading={save.isPending} disabled={name.trim() === ""}>
          {words.ledger.viewSave}
        </Button>
      </form>
      {office !== null && (
        <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
          {words.ledger.viewShare(office)}
        </Checkbox>
      )}
      <small>{words.ledger.viewsHint}</small>
    </div>
  );
}
