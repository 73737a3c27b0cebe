-- 支付 (payment): see model/src/records/payment.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE payment (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  project      uuid NOT NULL,
  paid_on      text COLLATE "C",
  paid_on_from date,
  paid_on_to   date,
  amount       bigint NOT NULL,
  payee        text NOT NULL,
  payee_code   text,
  voucher_no   text,
  signer_west  text,
  signer_east  text,
  purpose      text,
  explanation  text,
  note         text,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX payment_order ON payment (scope_id, paid_on, id);
CREATE INDEX payment_project ON payment (scope_id, project);
CREATE INDEX payment_search ON payment USING gin (search_grams);
CREATE INDEX payment_seq ON payment (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE payment_past (
  LIKE payment,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX payment_past_seq ON payment_past (scope_id, seq);
CREATE INDEX payment_past_until ON payment_past (scope_id, until_seq);

-- 支付来源 (payment_share): see model/src/records/payment-share.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE payment_share (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  payment      uuid NOT NULL,
  source       uuid NOT NULL,
  amount       bigint NOT NULL,
  position     bigint,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX payment_share_order ON payment_share (scope_id, position, id);
CREATE INDEX payment_share_payment ON payment_share (scope_id, payment);
CREATE INDEX payment_share_source ON payment_share (scope_id, source);
CREATE INDEX payment_share_search ON payment_share USING gin (search_grams);
CREATE INDEX payment_share_seq ON payment_share (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE payment_share_past (
  LIKE payment_share,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX payment_share_past_seq ON payment_share_past (scope_id, seq);
CREATE INDEX payment_share_past_until ON payment_share_past (scope_id, until_seq);
