-- 督办事项 (task): see model/src/records/task.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE task (
  scope_id           uuid NOT NULL,
  id                 uuid NOT NULL,
  seq                bigint NOT NULL,
  title              text NOT NULL,
  item_no            text,
  origin             text NOT NULL,
  statement          uuid,
  instruction        uuid,
  agreement          uuid,
  parent             uuid,
  plan               uuid,
  project            uuid,
  side               text NOT NULL,
  owner              uuid,
  owner_name         text,
  co_owners          text[],
  responsible        text,
  due                text COLLATE "C",
  due_from           date,
  due_to             date,
  quantity           numeric,
  unit               text,
  status             text NOT NULL,
  assigned_on        text,
  assigned_on_from   date,
  assigned_on_to     date,
  urged_on           text,
  urged_on_from      date,
  urged_on_to        date,
  reported_on        text,
  reported_on_from   date,
  reported_on_to     date,
  done_on            text,
  done_on_from       date,
  done_on_to         date,
  closed_on          text,
  closed_on_from     date,
  closed_on_to       date,
  lag_cause          text,
  needs_coordination boolean,
  coordination       text,
  progress           text,
  note               text,
  search_grams       text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX task_order ON task (scope_id, due, id);
CREATE INDEX task_statement ON task (scope_id, statement);
CREATE INDEX task_instruction ON task (scope_id, instruction);
CREATE INDEX task_agreement ON task (scope_id, agreement);
CREATE INDEX task_parent ON task (scope_id, parent);
CREATE INDEX task_plan ON task (scope_id, plan);
CREATE INDEX task_project ON task (scope_id, project);
CREATE INDEX task_owner ON task (owner);
CREATE INDEX task_search ON task USING gin (search_grams);
CREATE INDEX task_seq ON task (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE task_past (
  LIKE task,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX task_past_seq ON task_past (scope_id, seq);
CREATE INDEX task_past_until ON task_past (scope_id, until_seq);

-- 任务责任单位 (task_unit): see model/src/records/task-unit.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE task_unit (
  scope_id         uuid NOT NULL,
  id               uuid NOT NULL,
  seq              bigint NOT NULL,
  task             uuid NOT NULL,
  organisation     uuid,
  name             text COLLATE "C" NOT NULL,
  lead             boolean,
  status           text NOT NULL,
  reported_on      text,
  reported_on_from date,
  reported_on_to   date,
  progress         text,
  lag_cause        text,
  note             text,
  search_grams     text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX task_unit_order ON task_unit (scope_id, name, id);
CREATE INDEX task_unit_task ON task_unit (scope_id, task);
CREATE INDEX task_unit_organisation ON task_unit (organisation);
CREATE INDEX task_unit_search ON task_unit USING gin (search_grams);
CREATE INDEX task_unit_seq ON task_unit (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE task_unit_past (
  LIKE task_unit,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX task_unit_past_seq ON task_unit_past (scope_id, seq);
CREATE INDEX task_unit_past_until ON task_unit_past (scope_id, until_seq);
