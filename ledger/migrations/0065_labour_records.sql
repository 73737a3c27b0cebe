-- 务工 (labour_record): see model/src/records/labour-record.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE labour_record (
  scope_id      uuid NOT NULL,
  id            uuid NOT NULL,
  seq           bigint NOT NULL,
  year          bigint NOT NULL,
  person_name   text,
  person_key    text,
  id_number     text,
  id_state      text,
  phone         text,
  sex           text,
  township      text,
  village       text,
  village_group text,
  householder   text,
  relation      text,
  identity      text,
  destination   text,
  to_partner    boolean,
  work_place    text,
  work_province text,
  work_city     text,
  work_county   text,
  employer      text,
  employer_code text,
  job           text,
  employed_by   text,
  started       text,
  started_from  date,
  started_to    date,
  ended         text,
  ended_from    date,
  ended_to      date,
  months        numeric,
  monthly_pay   bigint,
  pay_printed   text,
  longest       boolean,
  note          text,
  run           uuid,
  sheet_row     bigint,
  search_grams  text[] NOT NULL,
  salt          bytea,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX labour_record_order ON labour_record (scope_id, year, id);
CREATE INDEX labour_record_run ON labour_record (scope_id, run, sheet_row);
-- The same person again, and the rows of a village: what the office looks for among a million rows.
CREATE INDEX labour_record_person ON labour_record (scope_id, person_key);
CREATE INDEX labour_record_village ON labour_record (scope_id, township, village, id);
CREATE INDEX labour_record_seq ON labour_record (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE labour_record_past (
  LIKE labour_record,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX labour_record_past_seq ON labour_record_past (scope_id, seq);
CREATE INDEX labour_record_past_until ON labour_record_past (scope_id, until_seq);
