-- 项目 (project): see model/src/records/project.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE project (
  scope_id      uuid NOT NULL,
  id            uuid NOT NULL,
  seq           bigint NOT NULL,
  name          text COLLATE "C" NOT NULL,
  place         text,
  region        uuid,
  stage         text,
  stage_printed text,
  search_grams  text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX project_order ON project (scope_id, name, id);
CREATE INDEX project_region ON project (region);
CREATE INDEX project_search ON project USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE project_past (
  LIKE project,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX project_past_until ON project_past (scope_id, until_seq);
