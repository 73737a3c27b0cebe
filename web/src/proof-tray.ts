import { proofName } from "@shanhai/model";
import { useEffect, useState } from "react";
import type { RowPlace } from "./api.js";
import { withKept } from "./kept-files.js";
import { photoFacts } from "./photo-facts.js";

import { freshCommandId } from "./undo.js";

/** A file that was brought in and waits for a person to say what it proves. It lies in this browser until then. */
export interface TrayFile {
  /** Also the command's id once it is filed: filed twice, kept once. */
  readonly id: string;
  readonly path: string;
  readonly file: Blob;
  /** From the camera, else from the name; a person corrects it. */
  readonly day: string;
  readonly place: string | null;
  /** What the name says, to look the row up by. */
  readonly words: string;
  readonly row: (RowPlace & { readonly title: string }) | null;
}

const told = new EventTarget();
const changed = () => told.dispatchEvent(new Event("change"));

/** Puts files into the tray, with what their names, folders and cameras say. */
export async function putInTray(files: readonly { readonly path: string; readonly file: File }[]): Promise<void> {
  for (const { path, file } of files) {
    const { day, place } = photoFacts(new Uint8Array(await file.slice(0, 131_072).arrayBuffer()));
    const named = proofName(path);
    const folder = path.split("/").at(-2) ?? "";
    const kept: TrayFile = {
      ...{ id: freshCommandId(), path, file, place, row: null },
      day: day ?? named.day ?? "",
      words: named.words === "" ? proofName(folder).words : named.words,
    };
    await withKept("tray", "readwrite", (tray) => tray.put(kept, kept.id));
  }
  changed();
}

export async function changeInTray(file: TrayFile): Promise<void> {
  await withKept("tray", "readwrite", (tray) => tray.put(file, file.id));
  changed();
}

export async function takeFromTray({ id }: TrayFile): Promise<void> {
  await withKept("tray", "readwrite", (tray) => tray.delete(id));
  changed();
}

const none: readonly TrayFile[] = [];

/** What lies in the tray, in the order of its paths. */
export function useTray(): readonly TrayFile[] {
  const [files, setFiles] = useState(none);
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const all = (await withKept("tray", "readonly", (tray) => tray.getAll()).catch(() => [])) as TrayFile[];
      if (!gone) setFiles([...all].sort((a, b) => (a.path < b.path ? -1 : 1)));
    };
    look();
    told.addEventListener("change", look);
    return () => {
      gone = true;
      told.removeEventListener("change", look);
    };
  }, []);
  return files;
}
