-- 项目进度 (project_progress): see model/src/records/project-progress.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE project_progress (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  project      uuid NOT NULL,
  as_of        text COLLATE "C" NOT NULL,
  as_of_from   date,
  as_of_to     date,
  percent      numeric,
  text         text,
  problems     text,
  reporter     text,
  place        text,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX project_progress_order ON project_progress (scope_id, as_of, id);
CREATE INDEX project_progress_project ON project_progress (scope_id, project);
CREATE INDEX project_progress_search ON project_progress USING gin (search_grams);
CREATE INDEX project_progress_seq ON project_progress (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE project_progress_past (
  LIKE project_progress,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX project_progress_past_seq ON project_progress_past (scope_id, seq);
CREATE INDEX project_progress_past_until ON project_progress_past (scope_id, until_seq);
