-- 培训 (training): see model/src/records/training.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE training (
  scope_id        uuid NOT NULL,
  id              uuid NOT NULL,
  seq             bigint NOT NULL,
  happening_id    uuid NOT NULL,
  name            text NOT NULL,
  object          text,
  organiser       uuid[],
  trainees        uuid[],
  start_date      text COLLATE "C",
  start_date_from date,
  start_date_to   date,
  end_date        text,
  end_date_from   date,
  end_date_to     date,
  date_inferred   boolean,
  place           text,
  persons         bigint,
  person_times    bigint,
  visit           uuid,
  search_grams    text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX training_order ON training (scope_id, start_date, id);
CREATE INDEX training_happening_id ON training (happening_id);
CREATE INDEX training_organiser ON training USING gin (organiser);
CREATE INDEX training_trainees ON training USING gin (trainees);
CREATE INDEX training_visit ON training (scope_id, visit);
CREATE INDEX training_search ON training USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE training_past (
  LIKE training,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX training_past_until ON training_past (scope_id, until_seq);
