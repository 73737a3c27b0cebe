-- 展销招聘活动 (fair): see model/src/records/fair.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE fair (
  scope_id        uuid NOT NULL,
  id              uuid NOT NULL,
  seq             bigint NOT NULL,
  happening_id    uuid NOT NULL,
  name            text NOT NULL,
  type            text,
  object          text,
  parties         uuid[],
  start_date      text COLLATE "C",
  start_date_from date,
  start_date_to   date,
  end_date        text,
  end_date_from   date,
  end_date_to     date,
  date_inferred   boolean,
  place           text,
  visit           uuid,
  search_grams    text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX fair_order ON fair (scope_id, start_date, id);
CREATE INDEX fair_happening_id ON fair (happening_id);
CREATE INDEX fair_parties ON fair USING gin (parties);
CREATE INDEX fair_visit ON fair (scope_id, visit);
CREATE INDEX fair_search ON fair USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE fair_past (
  LIKE fair,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX fair_past_until ON fair_past (scope_id, until_seq);
