-- 工作交接 (handover): see model/src/records/handover.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE handover (
  scope_id       uuid NOT NULL,
  id             uuid NOT NULL,
  seq            bigint NOT NULL,
  title          text NOT NULL,
  giver_name     text,
  taker_name     text,
  witness        text,
  handed_on      text COLLATE "C",
  handed_on_from date,
  handed_on_to   date,
  open_items     jsonb,
  materials      text,
  status         text NOT NULL,
  note           text,
  search_grams   text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX handover_order ON handover (scope_id, handed_on, id);
CREATE INDEX handover_search ON handover USING gin (search_grams);
CREATE INDEX handover_seq ON handover (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE handover_past (
  LIKE handover,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX handover_past_seq ON handover_past (scope_id, seq);
CREATE INDEX handover_past_until ON handover_past (scope_id, until_seq);
