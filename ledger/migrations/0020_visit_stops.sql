-- 点位 (stop): see model/src/records/visit-stop.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE visit_stop (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  visit        uuid NOT NULL,
  position     bigint NOT NULL,
  name         text NOT NULL,
  type         text,
  project      uuid,
  place        text,
  region       uuid,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX visit_stop_order ON visit_stop (scope_id, position, id);
CREATE INDEX visit_stop_visit ON visit_stop (scope_id, visit);
CREATE INDEX visit_stop_project ON visit_stop (scope_id, project);
CREATE INDEX visit_stop_region ON visit_stop (region);
CREATE INDEX visit_stop_search ON visit_stop USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE visit_stop_past (
  LIKE visit_stop,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX visit_stop_past_until ON visit_stop_past (scope_id, until_seq);
