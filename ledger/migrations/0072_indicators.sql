-- 指标目标 (indicator_target): see model/src/records/indicator-target.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE indicator_target (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  indicator    text NOT NULL,
  year         bigint NOT NULL,
  target       numeric NOT NULL,
  unit         text NOT NULL,
  agreement    uuid,
  printed      text,
  note         text,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX indicator_target_order ON indicator_target (scope_id, year, id);
CREATE INDEX indicator_target_agreement ON indicator_target (scope_id, agreement);
CREATE INDEX indicator_target_search ON indicator_target USING gin (search_grams);
CREATE INDEX indicator_target_seq ON indicator_target (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE indicator_target_past (
  LIKE indicator_target,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX indicator_target_past_seq ON indicator_target_past (scope_id, seq);
CREATE INDEX indicator_target_past_until ON indicator_target_past (scope_id, until_seq);

-- 指标数 (indicator_value): see model/src/records/indicator-value.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE indicator_value (
  scope_id      uuid NOT NULL,
  id            uuid NOT NULL,
  seq           bigint NOT NULL,
  indicator     text NOT NULL,
  year          bigint NOT NULL,
  month         bigint NOT NULL,
  kind          text NOT NULL,
  this_month    numeric,
  to_date       numeric,
  unit          text,
  line          text,
  submitted_to  text,
  cut_off       text,
  cut_off_from  date,
  cut_off_to    date,
  reporter      text,
  reporter_unit text,
  reviewer      text,
  state         text NOT NULL,
  note          text,
  search_grams  text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX indicator_value_order ON indicator_value (scope_id, year, id);
CREATE INDEX indicator_value_search ON indicator_value USING gin (search_grams);
CREATE INDEX indicator_value_seq ON indicator_value (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE indicator_value_past (
  LIKE indicator_value,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX indicator_value_past_seq ON indicator_value_past (scope_id, seq);
CREATE INDEX indicator_value_past_until ON indicator_value_past (scope_id, until_seq);
