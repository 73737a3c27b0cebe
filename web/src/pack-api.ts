import type { PackState } from "@shanhai/server";
import { call } from "./api.js";
import type { BoardAsked } from "./indicator-api.js";

/** 佐证材料包: one function a route. */
export const packApi = {
  prepare: (
    { scope, party, region, year, month, line, as_of }: BoardAsked,
    codes: readonly string[],
    plainNumbers: boolean,
  ): Promise<PackState> =>
    call<PackState>("POST", "/api/packs", {
      ...(scope === undefined ? {} : { scope }),
      ...(party === undefined ? {} : { party }),
      ...(region === undefined ? {} : { region }),
      ...(as_of === undefined ? {} : { asOf: as_of }),
      ...{ year, month, line, codes, plainNumbers },
    }),
  state: (id: string) => call<PackState>("GET", `/api/packs/${id}`),
  cancel: (id: string) => call<PackState>("POST", `/api/packs/${id}/cancel`),
};

/** Hands the pack to the browser's own downloads, which write it to the disk as it comes. */
export function fetchPack({ id, name }: PackState): void {
  const link = document.createElement("a");
  link.href = `/api/packs/${id}/pack.zip`;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
