-- 帮扶车间 (workshop): see model/src/records/workshop.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE workshop (
  scope_id          uuid NOT NULL,
  id                uuid NOT NULL,
  seq               bigint NOT NULL,
  name              text COLLATE "C" NOT NULL,
  type              text,
  operator          text,
  operator_code     text,
  township          text,
  village           text,
  east_built        boolean,
  certified_on      text,
  certified_on_from date,
  certified_on_to   date,
  certificate_no    text,
  jobs              bigint,
  relieved_jobs     bigint,
  status            text NOT NULL,
  note              text,
  search_grams      text[] NOT NULL,
  sort_key          text COLLATE "C" NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX workshop_order ON workshop (scope_id, sort_key, id);
CREATE INDEX workshop_search ON workshop USING gin (search_grams);
CREATE INDEX workshop_seq ON workshop (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE workshop_past (
  LIKE workshop,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX workshop_past_seq ON workshop_past (scope_id, seq);
CREATE INDEX workshop_past_until ON workshop_past (scope_id, until_seq);
