-- 投资 (investment): see model/src/records/investment.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE investment (
  scope_id              uuid NOT NULL,
  id                    uuid NOT NULL,
  seq                   bigint NOT NULL,
  east_firm             text NOT NULL,
  east_code             text,
  local_firm            text,
  local_code            text,
  name                  text,
  project               uuid,
  park                  uuid,
  industry              text,
  status                text NOT NULL,
  contract_amount       bigint,
  arrived_amount        bigint,
  signed_on             text COLLATE "C",
  signed_on_from        date,
  signed_on_to          date,
  registered_on         text,
  registered_on_from    date,
  registered_on_to      date,
  in_production_on      text,
  in_production_on_from date,
  in_production_on_to   date,
  jobs                  bigint,
  relieved_jobs         bigint,
  related_to            text,
  note                  text,
  search_grams          text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX investment_order ON investment (scope_id, signed_on, id);
CREATE INDEX investment_project ON investment (scope_id, project);
CREATE INDEX investment_park ON investment (scope_id, park);
CREATE INDEX investment_search ON investment USING gin (search_grams);
CREATE INDEX investment_seq ON investment (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE investment_past (
  LIKE investment,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX investment_past_seq ON investment_past (scope_id, seq);
CREATE INDEX investment_past_until ON investment_past (scope_id, until_seq);
