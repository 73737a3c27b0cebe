-- Submissions (报送): who brought a document, for which party.
CREATE TABLE submission (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea,
  search_grams text[] NOT NULL DEFAULT '{}',
  document uuid NOT NULL,
  account text NOT NULL,
  who text NOT NULL,
  party uuid,
  name text,
  PRIMARY KEY (scope_id, id)
);
CREATE TABLE submission_past (LIKE submission INCLUDING DEFAULTS, until_seq bigint NOT NULL, PRIMARY KEY (scope_id, id, seq));
CREATE INDEX submission_seq ON submission (scope_id, seq);
CREATE INDEX submission_past_seq ON submission_past (scope_id, seq);
CREATE INDEX submission_past_until ON submission_past (scope_id, until_seq);
CREATE INDEX submission_document ON submission (scope_id, document);
CREATE INDEX submission_account ON submission (scope_id, account, document);
