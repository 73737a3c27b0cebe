-- 指标口径 (indicator_rule): what an office has set for an indicator from a year on; see ledger/src/defining/definition-records.ts.
CREATE TABLE indicator_rule (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  indicator    text NOT NULL,
  from_year    bigint NOT NULL,
  start_years  bigint NOT NULL,
  start_day    text NOT NULL,
  end_years    bigint NOT NULL,
  end_day      text NOT NULL,
  cut_off      text,
  unit         text NOT NULL,
  measure      text,
  rule_zh      text NOT NULL,
  rule_en      text NOT NULL,
  evidence_zh  text NOT NULL,
  evidence_en  text NOT NULL,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX indicator_rule_order ON indicator_rule (scope_id, from_year, id);
CREATE INDEX indicator_rule_search ON indicator_rule USING gin (search_grams);
CREATE INDEX indicator_rule_seq ON indicator_rule (scope_id, seq);

CREATE TABLE indicator_rule_past (
  LIKE indicator_rule,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX indicator_rule_past_seq ON indicator_rule_past (scope_id, seq);
CREATE INDEX indicator_rule_past_until ON indicator_rule_past (scope_id, until_seq);

-- 序时参数 (pace_rule): points behind that are still yellow, months before the end that are 临期, from a year on.
CREATE TABLE pace_rule (
  scope_id      uuid NOT NULL,
  id            uuid NOT NULL,
  seq           bigint NOT NULL,
  from_year     bigint NOT NULL,
  yellow_points numeric NOT NULL,
  soon_months   bigint NOT NULL,
  search_grams  text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX pace_rule_order ON pace_rule (scope_id, from_year, id);
CREATE INDEX pace_rule_search ON pace_rule USING gin (search_grams);
CREATE INDEX pace_rule_seq ON pace_rule (scope_id, seq);

CREATE TABLE pace_rule_past (
  LIKE pace_rule,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX pace_rule_past_seq ON pace_rule_past (scope_id, seq);
CREATE INDEX pace_rule_past_until ON pace_rule_past (scope_id, until_seq);

-- The window of each indicator in each year, laid out from the definitions and what offices set; made from them.
CREATE TABLE indicator_window (
  code    text NOT NULL COLLATE "C",
  year    integer NOT NULL,
  first   date NOT NULL,
  last    date NOT NULL,
  measure text NOT NULL,
  PRIMARY KEY (code, year)
);

-- The rules of counting that the roll-ups were made by, now per query: only what changed is counted anew.
DROP TABLE rollup_rules;
CREATE TABLE rollup_rules (
  query  text PRIMARY KEY,
  digest text NOT NULL
);
