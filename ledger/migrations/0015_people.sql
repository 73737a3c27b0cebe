-- 人员 (person): see model/src/records/person.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE person (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  name         text COLLATE "C" NOT NULL,
  note         text,
  search_grams text[] NOT NULL,
  salt         bytea,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX person_order ON person (scope_id, name, id);
CREATE INDEX person_search ON person USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE person_past (
  LIKE person,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX person_past_until ON person_past (scope_id, until_seq);
