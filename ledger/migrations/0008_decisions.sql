-- Decisions (核对决定): append only; the state of a fact is its last decision that was not undone.
CREATE TABLE decision (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea,
  search_grams text[] NOT NULL DEFAULT '{}',
  document uuid NOT NULL,
  fact_id text NOT NULL,
  verdict text NOT NULL,
  corrected jsonb,
  written jsonb,
  replaces uuid,
  account text NOT NULL,
  who text NOT NULL,
  reason text,
  PRIMARY KEY (scope_id, id)
);
CREATE TABLE decision_past (LIKE decision INCLUDING DEFAULTS, until_seq bigint NOT NULL, PRIMARY KEY (scope_id, id, seq));
CREATE INDEX decision_seq ON decision (scope_id, seq);
CREATE INDEX decision_past_seq ON decision_past (scope_id, seq);
CREATE INDEX decision_past_until ON decision_past (scope_id, until_seq);
CREATE INDEX decision_document ON decision (scope_id, document, seq);
