-- Documents (材料): one row per content, small, because its version is the lock of its own checking; the text apart.
-- Words of the document (name, title, text) are personal columns: null after erasure. Definitions: document-records.ts.
CREATE TABLE document (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea,
  search_grams text[] NOT NULL DEFAULT '{}',
  sha256 text NOT NULL,
  arrival uuid NOT NULL,
  name text,
  size bigint NOT NULL,
  title text,
  source_name text,
  published text,
  published_from date,
  published_to date,
  genre text,
  encoding text,
  engine text NOT NULL,
  mark text,
  damage jsonb,
  repairs bigint NOT NULL,
  facts bigint NOT NULL,
  open_facts bigint NOT NULL,
  withdrawn boolean NOT NULL,
  withdrawn_by text,
  withdrawn_at text,
  withdrawn_reason text,
  PRIMARY KEY (scope_id, id)
);
CREATE TABLE document_past (LIKE document INCLUDING DEFAULTS, until_seq bigint NOT NULL, PRIMARY KEY (scope_id, id, seq));
CREATE INDEX document_seq ON document (scope_id, seq);
CREATE INDEX document_past_seq ON document_past (scope_id, seq);
CREATE INDEX document_past_until ON document_past (scope_id, until_seq);
-- The list of documents, newest first, and documents with one name.
CREATE INDEX document_arrival ON document (scope_id, arrival DESC);
CREATE INDEX document_name ON document (scope_id, name COLLATE "C");

CREATE TABLE document_text (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea,
  search_grams text[] NOT NULL DEFAULT '{}',
  document uuid NOT NULL,
  reader text NOT NULL,
  reader_version bigint NOT NULL,
  raw text,
  repaired text,
  edits jsonb,
  furniture jsonb,
  head jsonb,
  PRIMARY KEY (scope_id, id)
);
CREATE TABLE document_text_past (LIKE document_text INCLUDING DEFAULTS, until_seq bigint NOT NULL, PRIMARY KEY (scope_id, id, seq));
CREATE INDEX document_text_seq ON document_text (scope_id, seq);
CREATE INDEX document_text_past_seq ON document_text_past (scope_id, seq);
CREATE INDEX document_text_past_until ON document_text_past (scope_id, until_seq);
