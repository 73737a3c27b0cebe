-- 表格导入: what was chosen for an import, so that it can be gone on with after a crash, and taken back; and the columns
-- remembered for a layout (表样), so that next month's sheet needs no choosing. Runs and their positions are in `run`.
CREATE TABLE sheet_import (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  search_grams text[] NOT NULL DEFAULT '{}',
  document uuid NOT NULL,
  scope uuid NOT NULL,
  options jsonb,
  choices jsonb,
  runs jsonb,
  total bigint NOT NULL,
  account text NOT NULL,
  who text NOT NULL,
  PRIMARY KEY (scope_id, id)
);
CREATE TABLE sheet_import_past (LIKE sheet_import INCLUDING DEFAULTS, until_seq bigint NOT NULL, PRIMARY KEY (scope_id, id, seq));
CREATE INDEX sheet_import_seq ON sheet_import (scope_id, seq);
CREATE INDEX sheet_import_past_seq ON sheet_import_past (scope_id, seq);
CREATE INDEX sheet_import_past_until ON sheet_import_past (scope_id, until_seq);
CREATE INDEX sheet_import_document ON sheet_import (scope_id, document, seq);

CREATE TABLE sheet_layout (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  search_grams text[] NOT NULL DEFAULT '{}',
  fingerprint text COLLATE "C" NOT NULL,
  form text NOT NULL,
  columns jsonb,
  answers jsonb,
  PRIMARY KEY (scope_id, id)
);
CREATE TABLE sheet_layout_past (LIKE sheet_layout INCLUDING DEFAULTS, until_seq bigint NOT NULL, PRIMARY KEY (scope_id, id, seq));
CREATE INDEX sheet_layout_seq ON sheet_layout (scope_id, seq);
CREATE INDEX sheet_layout_past_seq ON sheet_layout_past (scope_id, seq);
CREATE INDEX sheet_layout_past_until ON sheet_layout_past (scope_id, until_seq);
