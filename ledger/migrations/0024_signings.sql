-- 签约 (signing): see model/src/records/signing.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE signing (
  scope_id        uuid NOT NULL,
  id              uuid NOT NULL,
  seq             bigint NOT NULL,
  happening_id    uuid NOT NULL,
  name            text NOT NULL,
  object          text,
  firm            text,
  amount          bigint,
  start_date      text COLLATE "C",
  start_date_from date,
  start_date_to   date,
  end_date        text,
  end_date_from   date,
  end_date_to     date,
  date_inferred   boolean,
  place           text,
  parties         uuid[],
  visit           uuid,
  search_grams    text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX signing_order ON signing (scope_id, start_date, id);
CREATE INDEX signing_happening_id ON signing (happening_id);
CREATE INDEX signing_parties ON signing USING gin (parties);
CREATE INDEX signing_visit ON signing (scope_id, visit);
CREATE INDEX signing_search ON signing USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE signing_past (
  LIKE signing,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX signing_past_until ON signing_past (scope_id, until_seq);
