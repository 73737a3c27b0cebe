import type { SessionView } from "@shanhai/server";
import { Button, Result } from "antd";
import { useNavigate } from "react-router";
import { useWords } from "../language.js";
import { postName } from "../session.js";
import { useSwitchPost } from "../switch-post.js";

/** A page that the post acted in does not open: which post that is, which others one has, whom to ask. */
export function NoPermission({ session }: { readonly session: SessionView }) {
  const words = useWords();
  const { noPermission } = words.settings;
  const navigate = useNavigate();
  const switchPost = useSwitchPost();
  const others = session.posts.filter(({ membership }) => membership !== session.membership);
  const unassigned = session.role === "unassigned";
  return (
    <Result
      status="warning"
      title={noPermission.title}
      subTitle={
        <>
          {noPermission.as(postName(words, session))}
          <br />
          {unassigned ? noPermission.unassigned : noPermission.ask}
        </>
      }
      extra={
        <>
          {others.length > 0 && <p>{noPermission.switchPost}</p>}
          {others.map((post) => (
            <Button key={post.membership ?? "own"} onClick={() => switchPost(post.membership)}>
              {postName(words, post)}
            </Button>
          ))}
          <Button type="link" onClick={() => navigate("/settings")}>
            {noPermission.home}
          </Button>
        </>
      }
    />
  );
}
