import {
  type CellForm,
  cellText,
  everyLabel,
  type FieldDefinition,
  parseValue,
  type RecordDefinition,
} from "@shanhai/model";
import type { Condition } from "@shanhai/server";
import { Button, Input, Select } from "antd";
import { useId, useState } from "react";
import { conditionKinds } from "../grid/list-view.js";
import { useLanguage, useText, useWords } from "../language.js";
import styles from "./ListTools.module.css";
import { ReferenceSelect } from "./ReferenceSelect.js";

interface Props {
  readonly definition: RecordDefinition;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly conditions: readonly Condition[];
  readonly form: CellForm;
  readonly scope: string | undefined;
  readonly onChange: (conditions: readonly Condition[]) => void;
}

/** Conditions of a list, each a column, what is asked of it, and a value; they count as soon as they are whole. */
export function ConditionEditor({ definition, definitions, conditions, form, scope, onChange }: Props) {
  const words = useWords();
  const text = useText();
  // What is being made may be without a value yet: only whole ones narrow the list.
  const [lines, setLines] = useState<readonly Condition[]>(conditions);
  const fields = definition.fields.filter((field) => conditionKinds(field).length > 0);
  const keep = (next: readonly Condition[]) => {
    setLines(next);
    const whole = next.filter(
      ({ is, values }) => is === "empty" || is === "filled" || values.some((one) => one !== ""),
    );
    if (JSON.stringify(whole) !== JSON.stringify(conditions)) onChange(whole);
  };
  const put = (at: number, condition: Condition) => keep(lines.map((one, index) => (index === at ? condition : one)));
  return (
    <div className={styles.conditions}>
      {lines.map((condition, at) => {
        const field = fields.find(({ key }) => key === condition.field);
        if (field === undefined) return null;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no other name than its place
          <div key={at} className={styles.condition}>
            <Select
              showSearch={{ optionFilterProp: "label" }}
              aria-label={words.ledger.conditionField}
              popupMatchSelectWidth={false}
              value={condition.field}
              options={fields.map((one) => ({ value: one.key, label: text(one) }))}
              onChange={(key) => {
                const next = fields.find((one) => one.key === key);
                const [is] = next === undefined ? [] : conditionKinds(next);
                if (is !== undefined) put(at, { field: key, is, values: [] });
              }}
            />
            <Select
              aria-label={`${text(field)} ${words.ledger.conditionField}`}
              popupMatchSelectWidth={false}
              value={condition.is}
              options={conditionKinds(field).map((is) => ({ value: is, label: words.ledger.conditionIs[is] }))}
              onChange={(is) => put(at, { ...condition, is, values: is === condition.is ? condition.values : [] })}
            />
            {condition.is !== "empty" && condition.is !== "filled" && (
              <ConditionValue
                key={`${condition.field} ${condition.is}`}
                {...{ field, condition, form, scope, definitions }}
                onChange={(values) => put(at, { ...condition, values })}
              />
            )}
            <Button
              type="text"
              aria-label={words.ledger.removeCondition}
              onClick={() => keep(lines.filter((_, index) => index !== at))}
            >
              ×
            </Button>
          </div>
        );
      })}
      <div className={styles.condition}>
        <Button
          type="dashed"
          onClick={() => {
            const [field] = fields;
            const [is] = field === undefined ? [] : conditionKinds(field);
            if (field !== undefined && is !== undefined) keep([...lines, { field: field.key, is, values: [] }]);
          }}
        >
          {words.ledger.addCondition}
        </Button>
        {lines.length > 0 && (
          <Button type="text" onClick={() => keep([])}>
            {words.ledger.clearConditions}
          </Button>
        )}
      </div>
    </div>
  );
}

interface ValueProps {
  readonly field: FieldDefinition;
  readonly condition: Condition;
  readonly form: CellForm;
  readonly scope: string | undefined;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly onChange: (values: readonly string[]) => void;
}

function ConditionValue({ field, condition, form, scope, definitions, onChange }: ValueProps) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const hint = useId();
  const [wrong, setWrong] = useState<string | null>(null);
  const label = `${text(field)} ${words.ledger.conditionValue}`;
  if (condition.is === "one_of" && field.record !== undefined)
    return (
      <ReferenceSelect
        field={{ type: "references", record: field.record }}
        {...{ scope, definitions, label }}
        value={condition.values}
        onChange={(ids) => onChange(ids === null ? [] : typeof ids === "string" ? [ids] : ids)}
      />
    );
  if (condition.is === "one_of") {
    const options =
      field.type === "flag"
        ? [
            { value: "true", label: words.state.yes },
            { value: "false", label: words.state.no },
          ]
        : (field.codes ?? []).map((code) => ({ value: code.code, label: everyLabel(code, language) }));
    return (
      <Select
        mode="multiple"
        className={styles.value ?? ""}
        aria-label={label}
        popupMatchSelectWidth={false}
        options={options}
        value={[...condition.values]}
        onChange={(values: string[]) => onChange(values)}
      />
    );
  }
  const read = (typed: string) => {
    if (typed.trim() === "" || condition.is === "contains") {
      setWrong(null);
      return onChange(typed.trim() === "" ? [] : [typed.trim()]);
    }
    const value = parseValue(field, typed, form);
    setWrong(value.ok ? null : value.problem[language]);
    if (value.ok && value.value !== null) onChange([String(value.value)]);
  };
  const [first] = condition.values;
  const shown = first === undefined ? "" : condition.is === "contains" ? first : cellText(field, first, language, form);
  return (
    <span className={styles.value}>
      <Input
        aria-label={label}
        {...(wrong === null ? {} : { status: "error" as const, "aria-describedby": hint })}
        defaultValue={shown}
        {...(field.type === "money" ? { suffix: words.ledger.moneyUnits[form.money] } : {})}
        {...(field.type === "date" ? { placeholder: words.ledger.form.dateHint } : {})}
        onPressEnter={(event) => read(event.currentTarget.value)}
        onBlur={(event) => read(event.currentTarget.value)}
      />
      {wrong !== null && (
        <small id={hint} role="alert">
          {wrong}
        </small>
      )}
    </span>
  );
}
