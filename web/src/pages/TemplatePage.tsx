import { Alert, Modal, Upload } from "antd";
import { useState } from "react";
import { api } from "../api.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { type OpenForm, TemplateDesk } from "../components/TemplateDesk.js";
import { useWords } from "../language.js";
import { usePageTitle } from "../page-title.js";
import styles from "./TemplatePage.module.css";

/** 模板填报: a form is dropped, its cells are bound, its copy comes back filled in. */
export function TemplatePage() {
  const words = useWords();
  const [modal, dialogs] = Modal.useModal();
  const [form, setForm] = useState<OpenForm | null>(null);
  usePageTitle(words.template.title);
  const open = async (file: File) => {
    try {
      setForm({ file, opened: await api.openTemplate(file.name, file) });
    } catch (error) {
      modal.warning({ title: words.template.failed, content: <ProblemNotice error={error} /> });
    }
  };
  return (
    <section className={styles.page}>
      <h1>{words.template.title}</h1>
      {dialogs}
      {form === null ? (
        <>
          <Alert type="info" title={words.template.lead} />
          <Upload.Dragger
            accept=".xlsx,.docx,.xls,.et,.doc,.wps"
            showUploadList={false}
            beforeUpload={(file) => {
              void open(file);
              return false;
            }}
          >
            <p>{words.template.drop}</p>
            <p>
              <small>{words.template.dropHint}</small>
            </p>
          </Upload.Dragger>
        </>
      ) : (
        <TemplateDesk key={form.opened.fingerprint} form={form} onClose={() => setForm(null)} />
      )}
    </section>
  );
}
