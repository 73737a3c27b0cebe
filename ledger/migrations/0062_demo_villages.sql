-- 示范村 (demo_village): see model/src/records/demo-village.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE demo_village (
  scope_id         uuid NOT NULL,
  id               uuid NOT NULL,
  seq              bigint NOT NULL,
  village          text NOT NULL,
  township         text,
  year             bigint,
  local_name       text,
  funds            bigint,
  content          text,
  east_unit        text,
  accepted_on      text,
  accepted_on_from date,
  accepted_on_to   date,
  note             text,
  search_grams     text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX demo_village_order ON demo_village (scope_id, year, id);
CREATE INDEX demo_village_search ON demo_village USING gin (search_grams);
CREATE INDEX demo_village_seq ON demo_village (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE demo_village_past (
  LIKE demo_village,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX demo_village_past_seq ON demo_village_past (scope_id, seq);
CREATE INDEX demo_village_past_until ON demo_village_past (scope_id, until_seq);
