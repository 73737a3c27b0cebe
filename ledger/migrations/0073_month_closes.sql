-- 封账 (month_close): see model/src/records/month-close.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE month_close (
  scope_id       uuid NOT NULL,
  id             uuid NOT NULL,
  seq            bigint NOT NULL,
  year           bigint NOT NULL,
  month          bigint NOT NULL,
  line           text,
  version        bigint NOT NULL,
  state          text NOT NULL,
  stamped_file   text,
  closed_on      text,
  closed_on_from date,
  closed_on_to   date,
  closed_by      text,
  submitted_to   text,
  figures        jsonb,
  note           text,
  search_grams   text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX month_close_order ON month_close (scope_id, year, id);
CREATE INDEX month_close_search ON month_close USING gin (search_grams);
CREATE INDEX month_close_seq ON month_close (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE month_close_past (
  LIKE month_close,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX month_close_past_seq ON month_close_past (scope_id, seq);
CREATE INDEX month_close_past_until ON month_close_past (scope_id, until_seq);
