-- 日历订阅: the secret address under which a calendar program, which cannot sign in, fetches one account's due days. One for an
-- account; the address itself is kept nowhere, only its hash. It is no row of the ledger: it belongs to no chain.
CREATE TABLE calendar_feed (
  account    uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  -- The post it speaks for; null: the first account's own.
  membership uuid,
  token_hash bytea NOT NULL UNIQUE,
  made_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  read_at    timestamptz
);
