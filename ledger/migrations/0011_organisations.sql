-- 单位 (organisation): see model/src/records/organisation.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE organisation (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  name         text COLLATE "C" NOT NULL,
  type         text,
  credit_code  text,
  former_names text[],
  place        text,
  region       uuid,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX organisation_order ON organisation (scope_id, name, id);
CREATE INDEX organisation_region ON organisation (region);
CREATE INDEX organisation_search ON organisation USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE organisation_past (
  LIKE organisation,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX organisation_past_until ON organisation_past (scope_id, until_seq);
