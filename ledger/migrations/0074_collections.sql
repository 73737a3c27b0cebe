-- 收表任务 (collection): see model/src/records/collection.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE collection (
  scope_id       uuid NOT NULL,
  id             uuid NOT NULL,
  seq            bigint NOT NULL,
  title          text NOT NULL,
  year           bigint,
  month          bigint,
  record         text,
  indicators     text[],
  issued_on      text,
  issued_on_from date,
  issued_on_to   date,
  due            text COLLATE "C",
  due_from       date,
  due_to         date,
  status         text NOT NULL,
  layout         jsonb,
  note           text,
  search_grams   text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX collection_order ON collection (scope_id, due, id);
CREATE INDEX collection_search ON collection USING gin (search_grams);
CREATE INDEX collection_seq ON collection (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE collection_past (
  LIKE collection,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX collection_past_seq ON collection_past (scope_id, seq);
CREATE INDEX collection_past_until ON collection_past (scope_id, until_seq);

-- 收表 (collection_sheet): see model/src/records/collection-sheet.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE collection_sheet (
  scope_id         uuid NOT NULL,
  id               uuid NOT NULL,
  seq              bigint NOT NULL,
  collection       uuid NOT NULL,
  unit_name        text COLLATE "C" NOT NULL,
  unit             uuid,
  task_id          text NOT NULL,
  status           text NOT NULL,
  issued_on        text,
  issued_on_from   date,
  issued_on_to     date,
  returned_on      text,
  returned_on_from date,
  returned_on_to   date,
  urged_on         text,
  urged_on_from    date,
  urged_on_to      date,
  file_name        text,
  file_hash        text,
  faults           bigint,
  fault_list       jsonb,
  note             text,
  search_grams     text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX collection_sheet_order ON collection_sheet (scope_id, unit_name, id);
CREATE INDEX collection_sheet_collection ON collection_sheet (scope_id, collection);
CREATE INDEX collection_sheet_unit ON collection_sheet (unit);
CREATE INDEX collection_sheet_search ON collection_sheet USING gin (search_grams);
CREATE INDEX collection_sheet_seq ON collection_sheet (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE collection_sheet_past (
  LIKE collection_sheet,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX collection_sheet_past_seq ON collection_sheet_past (scope_id, seq);
CREATE INDEX collection_sheet_past_until ON collection_sheet_past (scope_id, until_seq);
