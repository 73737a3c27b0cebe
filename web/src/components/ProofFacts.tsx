import type { RecordDefinition } from "@shanhai/model";
import type { ProofFile } from "@shanhai/server";
import { fileSize } from "../format.js";
import { useText, useWords } from "../language.js";

interface Props {
  readonly file: ProofFile;
  /** Of the row that it proves. */
  readonly definition: RecordDefinition | undefined;
  /** The row, where the list is not about one. */
  readonly of?: string;
}

/** What a file proves, its two days (形成、收集), its size and what is noted of it, in one line. */
export function ProofFacts({ file, definition, of }: Props) {
  const { ledger } = useWords();
  const text = useText();
  const field = definition?.fields.find(({ key }) => key === file.field);
  const facts = [
    of,
    field === undefined ? ledger.proofs.whole : text(field),
    `${ledger.proofs.formed} ${file.formed ?? ledger.notFilled}`,
    `${ledger.proofs.collected} ${file.collected ?? ledger.notFilled}`,
    fileSize(file.size),
    file.mark,
    file.note,
  ];
  return <small>{facts.filter(Boolean).join(" · ")}</small>;
}
