-- 接待行程 (reception_plan): see model/src/records/reception-plan.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE reception_plan (
  scope_id        uuid NOT NULL,
  id              uuid NOT NULL,
  seq             bigint NOT NULL,
  title           text NOT NULL,
  visit           uuid,
  letter          uuid,
  start_date      text COLLATE "C",
  start_date_from date,
  start_date_to   date,
  end_date        text,
  end_date_from   date,
  end_date_to     date,
  guests          text,
  headcount       bigint,
  host            text,
  itinerary       jsonb,
  stops           uuid[],
  contact         text,
  phone           text,
  status          text NOT NULL,
  note            text,
  search_grams    text[] NOT NULL,
  salt            bytea,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX reception_plan_order ON reception_plan (scope_id, start_date, id);
CREATE INDEX reception_plan_visit ON reception_plan (scope_id, visit);
CREATE INDEX reception_plan_letter ON reception_plan (scope_id, letter);
CREATE INDEX reception_plan_stops ON reception_plan USING gin (stops);
CREATE INDEX reception_plan_search ON reception_plan USING gin (search_grams);
CREATE INDEX reception_plan_seq ON reception_plan (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE reception_plan_past (
  LIKE reception_plan,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX reception_plan_past_seq ON reception_plan_past (scope_id, seq);
CREATE INDEX reception_plan_past_until ON reception_plan_past (scope_id, until_seq);
