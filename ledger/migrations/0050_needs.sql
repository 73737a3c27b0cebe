-- 需求 (need): see model/src/records/need.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE need (
  scope_id       uuid NOT NULL,
  id             uuid NOT NULL,
  seq            bigint NOT NULL,
  text           text NOT NULL,
  side           text NOT NULL,
  field          text,
  raised_on      text COLLATE "C",
  raised_on_from date,
  raised_on_to   date,
  raised_by      text,
  quantity       numeric,
  unit           text,
  status         text NOT NULL,
  statement      uuid,
  note           text,
  search_grams   text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX need_order ON need (scope_id, raised_on, id);
CREATE INDEX need_statement ON need (scope_id, statement);
CREATE INDEX need_search ON need USING gin (search_grams);
CREATE INDEX need_seq ON need (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE need_past (
  LIKE need,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX need_past_seq ON need_past (scope_id, seq);
CREATE INDEX need_past_until ON need_past (scope_id, until_seq);

-- 需求答复 (need_answer): see model/src/records/need-answer.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE need_answer (
  scope_id         uuid NOT NULL,
  id               uuid NOT NULL,
  seq              bigint NOT NULL,
  need             uuid NOT NULL,
  text             text NOT NULL,
  statement        uuid,
  task             uuid,
  project          uuid,
  answered_on      text COLLATE "C",
  answered_on_from date,
  answered_on_to   date,
  answered_by      text,
  note             text,
  search_grams     text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX need_answer_order ON need_answer (scope_id, answered_on, id);
CREATE INDEX need_answer_need ON need_answer (scope_id, need);
CREATE INDEX need_answer_statement ON need_answer (scope_id, statement);
CREATE INDEX need_answer_task ON need_answer (scope_id, task);
CREATE INDEX need_answer_project ON need_answer (scope_id, project);
CREATE INDEX need_answer_search ON need_answer USING gin (search_grams);
CREATE INDEX need_answer_seq ON need_answer (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE need_answer_past (
  LIKE need_answer,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX need_answer_past_seq ON need_answer_past (scope_id, seq);
CREATE INDEX need_answer_past_until ON need_answer_past (scope_id, until_seq);
