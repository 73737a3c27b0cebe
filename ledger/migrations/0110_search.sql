-- 检索: parties and regions are found by the names they had before (曾用名), documents by their text. Rows from before get
-- their grams of initials by src/searching/fill-grams.ts in the same transaction.
ALTER TABLE party ADD COLUMN former_names text[];
ALTER TABLE party_past ADD COLUMN former_names text[];
ALTER TABLE region ADD COLUMN former_names text[];
ALTER TABLE region_past ADD COLUMN former_names text[];

-- The grams of a document's repaired text, beside it and never moved: src/searching/document-grams.ts makes them again
-- for a text that was read anew (another seq), erasure takes them away.
CREATE TABLE document_search (
  scope_id     uuid NOT NULL,
  document     uuid NOT NULL,
  seq          bigint NOT NULL,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, document)
);

CREATE INDEX document_search_seq ON document_search (scope_id, seq);
CREATE INDEX document_search_grams ON document_search USING gin (search_grams);
