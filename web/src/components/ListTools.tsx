import type { CellForm, MoneyUnit, RecordDefinition } from "@shanhai/model";
import { Button, Input, Popover, Select } from "antd";
import type { RowSearch } from "../api.js";
import { today } from "../format.js";
import { gridColumns } from "../grid/grid-columns.js";
import { fitWidth, groupFields, type ListView } from "../grid/list-view.js";
import { useLanguage, useText, useWords } from "../language.js";
import { ColumnChoice } from "./ColumnChoice.js";
import { ConditionEditor } from "./ConditionEditor.js";
import { ExportButton } from "./ExportButton.js";
import styles from "./ListTools.module.css";
import { ViewMenu } from "./ViewMenu.js";

interface Props {
  readonly definition: RecordDefinition;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly view: ListView;
  readonly text: string;
  readonly asOf: string;
  readonly scope: string | undefined;
  readonly form: CellForm;
  /** What the list asks for, so that the same rows are exported. */
  readonly search: RowSearch;
  readonly canAdd: boolean;
  readonly onView: (view: ListView) => void;
  readonly onSet: (name: "text" | "as_of" | "mode", value: string) => void;
  readonly onUnit: (unit: MoneyUnit) => void;
  readonly onAdd: () => void;
  readonly onKeys: () => void;
  readonly onPrint: () => void;
}

/** What can be done with a list: find, narrow, group, choose columns, keep as a view, look back, add, print. */
export function ListTools(props: Props) {
  const { definition, definitions, view, form, onView, onSet } = props;
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const groups = groupFields(definition);
  const hasMoney = definition.fields.some(({ type, key }) => type === "money" && view.columns.includes(key));
  const count = view.conditions.length;
  return (
    <header className={`${styles.tools} screen-only`}>
      <h1>{text(definition)}</h1>
      <Input.Search
        key={definition.name}
        allowClear
        className={styles.search ?? ""}
        defaultValue={props.text}
        placeholder={words.records.search}
        aria-label={words.records.search}
        onSearch={(value) => onSet("text", value.trim())}
      />
      {/* Beside the name: whatever wraps on a small screen, this does not. */}
      {props.canAdd && (
        <Button type="primary" onClick={props.onAdd}>
          {words.ledger.addRow}
        </Button>
      )}
      <Popover
        trigger="click"
        placement="bottomRight"
        destroyOnHidden
        content={
          <ConditionEditor
            {...{ definition, definitions, form }}
            scope={props.scope}
            conditions={view.conditions}
            onChange={(conditions) => onView({ ...view, conditions })}
          />
        }
      >
        <Button>{count > 0 ? words.ledger.filterCount(count) : words.ledger.filter}</Button>
      </Popover>
      {groups.length > 0 && (
        <Select
          aria-label={words.ledger.group}
          popupMatchSelectWidth={false}
          value={view.group}
          options={[
            { value: "", label: words.ledger.ungrouped },
            ...groups.map((field) => ({ value: field.key, label: words.ledger.groupBy(text(field)) })),
          ]}
          onChange={(group) => onView({ ...view, group })}
        />
      )}
      <Popover
        trigger="click"
        placement="bottomRight"
        content={
          <ColumnChoice
            definition={definition}
            columns={view.columns}
            onChange={(columns) => onView({ ...view, columns })}
            onWiden={(key, by) => {
              const [now] = gridColumns(definition, [key], { large: false, narrow: false, language }, view.widths);
              const width = fitWidth((now?.width ?? 150) * (by > 0 ? 1.25 : 0.8));
              onView({ ...view, widths: { ...view.widths, [key]: width } });
            }}
          />
        }
      >
        <Button>{words.ledger.columns}</Button>
      </Popover>
      {hasMoney && (
        <Select
          aria-label={words.ledger.money}
          title={words.ledger.money}
          popupMatchSelectWidth={false}
          value={form.money}
          options={(["元", "万元", "亿元"] as const).map((unit) => ({
            value: unit,
            label: words.ledger.moneyUnits[unit],
          }))}
          onChange={props.onUnit}
        />
      )}
      <Popover
        trigger="click"
        placement="bottomRight"
        content={<ViewMenu definition={definition} view={view} onChoose={onView} />}
      >
        <Button>{words.ledger.views}</Button>
      </Popover>
      <div className={styles.day} title={words.records.asOfHint}>
        <span aria-hidden="true">{words.records.asOf}</span>
        <Input
          type="date"
          value={props.asOf}
          max={today()}
          aria-label={words.records.asOf}
          onChange={(event) => onSet("as_of", event.target.value)}
        />
      </div>
      <Button className={styles.desk ?? ""} title={words.ledger.meetingHint} onClick={() => onSet("mode", "meeting")}>
        {words.ledger.meeting}
      </Button>
      <ExportButton record={definition.name} search={props.search} onPrint={props.onPrint} />
      <Button
        className={styles.desk ?? ""}
        aria-label={words.ledger.keys}
        title={words.ledger.keys}
        onClick={props.onKeys}
      >
        ?
      </Button>
    </header>
  );
}
