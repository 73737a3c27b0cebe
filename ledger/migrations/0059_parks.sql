-- 园区 (park): see model/src/records/park.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE park (
  scope_id            uuid NOT NULL,
  id                  uuid NOT NULL,
  seq                 bigint NOT NULL,
  name                text COLLATE "C" NOT NULL,
  type                text,
  place               text,
  region              uuid,
  area                numeric,
  co_built_since      text,
  co_built_since_from date,
  co_built_since_to   date,
  agreement           uuid,
  approval_no         text,
  firms               bigint,
  invested            bigint,
  jobs                bigint,
  relieved_jobs       bigint,
  note                text,
  search_grams        text[] NOT NULL,
  sort_key            text COLLATE "C" NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX park_order ON park (scope_id, sort_key, id);
CREATE INDEX park_region ON park (region);
CREATE INDEX park_agreement ON park (scope_id, agreement);
CREATE INDEX park_search ON park USING gin (search_grams);
CREATE INDEX park_seq ON park (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE park_past (
  LIKE park,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX park_past_seq ON park_past (scope_id, seq);
CREATE INDEX park_past_until ON park_past (scope_id, until_seq);
