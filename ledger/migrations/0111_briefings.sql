-- 一页纸 (briefing): see model/src/records/briefing.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE briefing (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  title        text NOT NULL,
  cut_off      text COLLATE "C" NOT NULL,
  cut_off_from date,
  cut_off_to   date,
  text         text NOT NULL,
  note         text,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX briefing_order ON briefing (scope_id, cut_off, id);
CREATE INDEX briefing_search ON briefing USING gin (search_grams);
CREATE INDEX briefing_seq ON briefing (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE briefing_past (
  LIKE briefing,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX briefing_past_seq ON briefing_past (scope_id, seq);
CREATE INDEX briefing_past_until ON briefing_past (scope_id, until_seq);
