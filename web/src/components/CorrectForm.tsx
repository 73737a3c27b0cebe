import { isPartialDate, type ReviewItem } from "@shanhai/model";
import { Button, Checkbox, Form, Input, InputNumber, Select } from "antd";
import { type ReactNode, useRef, useState } from "react";
import { correctionOf } from "../correction.js";
import { type FactField, factFields, valuesOf } from "../fact-fields.js";
import { useWords } from "../language.js";
import type { Words } from "../words/index.js";
import styles from "./CorrectForm.module.css";
import { Dialog } from "./Dialog.js";

interface Props {
  readonly item: ReviewItem;
  /** A correction made before and not written yet. */
  readonly earlier: { readonly [field: string]: unknown } | undefined;
  readonly onClose: () => void;
  readonly onCorrect: (values: Record<string, unknown>) => void;
}

/** 更正: the fields of one fact in a form by their types. Only what was changed is handed on. */
export function CorrectForm({ item, earlier, onClose, onCorrect }: Props) {
  const words = useWords();
  const [form] = Form.useForm();
  const fields = useRef<HTMLDivElement>(null);
  const [unchanged, setUnchanged] = useState(false);
  const { fact } = item;
  const save = async () => {
    await form.validateFields();
    const values = correctionOf(fact, form.getFieldsValue(true) as Record<string, unknown>);
    if (Object.keys(values).length === 0) return setUnchanged(true);
    onCorrect(values);
  };
  return (
    <Dialog
      title={`${words.check.correctTitle} · ${words.facts.kinds[fact.kind]}`}
      width={680}
      okText={words.check.correctSave}
      cancelText={words.state.cancel}
      onOk={() => save().catch(() => undefined)}
      onCancel={onClose}
      mask={{ closable: false }}
      afterOpenChange={(open) => {
        if (open) fields.current?.querySelector<HTMLElement>("input, textarea")?.focus();
      }}
    >
      <div ref={fields}>
        <p className={styles.hint}>{unchanged ? words.check.correctNothing : words.check.correctHint}</p>
        <blockquote className={styles.quotes}>
          {fact.evidence.map(({ start, quote }) => (
            <span key={start}>「{quote}」</span>
          ))}
        </blockquote>
        <Form
          form={form}
          className={styles.form ?? ""}
          layout="horizontal"
          labelCol={{ flex: "96px" }}
          size="small"
          colon={false}
          initialValues={valuesOf(fact, earlier)}
          onValuesChange={() => setUnchanged(false)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save().catch(() => undefined);
          }}
        >
          {factFields[fact.kind].map((field) => (
            <Field key={field.key} field={field} path={[field.key]} words={words} />
          ))}
        </Form>
      </div>
    </Dialog>
  );
}

type Path = readonly (string | number)[];

function Field({
  field,
  path,
  words,
}: {
  readonly field: FactField;
  readonly path: Path;
  readonly words: Words;
}): ReactNode {
  const label = words.facts.fields[field.key];
  if (field.input === "items") return <Items field={field} path={path} words={words} label={label} />;
  if (field.input === "object")
    return (
      <Form.Item label={label}>
        <div className={styles.line}>
          {field.fields.map((part) => (
            <Form.Item key={part.key} name={[...path, part.key]} noStyle>
              {inputOf(part, words)}
            </Form.Item>
          ))}
        </div>
      </Form.Item>
    );
  return (
    <Form.Item
      label={label}
      name={[...path]}
      valuePropName={field.input === "flag" ? "checked" : "value"}
      rules={field.input === "date" ? [{ validator: dateRule(words) }] : []}
    >
      {inputOf(field, words)}
    </Form.Item>
  );
}

function Items({
  field,
  path,
  words,
  label,
}: {
  readonly field: FactField & { readonly input: "items" | "object" };
  readonly path: Path;
  readonly words: Words;
  readonly label: string;
}) {
  return (
    <Form.Item label={label}>
      <Form.List name={[...path]}>
        {(lines, { add, remove }) => (
          <>
            {lines.map((line) => (
              <div key={line.key} className={styles.line}>
                {field.fields.map((part) => (
                  <Form.Item
                    key={part.key}
                    name={[line.name, part.key]}
                    valuePropName={part.input === "flag" ? "checked" : "value"}
                    rules={part.input === "date" ? [{ validator: dateRule(words) }] : []}
                    className={styles.part ?? ""}
                  >
                    {inputOf(part, words)}
                  </Form.Item>
                ))}
                <Button type="text" size="small" onClick={() => remove(line.name)}>
                  {words.check.removeLine}
                </Button>
              </div>
            ))}
            <Button type="dashed" size="small" onClick={() => add({})}>
              {words.check.addLine}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

function inputOf(field: FactField, words: Words): ReactNode {
  const label = words.facts.fields[field.key];
  switch (field.input) {
    case "long":
      return <Input.TextArea rows={3} aria-label={label} placeholder={label} />;
    case "number":
      return <InputNumber aria-label={label} placeholder={label} className={styles.number ?? ""} />;
    case "flag":
      return <Checkbox>{label}</Checkbox>;
    case "texts":
      return <Select mode="tags" open={false} suffixIcon={null} aria-label={label} placeholder={words.check.unset} />;
    case "choice":
    case "choices":
      return (
        <Select
          allowClear
          aria-label={label}
          placeholder={label}
          {...(field.input === "choices" ? { mode: "multiple" as const } : {})}
          options={Object.entries(words.facts.values[field.values]).map(([value, name]) => ({ value, label: name }))}
        />
      );
    case "date":
      return <Input aria-label={label} placeholder={words.check.dateForm} />;
    default:
      return <Input aria-label={label} placeholder={label} />;
  }
}

/** Dates as the ledger keeps them, whole or partial. */
function dateRule(words: Words) {
  return (_: unknown, value: unknown) =>
    typeof value !== "string" || value === "" || isPartialDate(value)
      ? Promise.resolve()
      : Promise.reject(new Error(words.check.dateWrong));
}
