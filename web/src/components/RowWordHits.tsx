import type { RecordDefinition } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { Alert } from "antd";
import { useScopePlaces } from "../scope-places.js";
import { useWordHits } from "../word-hits.js";

/** Above a row: what its texts hold of the negative list, however they came in. */
export function RowWordHits({ row, definition }: { readonly row: Row; readonly definition: RecordDefinition }) {
  const hits = useWordHits(definition, row.values, useScopePlaces(definition)(row.scope_id));
  const [first] = hits;
  if (first === undefined) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={first.says}
      description={
        hits.length === 1 ? undefined : hits.slice(1).map(({ field, says }) => <div key={field + says}>{says}</div>)
      }
    />
  );
}
