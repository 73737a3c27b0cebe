import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Popconfirm } from "antd";
import { accountsApi } from "../accounts-api.js";
import { useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { ProblemNotice } from "./ProblemNotice.js";

/** An address that only programs on this machine reach. */
const LOOPBACK = /^(?:localhost|127\.|\[::1\])/;

/** 日历订阅: the own secret address for calendars, made, shown once, revoked. */
export function FeedPanel() {
  const words = useWords();
  const { feed } = words.settings;
  const notices = useNotices();
  const client = useQueryClient();
  const key = ["calendar-feed"];
  const state = useQuery({ queryKey: key, queryFn: accountsApi.calendarFeed });
  const renew = () => client.invalidateQueries({ queryKey: key });
  const open = useMutation({ mutationFn: accountsApi.openCalendarFeed, onSuccess: renew });
  const close = useMutation({
    mutationFn: accountsApi.closeCalendarFeed,
    onSuccess: () => {
      open.reset();
      return renew();
    },
  });
  const kept = state.data?.feed ?? null;
  const address = open.data === undefined ? null : `${window.location.origin}${open.data.path}`;
  const error = state.error ?? open.error ?? close.error;
  return (
    <>
      <h2>{feed.title}</h2>
      <p>{feed.lead}</p>
      {error !== null && <ProblemNotice error={error} />}
      {state.data !== undefined && (
        <p>{kept === null ? feed.none : `${feed.made(kept.made_at, kept.office ?? "")}　${feed.read(kept.read_at)}`}</p>
      )}
      {address !== null && (
        <div aria-live="polite">
          <p>{feed.once}</p>
          {LOOPBACK.test(window.location.hostname) && <p>{feed.local}</p>}
          <Input.Search
            readOnly
            style={{ maxWidth: 720 }}
            aria-label={feed.title}
            value={address}
            enterButton={feed.copy}
            onSearch={async () => {
              await navigator.clipboard.writeText(address);
              notices.success(feed.copied);
            }}
          />
        </div>
      )}
      <p>
        {kept === null ? (
          <Button loading={open.isPending} onClick={() => open.mutate()}>
            {feed.open}
          </Button>
        ) : (
          <>
            <Popconfirm
              placement="topLeft"
              title={feed.againSure}
              okText={feed.again}
              cancelText={words.state.cancel}
              onConfirm={() => open.mutate()}
            >
              <Button loading={open.isPending}>{feed.again}</Button>
            </Popconfirm>{" "}
            <Popconfirm
              placement="topLeft"
              title={feed.closeSure}
              okText={feed.close}
              cancelText={words.state.cancel}
              onConfirm={() => close.mutate()}
            >
              <Button danger loading={close.isPending}>
                {feed.close}
              </Button>
            </Popconfirm>
          </>
        )}
      </p>
    </>
  );
}
