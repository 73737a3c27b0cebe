import { useCallback } from "react";
import { accountsApi } from "./accounts-api.js";
import { ApiProblem } from "./api.js";
import { useLanguage } from "./language.js";
import { useNotices } from "./notices.js";
import { queries } from "./queries.js";

const ofThePost = ({ queryKey }: { readonly queryKey: readonly unknown[] }) => queryKey[0] !== "session";

/**
 * Acts in another of one's posts. The page stays as it is, with what was typed; every answer on it is asked for anew, as
 * another post sees other rows, and what it may not see is gone.
 */
export function useSwitchPost(): (membership: string | null) => Promise<void> {
  const message = useNotices();
  const { language } = useLanguage();
  return useCallback(
    async (membership) => {
      try {
        const session = await accountsApi.switchPost(membership);
        queries.removeQueries({ predicate: ofThePost, type: "inactive" });
        queries.setQueryData(["session"], session);
        await queries.invalidateQueries({ predicate: ofThePost });
        for (const query of queries.getQueryCache().findAll({ predicate: ofThePost, type: "active" }))
          if (query.state.status === "error") query.setState({ data: undefined });
      } catch (error) {
        if (error instanceof ApiProblem) message.warning(language === "zh" ? error.problem.title : error.problem.en);
        queries.invalidateQueries({ queryKey: ["session"] });
      }
    },
    [message, language],
  );
}
