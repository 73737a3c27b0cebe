-- Facts (要素) as the engine said them. `body` is the fact of the public contract, in a list of one.
CREATE TABLE fact (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea,
  search_grams text[] NOT NULL DEFAULT '{}',
  document uuid NOT NULL,
  fact_id text NOT NULL,
  kind text NOT NULL,
  rule text NOT NULL,
  confidence bigint NOT NULL,
  engine text NOT NULL,
  ordinal bigint NOT NULL,
  beside text[],
  set_aside boolean NOT NULL,
  body jsonb,
  PRIMARY KEY (scope_id, id)
);
CREATE TABLE fact_past (LIKE fact INCLUDING DEFAULTS, until_seq bigint NOT NULL, PRIMARY KEY (scope_id, id, seq));
CREATE INDEX fact_seq ON fact (scope_id, seq);
CREATE INDEX fact_past_seq ON fact_past (scope_id, seq);
CREATE INDEX fact_past_until ON fact_past (scope_id, until_seq);
CREATE INDEX fact_document ON fact (scope_id, document, ordinal);
CREATE INDEX fact_kind ON fact (scope_id, kind);
