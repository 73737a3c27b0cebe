-- 职务 (post): see model/src/records/post.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE post (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  person       uuid NOT NULL,
  holder       text NOT NULL,
  title        text NOT NULL,
  organisation text,
  region       uuid,
  side         text,
  seen         text COLLATE "C",
  seen_from    date,
  seen_to      date,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX post_order ON post (scope_id, seen, id);
CREATE INDEX post_person ON post (scope_id, person);
CREATE INDEX post_region ON post (region);
CREATE INDEX post_person_anywhere ON post (person);
CREATE INDEX post_search ON post USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE post_past (
  LIKE post,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX post_past_until ON post_past (scope_id, until_seq);
