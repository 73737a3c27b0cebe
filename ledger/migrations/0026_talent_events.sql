-- 人才活动 (talent event): see model/src/records/talent-event.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE talent_event (
  scope_id        uuid NOT NULL,
  id              uuid NOT NULL,
  seq             bigint NOT NULL,
  happening_id    uuid NOT NULL,
  name            text NOT NULL,
  type            text,
  sender          uuid[],
  receiver        uuid[],
  object          text,
  lead            text,
  start_date      text COLLATE "C",
  start_date_from date,
  start_date_to   date,
  end_date        text,
  end_date_from   date,
  end_date_to     date,
  date_inferred   boolean,
  place           text,
  visit           uuid,
  search_grams    text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX talent_event_order ON talent_event (scope_id, start_date, id);
CREATE INDEX talent_event_happening_id ON talent_event (happening_id);
CREATE INDEX talent_event_sender ON talent_event USING gin (sender);
CREATE INDEX talent_event_receiver ON talent_event USING gin (receiver);
CREATE INDEX talent_event_visit ON talent_event (scope_id, visit);
CREATE INDEX talent_event_search ON talent_event USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE talent_event_past (
  LIKE talent_event,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX talent_event_past_until ON talent_event_past (scope_id, until_seq);
