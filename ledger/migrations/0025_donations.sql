-- 捐赠 (donation): see model/src/records/donation.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE donation (
  scope_id        uuid NOT NULL,
  id              uuid NOT NULL,
  seq             bigint NOT NULL,
  happening_id    uuid NOT NULL,
  name            text NOT NULL,
  donor           text,
  giver           uuid[],
  receiver        uuid[],
  object          text,
  amount          bigint,
  goods           text,
  goods_value     bigint,
  start_date      text COLLATE "C",
  start_date_from date,
  start_date_to   date,
  end_date        text,
  end_date_from   date,
  end_date_to     date,
  date_inferred   boolean,
  place           text,
  visit           uuid,
  search_grams    text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX donation_order ON donation (scope_id, start_date, id);
CREATE INDEX donation_happening_id ON donation (happening_id);
CREATE INDEX donation_giver ON donation USING gin (giver);
CREATE INDEX donation_receiver ON donation USING gin (receiver);
CREATE INDEX donation_visit ON donation (scope_id, visit);
CREATE INDEX donation_search ON donation USING gin (search_grams);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE donation_past (
  LIKE donation,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX donation_past_until ON donation_past (scope_id, until_seq);
