-- 会议 (meeting): see model/src/records/meeting.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE meeting (
  scope_id        uuid NOT NULL,
  id              uuid NOT NULL,
  seq             bigint NOT NULL,
  happening_id    uuid NOT NULL,
  name            text NOT NULL,
  type            text,
  type_printed    text,
  visit           uuid,
  start_date      text COLLATE "C",
  start_date_from date,
  start_date_to   date,
  end_date        text,
  end_date_from   date,
  end_date_to     date,
  date_inferred   boolean,
  place           text,
  chair           text,
  parties         uuid[],
  search_grams    text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX meeting_order ON meeting (scope_id, start_date, id);
CREATE INDEX meeting_happening_id ON meeting (happening_id);
CREATE INDEX meeting_visit ON meeting (scope_id, visit);
CREATE INDEX meeting_parties ON meeting USING gin (parties);
CREATE INDEX meeting_search ON meeting USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE meeting_past (
  LIKE meeting,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX meeting_past_until ON meeting_past (scope_id, until_seq);
