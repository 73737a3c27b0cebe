-- 结对关系 (pairing): see model/src/records/pairing.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE pairing (
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

CREATE INDEX pairing_order ON pairing (scope_id, label, id);
CREATE INDEX pairing_east ON pairing (east);
CREATE INDEX pairing_west ON pairing (west);
CREATE INDEX pairing_party_group ON pairing (party_group);
CREATE INDEX pairing_search ON pairing USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE pairing_past (
  LIKE pairing,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX pairing_past_until ON pairing_past (scope_id, until_seq);
