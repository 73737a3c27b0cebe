-- 规划计划 (plan): see model/src/records/plan.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE plan (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  name         text COLLATE "C" NOT NULL,
  tier         text,
  year         bigint,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX plan_order ON plan (scope_id, name, id);
CREATE INDEX plan_search ON plan USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE plan_past (
  LIKE plan,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX plan_past_until ON plan_past (scope_id, until_seq);
