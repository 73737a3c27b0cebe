import type { LifecycleStep } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { useMutation } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { useState } from "react";
import { ApiProblem, api, type RowPlace } from "../api.js";
import { useDefinitions } from "../definitions.js";
import { useLanguage, useText, useWords } from "../language.js";
import { StepDialog } from "./StepDialog.js";

interface Props {
  readonly place: RowPlace;
  readonly status: string;
  /** What the button does, for who does not see the row beside it. */
  readonly label: string;
}

/** The steps that may follow, from a list: the row is read when one is chosen, and the step asks for what it needs. */
export function NextSteps({ place, status, label }: Props) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const { definitions } = useDefinitions();
  const [taking, setTaking] = useState<{ readonly row: Row; readonly step: LifecycleStep } | null>(null);
  const read = useMutation({
    mutationFn: (_step: LifecycleStep) => api.row(place.record, place.scope_id, place.id),
    onSuccess: (row, step) => setTaking({ row, step }),
    onError: (error) => {
      if (error instanceof ApiProblem) message.error(language === "zh" ? error.problem.title : error.problem.en);
    },
  });
  const definition = definitions.get(place.record);
  const steps = definition?.lifecycle?.steps ?? [];
  const here = steps.find(({ code }) => code === status);
  const following = steps.filter(({ code }) => here?.next.includes(code));
  if (definition === undefined || following.length === 0) return null;
  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: following.map((step) => ({ key: step.code, label: text(step), onClick: () => read.mutate(step) })),
        }}
      >
        <Button size="small" loading={read.isPending} aria-label={label} className="screen-only">
          {words.followup.next}
        </Button>
      </Dropdown>
      {taking !== null && <StepDialog {...{ definition, definitions }} {...taking} onClose={() => setTaking(null)} />}
    </>
  );
}
