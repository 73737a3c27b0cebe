-- 结对双方 (pair): see model/src/records/pair.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE pair (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  label        text COLLATE "C" NOT NULL,
  east         uuid NOT NULL,
  west         uuid NOT NULL,
  east_type    text,
  west_type    text,
  party_group  uuid,
  since        jsonb,
  began        text,
  began_from   date,
  began_to     date,
  until        text,
  until_from   date,
  until_to     date,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX pair_order ON pair (scope_id, label, id);
CREATE INDEX pair_east ON pair (east);
CREATE INDEX pair_west ON pair (west);
CREATE INDEX pair_party_group ON pair (party_group);
CREATE INDEX pair_search ON pair USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE pair_past (
  LIKE pair,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX pair_past_until ON pair_past (scope_id, until_seq);
