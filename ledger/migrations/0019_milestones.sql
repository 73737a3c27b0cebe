-- 项目节点 (milestone): see model/src/records/milestone.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE milestone (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  project      uuid NOT NULL,
  name         text NOT NULL,
  type         text,
  type_printed text,
  date         text COLLATE "C",
  date_from    date,
  date_to      date,
  visit        uuid,
  happening_id uuid,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX milestone_order ON milestone (scope_id, date, id);
CREATE INDEX milestone_project ON milestone (scope_id, project);
CREATE INDEX milestone_visit ON milestone (scope_id, visit);
CREATE INDEX milestone_happening_id ON milestone (happening_id);
CREATE INDEX milestone_search ON milestone USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE milestone_past (
  LIKE milestone,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX milestone_past_until ON milestone_past (scope_id, until_seq);
