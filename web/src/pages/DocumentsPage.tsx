import { isBareProof } from "@shanhai/model";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { DocumentTable } from "../components/DocumentTable.js";
import { PasteBox, type Pasted, pastedName } from "../components/PasteBox.js";
import { UploadList } from "../components/UploadList.js";
import { useSince } from "../documents-overview.js";
import { droppedFiles, type PlacedFile, pickedFiles } from "../dropped-files.js";
import { useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { usePageTitle } from "../page-title.js";

import { putInTray } from "../proof-tray.js";
import { useMay } from "../session.js";
import logo from "../shanhai.svg";
import { useUploads } from "../uploads.js";
import styles from "./DocumentsPage.module.css";

/** What the engine reads (engine/README.md, "Files"). Other files can still be dropped: they are told what they are. */
const readable =
  ".txt,.html,.htm,.shtml,.mht,.mhtml,.docx,.doc,.wps,.wpt,.pdf,.ofd,.eml,.md,.csv,.xlsx,.xls,.et,image/*,video/*,.zip,.rar,.7z,text/plain,text/html";

const ProofTray = lazy(async () => ({ default: (await import("../components/ProofTray.js")).ProofTray }));

const nothing: Pasted = { name: "", text: "" };

/** 材料导入: drop, pick or paste; what became of each file; all documents with what waits in them. */
export function DocumentsPage() {
  const words = useWords();
  usePageTitle(words.nav.documents);
  const { since, showAll } = useSince();
  const [pasted, setPasted] = useState(nothing);
  const sent = useRef<{ readonly name: string; readonly text: string } | null>(null);
  const accepted = useCallback((name: string) => {
    const was = sent.current;
    if (was?.name !== name) return;
    sent.current = null;
    setPasted((now) => (now.text === was.text ? nothing : now));
  }, []);
  const { uploads, add, again, clear } = useUploads(accepted);
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const message = useNotices();
  const mayBring = useMay("materials");
  const addFiles = useCallback(
    (files: readonly PlacedFile[]) => {
      // What can be read goes to be read; photos, videos and archives wait for a person to say what they prove.
      const bare = files.filter(({ path }) => isBareProof(path));
      add(files.filter(({ path }) => !isBareProof(path)).map(({ file }) => ({ name: file.name, bytes: file })));
      if (bare.length === 0) return;
      putInTray(bare).then(
        () => message.info(words.documents.trayed(bare.length)),
        (error: unknown) => message.error(error instanceof Error ? error.message : ""),
      );
    },
    [add, message, words],
  );

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.closest("input, textarea") !== null) return;
      const files = event.clipboardData?.files;
      if (files !== undefined && files.length > 0) return addFiles(pickedFiles(files));
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (text.trim() !== "") setPasted((now) => ({ ...now, text }));
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [addFiles]);

  const sendPasted = () => {
    const name = pastedName(pasted, words.documents.pastedName);
    sent.current = { name, text: pasted.text };
    add([{ name, bytes: new Blob([pasted.text], { type: "text/plain" }) }]);
  };

  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{words.nav.documents}</h1>
      <section className={styles.entry} hidden={!mayBring}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping has no keyboard form; the button inside does the same */}
        <div
          className={`${styles.drop} ${over ? styles.over : ""}`}
          data-testid="drop"
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            droppedFiles(event.dataTransfer).then(addFiles);
          }}
        >
          <img src={logo} alt="" width={36} height={36} />
          <p>
            <strong>{words.documents.dropTitle}</strong>
            <br />
            <span>{words.documents.dropHint}</span>
          </p>
          <span className={styles.picks}>
            <button type="button" className={styles.pick} onClick={() => picker.current?.click()}>
              {words.documents.pick}
            </button>
            <button type="button" className={styles.pick} onClick={() => folder.current?.click()}>
              {words.documents.pickFolder}
            </button>
          </span>
          <input
            ref={folder}
            type="file"
            multiple
            hidden
            aria-label={words.documents.pickFolder}
            {...{ webkitdirectory: "" }}
            onChange={(event) => {
              addFiles(pickedFiles(event.target.files ?? []));
              event.target.value = "";
            }}
          />
          <input
            ref={picker}
            type="file"
            multiple
            accept={readable}
            hidden
            onChange={(event) => {
              addFiles(pickedFiles(event.target.files ?? []));
              event.target.value = "";
            }}
          />
        </div>
        <PasteBox pasted={pasted} onChange={setPasted} onSend={sendPasted} />
      </section>
      <Suspense fallback={null}>
        <ProofTray />
      </Suspense>
      <UploadList uploads={uploads} onAgain={again} onClear={clear} />
      <DocumentTable since={since} onAll={showAll} />
    </div>
  );
}
