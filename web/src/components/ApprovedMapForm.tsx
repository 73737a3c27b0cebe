import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useRef, useState } from "react";
import { accountsApi } from "../accounts-api.js";
import { useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { queries } from "../queries.js";
import { useSending } from "../use-sending.js";
import styles from "./ApprovedMapForm.module.css";
import { ProblemNotice } from "./ProblemNotice.js";
import { SendingNotice } from "./SendingNotice.js";

/** 标准地图: a picture with its approval number is put in for 总览, or taken away. */
export function ApprovedMapForm({ keeps }: { readonly keeps: boolean }) {
  const words = useWords();
  const { map: texts } = words.settings;
  const message = useNotices();
  const picker = useRef<HTMLInputElement>(null);
  const [approval, setApproval] = useState("");
  const shown = useQuery({ queryKey: ["approved-map"], queryFn: accountsApi.approvedMap });
  const done = () => {
    queries.invalidateQueries({ queryKey: ["approved-map"] });
    message.success(words.settings.system.saved);
  };
  const keep = useSending({
    send: (picture: File) => accountsApi.keepApprovedMap({ name: picture.name, approval }, picture),
    onSuccess: () => {
      setApproval("");
      done();
    },
  });
  const drop = useSending({ send: () => accountsApi.dropApprovedMap(), onSuccess: done });
  const map = shown.data?.map ?? null;
  return (
    <section className={styles.form} aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <p>{texts.note}</p>
      {shown.error !== null && <ProblemNotice error={shown.error} />}
      <SendingNotice of={keep} />
      <SendingNotice of={drop} />
      <p>{map === null ? texts.none : texts.shown(map.name, map.approval)}</p>
      {keeps && (
        <div className={styles.row}>
          <Input
            aria-label={texts.approval}
            placeholder={texts.approvalExample}
            value={approval}
            maxLength={60}
            onChange={(event) => setApproval(event.target.value)}
          />
          <Button loading={keep.isPending} disabled={approval.trim() === ""} onClick={() => picker.current?.click()}>
            {texts.choose}
          </Button>
          {map !== null && (
            <Button loading={drop.isPending} onClick={() => drop.mutate()}>
              {texts.drop}
            </Button>
          )}
          <input
            ref={picker}
            type="file"
            hidden
            accept="image/png,image/jpeg"
            aria-label={texts.choose}
            onChange={(event) => {
              const [picture] = event.target.files ?? [];
              event.target.value = "";
              if (picture !== undefined) keep.mutate(picture);
            }}
          />
        </div>
      )}
    </section>
  );
}
