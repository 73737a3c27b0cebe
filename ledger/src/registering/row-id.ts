import { organisationId, pairId, partyId, regionId } from "@shanhai/model";
import type { Values } from "../command.js";

/**
 * The id of a row typed by hand. Regions, parties, pairs and organisations with a credit code have theirs from the code,
 * as every installation must agree on it; any other row takes the id of the command that makes it, so that the same
 * request sent twice makes one row.
 */
export function newRowId(record: string, values: Values, commandId: string): string {
  const text = (field: string) => {
    const value = values[field];
    return typeof value === "string" && value !== "" ? value : null;
  };
  switch (record) {
    case "region":
      return regionId(text("adcode"), text("path") ?? "");
    case "party": {
      const kind = text("kind");
      if (kind !== "region" && kind !== "organisation" && kind !== "group") return commandId;
      return partyId({ kind, code: text("adcode"), name: text("path") ?? "" });
    }
    case "pair":
      return pairId(text("east") ?? "", text("west") ?? "");
    case "organisation": {
      const code = text("credit_code");
      return code === null ? commandId : organisationId(code);
    }
    default:
      return commandId;
  }
}
