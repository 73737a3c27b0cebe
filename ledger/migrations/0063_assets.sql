-- 资产 (asset): see model/src/records/asset.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE asset (
  scope_id           uuid NOT NULL,
  id                 uuid NOT NULL,
  seq                bigint NOT NULL,
  name               text NOT NULL,
  asset_no           text,
  project            uuid,
  class              text,
  quantity           numeric,
  unit               text,
  original_value     bigint,
  year               bigint,
  owner_level        text,
  owner              text,
  operator           text,
  custodian          text,
  income             bigint,
  status             text NOT NULL,
  registered_on      text,
  registered_on_from date,
  registered_on_to   date,
  note               text,
  search_grams       text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX asset_order ON asset (scope_id, year, id);
CREATE INDEX asset_project ON asset (scope_id, project);
CREATE INDEX asset_search ON asset USING gin (search_grams);
CREATE INDEX asset_seq ON asset (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE asset_past (
  LIKE asset,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX asset_past_seq ON asset_past (scope_id, seq);
CREATE INDEX asset_past_until ON asset_past (scope_id, until_seq);
