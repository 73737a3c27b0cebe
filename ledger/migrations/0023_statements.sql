-- 表态 (statement): see model/src/records/statement.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE statement (
  scope_id      uuid NOT NULL,
  id            uuid NOT NULL,
  seq           bigint NOT NULL,
  text          text NOT NULL,
  act           text NOT NULL,
  grade         text NOT NULL,
  side          text,
  speaker       text,
  said_on       text COLLATE "C",
  said_on_from  date,
  said_on_to    date,
  meeting       uuid,
  visit         uuid,
  fields        text[],
  owners        jsonb,
  quantity      numeric,
  quantity_unit text,
  due           text,
  due_from      date,
  due_to        date,
  answers       uuid[],
  regions       text[],
  state         text NOT NULL,
  search_grams  text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX statement_order ON statement (scope_id, said_on, id);
CREATE INDEX statement_meeting ON statement (scope_id, meeting);
CREATE INDEX statement_visit ON statement (scope_id, visit);
CREATE INDEX statement_answers ON statement USING gin (answers);
CREATE INDEX statement_search ON statement USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE statement_past (
  LIKE statement,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX statement_past_until ON statement_past (scope_id, until_seq);
