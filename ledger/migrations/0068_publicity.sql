-- 宣传报道 (publicity): see model/src/records/publicity.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE publicity (
  scope_id          uuid NOT NULL,
  id                uuid NOT NULL,
  seq               bigint NOT NULL,
  title             text NOT NULL,
  medium            text,
  level             text,
  published_on      text COLLATE "C",
  published_on_from date,
  published_on_to   date,
  link              text,
  author            text,
  adopted_by        text,
  withdrawn_on      text,
  withdrawn_on_from date,
  withdrawn_on_to   date,
  subject           text,
  note              text,
  search_grams      text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX publicity_order ON publicity (scope_id, published_on, id);
CREATE INDEX publicity_search ON publicity USING gin (search_grams);
CREATE INDEX publicity_seq ON publicity (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE publicity_past (
  LIKE publicity,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX publicity_past_seq ON publicity_past (scope_id, seq);
CREATE INDEX publicity_past_until ON publicity_past (scope_id, until_seq);
