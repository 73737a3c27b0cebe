-- 公示公告 (notice): see model/src/records/notice.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE notice (
  scope_id        uuid NOT NULL,
  id              uuid NOT NULL,
  seq             bigint NOT NULL,
  subject         text NOT NULL,
  type            text NOT NULL,
  level           text NOT NULL,
  project         uuid,
  start_date      text COLLATE "C",
  start_date_from date,
  start_date_to   date,
  end_date        text,
  end_date_from   date,
  end_date_to     date,
  min_days        bigint,
  working_days    boolean,
  channel         text,
  place           text,
  objections      text,
  hotline         text,
  status          text NOT NULL,
  note            text,
  search_grams    text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX notice_order ON notice (scope_id, start_date, id);
CREATE INDEX notice_project ON notice (scope_id, project);
CREATE INDEX notice_search ON notice USING gin (search_grams);
CREATE INDEX notice_seq ON notice (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE notice_past (
  LIKE notice,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX notice_past_seq ON notice_past (scope_id, seq);
CREATE INDEX notice_past_until ON notice_past (scope_id, until_seq);
