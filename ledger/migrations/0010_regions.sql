-- 行政区划 (region): see model/src/records/region.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE region (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  path         text COLLATE "C" NOT NULL,
  name         text NOT NULL,
  adcode       text,
  level        text,
  parent       uuid,
  is_zone      boolean,
  side         text,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX region_order ON region (scope_id, path, id);
CREATE INDEX region_parent ON region (parent);
CREATE INDEX region_search ON region USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE region_past (
  LIKE region,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX region_past_until ON region_past (scope_id, until_seq);
