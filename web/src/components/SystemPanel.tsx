import type { Settings } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Button, Form, InputNumber, Switch } from "antd";
import { accountsApi } from "../accounts-api.js";
import { useWords } from "../language.js";
import { useNotices } from "../notices.js";
import styles from "../pages/SettingsPage.module.css";
import { queries } from "../queries.js";
import { hasRight, useSession } from "../session.js";
import { useSending } from "../use-sending.js";
import { ApprovedMapForm } from "./ApprovedMapForm.js";
import { Loading } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";
import { SendingNotice } from "./SendingNotice.js";

/** 系统: the three administrators apart, the lock, the daily backup. Saved as it is switched. */
export function SystemPanel() {
  const words = useWords();
  const { system: texts } = words.settings;
  const message = useNotices();
  const session = useSession();
  const settings = useQuery({ queryKey: ["settings"], queryFn: accountsApi.settings });
  const change = useSending({
    send: (changed: Partial<Settings>) => accountsApi.changeSettings(changed),
    onSuccess: (now) => {
      queries.setQueryData(["settings"], now);
      queries.invalidateQueries({ queryKey: ["session"] });
      message.success(texts.saved);
    },
  });
  if (settings.error !== null)
    return (
      <ProblemNotice
        error={settings.error}
        action={<Button onClick={() => settings.refetch()}>{words.state.again}</Button>}
      />
    );
  if (settings.data === undefined) return <Loading label={words.state.loading} />;
  const { separated, lock_minutes, daily_backup } = settings.data;
  const keeps = hasRight(session, "settings");
  const maySeparate = separated ? hasRight(session, "grants") : keeps;
  return (
    <section className={styles.panel}>
      <SendingNotice of={change} />
      <Form layout="horizontal" disabled={change.isPending}>
        <Form.Item label={texts.separated} extra={texts.separatedNote} htmlFor="separated">
          <Switch
            id="separated"
            checked={separated}
            disabled={!maySeparate}
            onChange={(on) => change.mutate({ separated: on })}
          />
        </Form.Item>
        <Form.Item label={texts.lock} htmlFor="lock_minutes">
          <InputNumber
            id="lock_minutes"
            style={{ width: "8.5em" }}
            min={1}
            max={240}
            precision={0}
            disabled={!keeps}
            value={lock_minutes}
            formatter={(minutes) => texts.minutes(Number(minutes ?? 0))}
            parser={(typed) => Number((typed ?? "").replace(/\D/g, ""))}
            onChange={(minutes) => {
              if (typeof minutes === "number" && minutes >= 1 && minutes !== lock_minutes)
                change.mutate({ lock_minutes: minutes });
            }}
            changeOnWheel={false}
          />
        </Form.Item>
        <Form.Item label={texts.backup} htmlFor="daily_backup">
          <Switch
            id="daily_backup"
            checked={daily_backup}
            disabled={!keeps}
            onChange={(on) => change.mutate({ daily_backup: on })}
          />
        </Form.Item>
      </Form>
      <ApprovedMapForm keeps={keeps} />
    </section>
  );
}
