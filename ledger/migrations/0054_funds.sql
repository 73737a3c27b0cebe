-- 资金来源 (fund_source): see model/src/records/fund-source.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE fund_source (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  giver        uuid,
  giver_name   text NOT NULL,
  giver_level  text NOT NULL,
  kind         text NOT NULL,
  local_name   text,
  year         bigint NOT NULL,
  amount       bigint,
  approx       boolean,
  regions      text[],
  doc_no       text,
  note         text,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX fund_source_order ON fund_source (scope_id, year, id);
CREATE INDEX fund_source_giver ON fund_source (giver);
CREATE INDEX fund_source_search ON fund_source USING gin (search_grams);
CREATE INDEX fund_source_seq ON fund_source (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE fund_source_past (
  LIKE fund_source,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX fund_source_past_seq ON fund_source_past (scope_id, seq);
CREATE INDEX fund_source_past_until ON fund_source_past (scope_id, until_seq);

-- 资金流转 (fund_tranche): see model/src/records/fund-tranche.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE fund_tranche (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  source       uuid NOT NULL,
  step         text NOT NULL,
  "on"         text COLLATE "C",
  on_from      date,
  on_to        date,
  amount       bigint NOT NULL,
  doc_no       text,
  subject      text,
  project      uuid,
  approved_by  text,
  note         text,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX fund_tranche_order ON fund_tranche (scope_id, "on", id);
CREATE INDEX fund_tranche_source ON fund_tranche (scope_id, source);
CREATE INDEX fund_tranche_project ON fund_tranche (scope_id, project);
CREATE INDEX fund_tranche_search ON fund_tranche USING gin (search_grams);
CREATE INDEX fund_tranche_seq ON fund_tranche (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE fund_tranche_past (
  LIKE fund_tranche,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX fund_tranche_past_seq ON fund_tranche_past (scope_id, seq);
CREATE INDEX fund_tranche_past_until ON fund_tranche_past (scope_id, until_seq);
