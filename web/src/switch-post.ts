import { useCallback } from "react";
import { accountsApi } from "./accounts-api.js";
import { ApiProblem } from "./api.js";
import { useLanguage } from "./language.js";
import { useNotices } from "./notices.js";
import { queries } from "./queries.js";

/** Acts in another of one's posts: every answer is asked for anew, as another post sees other rows. */
export function useSwitchPost(): (membership: string | null) => Promise<void> {
  const message = useNotices();
  const { language } = useLanguage();
  return useCallback(
    async (membership) => {
      try {
        const session = await accountsApi.switchPost(membership);
        // What the other post saw is no longer one's own to see: gone before anything is drawn again.
        queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
        queries.setQueryData(["session"], session);
      } catch (error) {
        if (error instanceof ApiProblem) message.warning(language === "zh" ? error.problem.title : error.problem.en);
        queries.invalidateQueries({ queryKey: ["session"] });
      }
    },
    [message, language],
  );
}
