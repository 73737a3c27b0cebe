-- 函件 (letter): see model/src/records/letter.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE letter (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  title        text NOT NULL,
  kind         text,
  direction    text,
  doc_no       text,
  sender       text,
  receiver     text,
  dated        text COLLATE "C",
  dated_from   date,
  dated_to     date,
  content      text,
  answers      uuid,
  visit        uuid,
  status       text NOT NULL,
  note         text,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX letter_order ON letter (scope_id, dated, id);
CREATE INDEX letter_answers ON letter (scope_id, answers);
CREATE INDEX letter_visit ON letter (scope_id, visit);
CREATE INDEX letter_search ON letter USING gin (search_grams);
CREATE INDEX letter_seq ON letter (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE letter_past (
  LIKE letter,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX letter_past_seq ON letter_past (scope_id, seq);
CREATE INDEX letter_past_until ON letter_past (scope_id, until_seq);
