-- 参加人员 (attendance): see model/src/records/attendance.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE attendance (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  visit        uuid,
  meeting      uuid,
  person       uuid NOT NULL,
  position     bigint NOT NULL,
  name         text NOT NULL,
  title        text,
  side         text,
  part         text NOT NULL,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX attendance_order ON attendance (scope_id, position, id);
CREATE INDEX attendance_visit ON attendance (scope_id, visit);
CREATE INDEX attendance_meeting ON attendance (scope_id, meeting);
CREATE INDEX attendance_person ON attendance (person);
CREATE INDEX attendance_search ON attendance USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE attendance_past (
  LIKE attendance,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX attendance_past_until ON attendance_past (scope_id, until_seq);
