-- 领导批示 (instruction): see model/src/records/instruction.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE instruction (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  text         text NOT NULL,
  leader       uuid,
  leader_name  text NOT NULL,
  "on"         text COLLATE "C",
  on_from      date,
  on_to        date,
  document     text,
  doc_no       text,
  side         text NOT NULL,
  note         text,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX instruction_order ON instruction (scope_id, "on", id);
CREATE INDEX instruction_leader ON instruction (leader);
CREATE INDEX instruction_search ON instruction USING gin (search_grams);
CREATE INDEX instruction_seq ON instruction (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE instruction_past (
  LIKE instruction,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX instruction_past_seq ON instruction_past (scope_id, seq);
CREATE INDEX instruction_past_until ON instruction_past (scope_id, until_seq);
