-- 报道数据 (reported figure): see model/src/records/reported-figure.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE reported_figure (
  scope_id         uuid NOT NULL,
  id               uuid NOT NULL,
  seq              bigint NOT NULL,
  of               text COLLATE "C" NOT NULL,
  printed          text NOT NULL,
  value            numeric NOT NULL,
  unit             text NOT NULL,
  measure          text NOT NULL,
  amount           bigint,
  base             numeric,
  base_unit        text,
  approx           text,
  period           text,
  accumulation     text,
  regions          text[],
  includes         uuid[],
  change           text,
  reported_on      text,
  reported_on_from date,
  reported_on_to   date,
  search_grams     text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX reported_figure_order ON reported_figure (scope_id, of, id);
CREATE INDEX reported_figure_includes ON reported_figure USING gin (includes);
CREATE INDEX reported_figure_search ON reported_figure USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE reported_figure_past (
  LIKE reported_figure,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX reported_figure_past_until ON reported_figure_past (scope_id, until_seq);
