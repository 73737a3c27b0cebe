import { isPartialDate, type RecordDefinition } from "@shanhai/model";
import type { FundLine, ProjectMoney } from "@shanhai/server";
import { useQueryClient } from "@tanstack/react-query";
import { Input } from "antd";
import { type ReactNode, useId, useState } from "react";
import { api } from "../api.js";
import { useDefinitions } from "../definitions.js";
import { today } from "../format.js";
import { useLanguage, useWords } from "../language.js";
import { moneyApi } from "../money-api.js";
import { useNotices } from "../notices.js";
import { changedByWriting } from "../queries.js";
import { useScopePlaces } from "../scope-places.js";
import { useSending } from "../use-sending.js";
import { fenOfWan, wanText } from "../wan-text.js";
import { useWordHits } from "../word-hits.js";
import styles from "./RowForm.module.css";
import { SendingModal } from "./SendingModal.js";

interface Props {
  readonly project: ProjectMoney;
  readonly funds: readonly FundLine[];
  readonly onClose: () => void;
}

const words = {
  ...{ paid_on: "", amount: "", payee: "", voucher_no: "", purpose: "" },
  ...{ signer_west: "", signer_east: "", explanation: "" },
};

/** 登记支付 from signed paper: the sum, who got it and what for, who signed, and which sources bear it. */
export function PaymentDialog({ project, funds, onClose }: Props) {
  const { money, state } = useWords();
  const { language } = useLanguage();
  const { definitions } = useDefinitions();
  const message = useNotices();
  const queries = useQueryClient();
  const ids = useId();
  const [draft, setDraft] = useState({ ...words, paid_on: today() });
  const [shares, setShares] = useState<{ readonly [source: string]: string }>({});
  const [tried, setTried] = useState(false);
  const amount = fenOfWan(draft.amount);
  const parts = Object.entries(shares).filter(([, text]) => text.trim() !== "");
  const wrong = {
    paid_on: isPartialDate(draft.paid_on) && !draft.paid_on.startsWith("-") ? null : money.dateWrong,
    amount: amount === null ? money.amountWrong : null,
    payee: draft.payee.trim() === "" ? money.payeeWrong : null,
    shares: parts.some(([, text]) => fenOfWan(text) === null) ? money.amountWrong : null,
  };
  const pay = useSending({
    send: async (fen: string, command) => {
      const { version } = await api.row("project", project.scope_id, project.id);
      const filled = (key: keyof typeof words) => (draft[key].trim() === "" ? {} : { [key]: draft[key].trim() });
      return moneyApi.pay({
        scope_id: project.scope_id,
        project: project.id,
        project_version: version,
        paid_on: draft.paid_on,
        amount: fen,
        payee: draft.payee.trim(),
        ...filled("voucher_no"),
        ...filled("purpose"),
        ...filled("signer_west"),
        ...filled("signer_east"),
        ...filled("explanation"),
        shares: parts.flatMap(([source, text]) => {
          const share = fenOfWan(text);
          return share === null ? [] : [{ source, amount: share }];
        }),
        command_id: command,
      });
    },
    onSuccess: ({ project_paid, warnings }) => {
      message.success([money.saved(wanText(project_paid) ?? ""), ...warnings.map((one) => one[language])].join(" "));
      queries.invalidateQueries({ predicate: changedByWriting });
      onClose();
    },
  });
  const submit = () => {
    setTried(true);
    if (amount !== null && Object.values(wrong).every((one) => one === null)) pay.mutate(amount);
  };
  const definition = definitions.get("payment");
  const field = (
    key: keyof typeof words,
    label: string,
    more?: { readonly hint?: string; readonly below?: ReactNode },
  ) => (
    <Field
      id={`${ids}-${key}`}
      label={label}
      wide={more !== undefined}
      wrong={tried && key in wrong ? wrong[key as keyof typeof wrong] : null}
      required={key in wrong}
    >
      <Input
        id={`${ids}-${key}`}
        placeholder={more?.hint}
        value={draft[key]}
        onChange={({ target }) => setDraft({ ...draft, [key]: target.value })}
      />
      {more?.below}
    </Field>
  );
  return (
    <SendingModal
      of={pay}
      open
      width={680}
      title={money.payOf(project.name)}
      okText={money.save}
      cancelText={state.cancel}
      onOk={submit}
      onCancel={onClose}
    >
      <p>{money.payHint}</p>
      <div className={styles.form}>
        {field("paid_on", money.paidOn)}
        {field("amount", money.amount)}
        {field("payee", money.payee)}
        {field("voucher_no", money.voucher)}
        {field("purpose", money.purpose, {
          hint: money.purposeHint,
          below: definition !== undefined && <Doubts {...{ definition, draft }} scope={project.scope_id} />,
        })}
        {field("signer_west", money.signerWest)}
        {field("signer_east", money.signerEast)}
        {funds.length > 0 && (
          <div className={styles.field} data-wide="true">
            <b>{money.shares}</b>
            <small>{money.sharesNote}</small>
          </div>
        )}
        {funds.map((fund) => (
          <Field key={fund.id} id={`${ids}-${fund.id}`} label={fund.giver_name} wide={false} wrong={null}>
            <Input
              id={`${ids}-${fund.id}`}
              value={shares[fund.id] ?? ""}
              onChange={({ target }) => setShares({ ...shares, [fund.id]: target.value })}
            />
          </Field>
        ))}
        {tried && wrong.shares !== null && (
          <small role="alert" data-wrong="true">
            {wrong.shares}
          </small>
        )}
        {field("explanation", money.explanation, { hint: money.explanationHint })}
      </div>
    </SendingModal>
  );
}

/** What the purpose holds of the 资金负面清单: a word tells, it does not decide. */
function Doubts({
  definition,
  draft,
  scope,
}: {
  readonly definition: RecordDefinition;
  readonly draft: typeof words;
  readonly scope: string;
}) {
  const hits = useWordHits(definition, draft, useScopePlaces(definition)(scope));
  return hits.map(({ says }) => (
    <small key={says} role="status" data-doubt="true">
      {says}
    </small>
  ));
}

function Field({
  id,
  label,
  wide,
  wrong,
  required = false,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly wide: boolean;
  readonly wrong: string | null;
  readonly required?: boolean;
  readonly children: ReactNode;
}) {
  const { ledger } = useWords();
  return (
    <div className={styles.field} data-wide={wide} data-wrong={wrong !== null}>
      <label htmlFor={id}>
        {label}
        {required && <b>{ledger.form.required}</b>}
      </label>
      {children}
      {wrong !== null && (
        <small role="alert" data-wrong="true">
          {wrong}
        </small>
      )}
    </div>
  );
}
