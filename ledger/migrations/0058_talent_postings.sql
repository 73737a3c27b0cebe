-- 人才选派 (talent_posting): see model/src/records/talent-posting.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE talent_posting (
  scope_id          uuid NOT NULL,
  id                uuid NOT NULL,
  seq               bigint NOT NULL,
  person            uuid,
  person_name       text NOT NULL,
  sex               text,
  ethnicity         text,
  born              text,
  born_from         date,
  born_to           date,
  political         text,
  direction         text NOT NULL,
  category          text NOT NULL,
  field             text,
  sending_unit      text,
  original_post     text,
  receiving_unit    text,
  local_post        text,
  batch             text,
  started           text COLLATE "C",
  started_from      date,
  started_to        date,
  ended             text,
  ended_from        date,
  ended_to          date,
  planned_end       text,
  planned_end_from  date,
  planned_end_to    date,
  extended          boolean,
  group_style       boolean,
  days              bigint,
  status            text NOT NULL,
  deeds             text,
  phone             text,
  emergency_contact text,
  blood_type        text,
  party_transfer    text,
  note              text,
  search_grams      text[] NOT NULL,
  salt              bytea,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX talent_posting_order ON talent_posting (scope_id, started, id);
CREATE INDEX talent_posting_person ON talent_posting (person);
CREATE INDEX talent_posting_search ON talent_posting USING gin (search_grams);
CREATE INDEX talent_posting_seq ON talent_posting (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE talent_posting_past (
  LIKE talent_posting,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX talent_posting_past_seq ON talent_posting_past (scope_id, seq);
CREATE INDEX talent_posting_past_until ON talent_posting_past (scope_id, until_seq);
