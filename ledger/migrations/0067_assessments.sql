-- 考核 (assessment): see model/src/records/assessment.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE assessment (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  name         text NOT NULL,
  year         bigint NOT NULL,
  scope        text,
  object       text,
  assessor     text,
  held_on      text,
  held_on_from date,
  held_on_to   date,
  score        numeric,
  full_score   numeric,
  grade        text,
  findings     text,
  note         text,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX assessment_order ON assessment (scope_id, year, id);
CREATE INDEX assessment_search ON assessment USING gin (search_grams);
CREATE INDEX assessment_seq ON assessment (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE assessment_past (
  LIKE assessment,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX assessment_past_seq ON assessment_past (scope_id, seq);
CREATE INDEX assessment_past_until ON assessment_past (scope_id, until_seq);

-- 考核问题整改 (assessment_problem): see model/src/records/assessment-problem.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE assessment_problem (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  assessment   uuid NOT NULL,
  problem      text NOT NULL,
  unit         uuid,
  unit_name    text,
  measures     text,
  due          text COLLATE "C",
  due_from     date,
  due_to       date,
  progress     text,
  task         uuid,
  status       text NOT NULL,
  note         text,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX assessment_problem_order ON assessment_problem (scope_id, due, id);
CREATE INDEX assessment_problem_assessment ON assessment_problem (scope_id, assessment);
CREATE INDEX assessment_problem_unit ON assessment_problem (unit);
CREATE INDEX assessment_problem_task ON assessment_problem (scope_id, task);
CREATE INDEX assessment_problem_search ON assessment_problem USING gin (search_grams);
CREATE INDEX assessment_problem_seq ON assessment_problem (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE assessment_problem_past (
  LIKE assessment_problem,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX assessment_problem_past_seq ON assessment_problem_past (scope_id, seq);
CREATE INDEX assessment_problem_past_until ON assessment_problem_past (scope_id, until_seq);
