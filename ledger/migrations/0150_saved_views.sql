-- 台账视图: how a person looks at a list, under a name of his own, and with the office where he gives it to his colleagues.
-- What is looked at is no row of the ledger: it belongs to no chain.
CREATE TABLE saved_view (
  id         uuid PRIMARY KEY,
  account    uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  -- Null: his own; else the office whose people see it.
  office     uuid,
  record     text NOT NULL COLLATE "C",
  name       text NOT NULL,
  -- The part of the list's address that says columns, conditions, order and groups.
  address    text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (account, record, name)
);

CREATE INDEX saved_view_office ON saved_view (office, record);
