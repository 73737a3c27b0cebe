-- 结对规模 (roster count): see model/src/records/roster-count.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE roster_count (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  name         text NOT NULL,
  east         jsonb NOT NULL,
  west         jsonb NOT NULL,
  counted      text,
  as_of        text COLLATE "C",
  as_of_from   date,
  as_of_to     date,
  regions      text[],
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX roster_count_order ON roster_count (scope_id, as_of, id);
CREATE INDEX roster_count_search ON roster_count USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE roster_count_past (
  LIKE roster_count,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX roster_count_past_until ON roster_count_past (scope_id, until_seq);
