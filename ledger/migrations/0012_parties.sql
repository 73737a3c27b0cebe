-- 协作主体 (party): see model/src/records/party.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE party (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  path         text COLLATE "C" NOT NULL,
  name         text NOT NULL,
  kind         text NOT NULL,
  adcode       text,
  side         text,
  region       uuid,
  organisation uuid,
  members      jsonb,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX party_order ON party (scope_id, path, id);
CREATE INDEX party_region ON party (region);
CREATE INDEX party_organisation ON party (organisation);
CREATE INDEX party_search ON party USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE party_past (
  LIKE party,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX party_past_until ON party_past (scope_id, until_seq);
