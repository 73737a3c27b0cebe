-- 经办—审核: for which ledgers an office wants it; who made what a colleague accepted, in the link itself; and what waits
-- (待审变更, ledger/src/holding/): an internal record of the nil scope, on the same write path and chain as all others.
ALTER TABLE office ADD COLUMN reviewed text[];
ALTER TABLE office_past ADD COLUMN reviewed text[];
ALTER TABLE change ADD COLUMN maker text;
ALTER TABLE change ADD COLUMN maker_name text;

CREATE TABLE held_change (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  search_grams text[] NOT NULL,
  salt         bytea,
  kind         text NOT NULL,
  state        text COLLATE "C" NOT NULL,
  office       uuid NOT NULL,
  scope        uuid NOT NULL,
  records      text[],
  touches      text[],
  maker        text NOT NULL,
  maker_name   text NOT NULL,
  made_at      text NOT NULL,
  checker_name text,
  checked_at   text,
  check_kind   text,
  note         text,
  document     uuid,
  reason       text,
  title        text,
  work         jsonb,
  PRIMARY KEY (scope_id, id)
);
CREATE TABLE held_change_past (LIKE held_change, until_seq bigint NOT NULL, PRIMARY KEY (scope_id, id, seq));
CREATE INDEX held_change_order ON held_change (scope_id, state, id);
CREATE INDEX held_change_office ON held_change (office, state, id);
CREATE INDEX held_change_document ON held_change (document);
CREATE INDEX held_change_scope ON held_change (scope);
CREATE INDEX held_change_touches ON held_change USING gin (touches);
CREATE INDEX held_change_search ON held_change USING gin (search_grams);
CREATE INDEX held_change_seq ON held_change (scope_id, seq);
CREATE INDEX held_change_past_seq ON held_change_past (scope_id, seq);
CREATE INDEX held_change_past_until ON held_change_past (scope_id, until_seq);
