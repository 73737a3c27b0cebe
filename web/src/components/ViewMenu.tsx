import type { RecordDefinition } from "@shanhai/model";
import { Button, Input } from "antd";
import { useState } from "react";
import { type ListView, plainView } from "../grid/list-view.js";
import { useSavedViews } from "../grid/saved-views.js";
import { useWords } from "../language.js";
import styles from "./ListTools.module.css";

interface Props {
  readonly definition: RecordDefinition;
  readonly view: ListView;
  readonly onChoose: (view: ListView) => void;
}

/** Views of this list under names of one's own: chosen, saved, deleted. */
export function ViewMenu({ definition, view, onChoose }: Props) {
  const words = useWords();
  const { views, save, remove } = useSavedViews(definition.name);
  const [name, setName] = useState("");
  return (
    <div className={styles.choice}>
      <ul>
        <li>
          <Button type="link" onClick={() => onChoose(plainView(definition))}>
            {words.ledger.viewPlain}
          </Button>
        </li>
        {views.map((one) => (
          <li key={one.name}>
            <Button type="link" onClick={() => onChoose(one.view)}>
              {one.name}
            </Button>
            <Button
              type="text"
              size="small"
              aria-label={words.ledger.viewRemove(one.name)}
              onClick={() => remove(one.name)}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      {views.length === 0 && <p>{words.ledger.viewNone}</p>}
      <form
        className={styles.saving}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === "") return;
          save(name.trim(), view);
          setName("");
        }}
      >
        <Input
          aria-label={words.ledger.viewName}
          placeholder={words.ledger.viewName}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button htmlType="submit" disabled={name.trim() === ""}>
          {words.ledger.viewSave}
        </Button>
      </form>
      <small>{words.ledger.viewsHint}</small>
    </div>
  );
}
