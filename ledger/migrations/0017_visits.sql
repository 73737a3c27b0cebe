-- 互访 (visit): see model/src/records/visit.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE visit (
  scope_id        uuid NOT NULL,
  id              uuid NOT NULL,
  seq             bigint NOT NULL,
  happening_id    uuid NOT NULL,
  name            text NOT NULL,
  direction       text,
  visitor         uuid[],
  host            uuid[],
  lead            text,
  start_date      text COLLATE "C",
  start_date_from date,
  start_date_to   date,
  end_date        text,
  end_date_from   date,
  end_date_to     date,
  date_inferred   boolean,
  purpose         text,
  headcount       bigint,
  search_grams    text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX visit_order ON visit (scope_id, start_date, id);
CREATE INDEX visit_happening_id ON visit (happening_id);
CREATE INDEX visit_visitor ON visit USING gin (visitor);
CREATE INDEX visit_host ON visit USING gin (host);
CREATE INDEX visit_search ON visit USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE visit_past (
  LIKE visit,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX visit_past_until ON visit_past (scope_id, until_seq);
