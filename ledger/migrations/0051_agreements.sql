-- 协议 (agreement): see model/src/records/agreement.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE agreement (
  scope_id        uuid NOT NULL,
  id              uuid NOT NULL,
  seq             bigint NOT NULL,
  title           text NOT NULL,
  type            text,
  year            bigint,
  doc_no          text,
  signed_on       text COLLATE "C",
  signed_on_from  date,
  signed_on_to    date,
  valid_from      text,
  valid_from_from date,
  valid_from_to   date,
  valid_to        text,
  valid_to_from   date,
  valid_to_to     date,
  east_unit       uuid,
  west_unit       uuid,
  east_name       text,
  west_name       text,
  amount          bigint,
  status          text,
  note            text,
  search_grams    text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX agreement_order ON agreement (scope_id, signed_on, id);
CREATE INDEX agreement_east_unit ON agreement (east_unit);
CREATE INDEX agreement_west_unit ON agreement (west_unit);
CREATE INDEX agreement_search ON agreement USING gin (search_grams);
CREATE INDEX agreement_seq ON agreement (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE agreement_past (
  LIKE agreement,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX agreement_past_seq ON agreement_past (scope_id, seq);
CREATE INDEX agreement_past_until ON agreement_past (scope_id, until_seq);
