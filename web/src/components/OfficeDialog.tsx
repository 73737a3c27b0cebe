import { heldLedgers, recordGroups } from "@shanhai/model";
import type { OfficeInput, OfficeLine } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form, Input, Select } from "antd";
import { accountsApi } from "../accounts-api.js";
import { useLanguage, useWords } from "../language.js";
import { useSending } from "../use-sending.js";
import { SendingModal } from "./SendingModal.js";

interface Typed {
  readonly name: string;
  readonly kind: OfficeInput["kind"];
  readonly party?: string;
  readonly branches?: string[];
  readonly place?: string;
  readonly maker_checker?: boolean;
  readonly reviewed?: string[];
  readonly active?: boolean;
}

/** A new office, or a changed one. */
export function OfficeDialog({ office, close }: { readonly office: OfficeLine | null; readonly close: () => void }) {
  const words = useWords();
  const { language } = useLanguage();
  const { offices: texts, kinds } = words.settings;
  const places = useQuery({ queryKey: ["places"], queryFn: accountsApi.places });
  const [form] = Form.useForm<Typed>();
  const kind = Form.useWatch("kind", form);
  const keep = useSending({
    send: (
      { name, kind: of, party, branches = [], place, maker_checker = false, reviewed = [], active = true }: Typed,
      command_id,
    ) => {
      const input: OfficeInput = {
        name: name.trim(),
        kind: of,
        party: party ?? null,
        branches,
        place: place?.trim() || null,
        maker_checker,
        reviewed,
        state: active ? "active" : "disabled",
        command_id,
      };
      return office === null
        ? accountsApi.makeOffice(input)
        : accountsApi.changeOffice(office.id, office.version, input);
    },
    onSuccess: close,
  });
  return (
    <SendingModal
      of={keep}
      open
      title={office === null ? texts.add : texts.changeTitle}
      okText={texts.save}
      cancelText={words.state.cancel}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        initialValues={
          office === null
            ? { kind: "cooperation", active: true }
            : {
                name: office.name,
                kind: office.kind,
                party: office.party ?? undefined,
                branches: [...office.branches],
                place: office.place ?? undefined,
                maker_checker: office.maker_checker,
                reviewed: [...office.reviewed],
                active: office.state === "active",
              }
        }
        onFinish={(typed) => keep.mutate(typed)}
      >
        <Form.Item name="name" label={texts.name} rules={[{ required: true, whitespace: true, message: texts.name }]}>
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item name="kind" label={texts.kind} rules={[{ required: true }]}>
          <Select options={Object.entries(kinds).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="party" label={texts.party}>
          <Select
            allowClear
            loading={places.isPending}
            placeholder={texts.noParty}
            showSearch={{ optionFilterProp: "label" }}
            options={(places.data?.parties ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        {kind === "township" && (
          <Form.Item name="place" label={texts.place} rules={[{ required: true, message: texts.place }]}>
            <Input maxLength={40} />
          </Form.Item>
        )}
        <Form.Item name="branches" label={texts.branches}>
          <Select
            mode="multiple"
            options={recordGroups.map(({ code, zh, en }) => ({ value: code, label: language === "zh" ? zh : en }))}
          />
        </Form.Item>
        <Form.Item name="reviewed" label={texts.reviewed} extra={texts.reviewedNote}>
          <Select
            mode="multiple"
            placeholder={texts.reviewedNone}
            showSearch={{ optionFilterProp: "label" }}
            options={heldLedgers.map(({ name, zh, en }) => ({ value: name, label: language === "zh" ? zh : en }))}
          />
        </Form.Item>
        <Form.Item name="maker_checker" valuePropName="checked">
          <Checkbox>{texts.makerChecker}</Checkbox>
        </Form.Item>
        <Form.Item name="active" valuePropName="checked">
          <Checkbox>{texts.state}</Checkbox>
        </Form.Item>
      </Form>
    </SendingModal>
  );
}
