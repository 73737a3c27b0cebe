import {
  aliasesAt,
  type CellForm,
  type FieldDefinition,
  type FieldValue,
  offeredNames,
  type RecordDefinition,
} from "@shanhai/model";
import { AutoComplete, Button, Input, Select } from "antd";
import { useText, useWords } from "../language.js";
import { ReferenceSelect } from "./ReferenceSelect.js";
import styles from "./RowForm.module.css";

interface Props {
  readonly id: string;
  readonly field: FieldDefinition;
  /** Text where it is typed, the value where it is chosen. */
  readonly value: FieldValue;
  readonly form: CellForm;
  readonly scope: string | undefined;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly wrong: boolean;
  readonly describedBy: string | undefined;
  readonly onChange: (value: FieldValue) => void;
}

/** One field of a form, by its type. */
export function FieldInput(props: Props) {
  const { id, field, value, form, wrong, describedBy, onChange } = props;
  const words = useWords();
  const text = useText();
  const label = text(field);
  const status = wrong ? { status: "error" as const } : {};
  const said = describedBy === undefined ? {} : { "aria-describedby": describedBy };
  const typed = typeof value === "string" ? value : "";
  const where = form.where ?? { year: null, places: [] };
  const options = (field.codes ?? []).map((code) => ({
    ...{ value: code.code, label: text(code) },
    // Typed, it is found by what the place calls it too, as an import finds it.
    words: [code.zh, code.en, ...aliasesAt(code, where).map((alias) => alias.text)].join("\n").toLowerCase(),
  }));
  const found =
    field.dictionary === undefined
      ? {}
      : {
          showSearch: {
            filterOption: (typed: string, option?: (typeof options)[number]) =>
              option?.words.includes(typed.trim().toLowerCase()) === true,
          },
        };
  switch (field.type) {
    case "long_text":
      return (
        <Input.TextArea
          {...{ id, ...status, ...said }}
          rows={3}
          value={typed}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "text":
      // What is offered may be taken or typed over: the text stands as it is.
      if (field.offers !== undefined) {
        const names = offeredNames(field.offers, where.year).map(({ name, holds }) => ({
          value: name.zh,
          label: holds
            ? text(name)
            : `${text(name)}${words.signs.open}${words.ledger.form.otherYears}${words.signs.close}`,
        }));
        return (
          <AutoComplete
            {...{ id, ...status }}
            aria-label={label}
            allowClear
            popupMatchSelectWidth={false}
            showSearch={{ filterOption: (part, option) => option?.value.includes(part.trim()) === true }}
            value={typed}
            options={names}
            onChange={(next) => onChange(next ?? "")}
          />
        );
      }
      return (
        <Input
          {...{ id, ...status, ...said }}
          autoComplete="off"
          value={typed}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "integer":
    case "decimal":
    case "date":
    case "money": {
      const unit = field.type === "money" ? words.ledger.moneyUnits[form.money] : field.unit;
      return (
        <Input
          {...{ id, ...status, ...said }}
          autoComplete="off"
          value={typed}
          {...(field.type === "date" ? { placeholder: words.ledger.form.dateHint } : {})}
          {...(unit === undefined || field.type === "date" ? {} : { suffix: unit })}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    }
    case "code":
      return field.codes === undefined ? (
        <Input {...{ id, ...status, ...said }} value={typed} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Select
          {...{ id, ...status, options, ...found }}
          allowClear
          aria-label={label}
          popupMatchSelectWidth={false}
          value={typed === "" ? null : typed}
          onChange={(code: string | null | undefined) => onChange(code ?? null)}
        />
      );
    case "flag":
      return (
        <Select
          {...{ id, ...status }}
          allowClear
          aria-label={label}
          value={typeof value === "boolean" ? String(value) : null}
          options={[
            { value: "true", label: words.state.yes },
            { value: "false", label: words.state.no },
          ]}
          onChange={(flag: string | null | undefined) => onChange(flag == null ? null : flag === "true")}
        />
      );
    case "texts":
      return (
        <Select
          {...{ id, ...status }}
          mode={field.codes === undefined ? "tags" : "multiple"}
          {...(field.codes === undefined
            ? { open: false, suffixIcon: null, tokenSeparators: ["、", "，", ","] }
            : { options, ...found })}
          aria-label={label}
          value={Array.isArray(value) ? (value as readonly string[]).slice() : []}
          onChange={(texts: string[]) => onChange(texts)}
        />
      );
    case "reference":
    case "references":
      return (
        <ReferenceSelect
          {...{ id, field, label }}
          scope={props.scope}
          definitions={props.definitions}
          value={typeof value === "string" || Array.isArray(value) ? (value as string | readonly string[]) : null}
          onChange={onChange}
        />
      );
    case "list":
      return <Items field={field} value={value} label={label} onChange={onChange} />;
    default:
      return null;
  }
}

type Item = { readonly [key: string]: unknown };

/** The lines of a list, each with its parts. */
function Items({
  field,
  value,
  label,
  onChange,
}: {
  readonly field: FieldDefinition;
  readonly value: FieldValue;
  readonly label: string;
  readonly onChange: (value: FieldValue) => void;
}) {
  const words = useWords();
  const text = useText();
  const items: readonly Item[] = Array.isArray(value) ? (value as readonly Item[]) : [];
  const parts = field.items ?? [];
  const set = (at: number, key: string, given: unknown) =>
    onChange(items.map((item, index) => (index === at ? { ...item, [key]: given } : item)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and margins of its own
    <div role="group" aria-label={label} className={styles.items}>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
        <div key={at} className={styles.item}>
          {parts.map((part) =>
            part.codes === undefined ? (
              <Input
                key={part.key}
                size="small"
                aria-label={`${label} ${at + 1} ${text(part)}`}
                placeholder={text(part)}
                value={item[part.key] === null || item[part.key] === undefined ? "" : String(item[part.key])}
                onChange={(event) => set(at, part.key, event.target.value === "" ? null : event.target.value)}
              />
            ) : (
              <Select
                key={part.key}
                size="small"
                allowClear
                aria-label={`${label} ${at + 1} ${text(part)}`}
                placeholder={text(part)}
                popupMatchSelectWidth={false}
                value={typeof item[part.key] === "string" ? String(item[part.key]) : null}
                options={part.codes.map((code) => ({ value: code.code, label: text(code) }))}
                onChange={(code: string | null | undefined) => set(at, part.key, code ?? null)}
              />
            ),
          )}
          <Button
            type="text"
            size="small"
            aria-label={`${words.ledger.form.listRemove} ${at + 1}`}
            onClick={() => onChange(items.filter((_, index) => index !== at))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button type="dashed" size="small" onClick={() => onChange([...items, {}])}>
        {words.ledger.form.listAdd}
      </Button>
    </div>
  );
}
