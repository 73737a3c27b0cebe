-- 消费帮扶 (sale): see model/src/records/sale.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE sale (
  scope_id         uuid NOT NULL,
  id               uuid NOT NULL,
  seq              bigint NOT NULL,
  sold_on          text COLLATE "C",
  sold_on_from     date,
  sold_on_to       date,
  seller           text NOT NULL,
  seller_code      text,
  product          text,
  quantity         numeric,
  unit             text,
  price            bigint,
  amount           bigint,
  buyer            text,
  buyer_region     text,
  buyer_kind       text,
  mode             text,
  channel          text,
  invoice_no       text,
  invoiced_on      text,
  invoiced_on_from date,
  invoiced_on_to   date,
  voucher          text,
  counted          boolean,
  exclusion        text,
  year             bigint NOT NULL,
  month            bigint,
  note             text,
  search_grams     text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX sale_order ON sale (scope_id, sold_on, id);
CREATE INDEX sale_search ON sale USING gin (search_grams);
CREATE INDEX sale_seq ON sale (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE sale_past (
  LIKE sale,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX sale_past_seq ON sale_past (scope_id, seq);
CREATE INDEX sale_past_until ON sale_past (scope_id, until_seq);
