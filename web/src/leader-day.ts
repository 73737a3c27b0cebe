import { useSearchParams } from "react-router";

/** The past day (历史时点) that 总览, 结对关系 and 一页纸 are looked at as of; nothing: as they stand. */
export function useLeaderDay(): { readonly as_of?: string } {
  const day = useSearchParams()[0].get("as_of");
  return day === null || day === "" ? {} : { as_of: day };
}
