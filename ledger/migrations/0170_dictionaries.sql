-- 字典 (dictionary, there since 0002 and never written so far): what an office sets over the delivered entries, one name of one
-- code from a year on; see ledger/src/wording/.
ALTER TABLE dictionary ALTER COLUMN source SET NOT NULL;
CREATE INDEX dictionary_order ON dictionary (scope_id, from_year, id);
CREATE INDEX dictionary_search ON dictionary USING gin (search_grams);

-- 字典别名 (dictionary_alias): what a place calls a code in some years. `place` is the full path of a region or party, null everywhere.
CREATE TABLE dictionary_alias (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  name         text NOT NULL,
  alias        text NOT NULL,
  code         text NOT NULL,
  place        text,
  from_year    bigint,
  to_year      bigint,
  source       text NOT NULL,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX dictionary_alias_order ON dictionary_alias (scope_id, from_year, id);
CREATE INDEX dictionary_alias_search ON dictionary_alias USING gin (search_grams);
CREATE INDEX dictionary_alias_seq ON dictionary_alias (scope_id, seq);

CREATE TABLE dictionary_alias_past (
  LIKE dictionary_alias,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX dictionary_alias_past_seq ON dictionary_alias_past (scope_id, seq);
CREATE INDEX dictionary_alias_past_until ON dictionary_alias_past (scope_id, until_seq);

-- 县类型 by years stands with the region, 公示期限 with the notice.
ALTER TABLE region ADD COLUMN county_classes jsonb;
ALTER TABLE region_past ADD COLUMN county_classes jsonb;
ALTER TABLE notice ADD COLUMN period text;
ALTER TABLE notice_past ADD COLUMN period text;
