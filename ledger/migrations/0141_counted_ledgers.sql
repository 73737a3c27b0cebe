-- The ledgers behind indicators that only bureaus told until now (D2, E3, E3a, E4, F2, H2), leave and affiliation of posted
-- people, spot checks; see model/src/records.
ALTER TABLE project ADD COLUMN support_focus text[];
ALTER TABLE project_past ADD COLUMN support_focus text[];

-- 请销假 (leave): see model/src/records/leave.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE leave (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  posting uuid NOT NULL,
  kind text NOT NULL,
  left_on text COLLATE "C" NOT NULL,
  left_on_from date,
  left_on_to date,
  planned_back_on text,
  planned_back_on_from date,
  planned_back_on_to date,
  back_on text,
  back_on_from date,
  back_on_to date,
  approved_by text,
  going_to text,
  note text,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX leave_order ON leave (scope_id, left_on, id);
CREATE INDEX leave_posting ON leave (scope_id, posting);
CREATE INDEX leave_search ON leave USING gin (search_grams);
CREATE INDEX leave_seq ON leave (scope_id, seq);

CREATE TABLE leave_past (
  LIKE leave,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX leave_past_seq ON leave_past (scope_id, seq);
CREATE INDEX leave_past_until ON leave_past (scope_id, until_seq);

-- 组织关系与待遇 (affiliation): see model/src/records/affiliation.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE affiliation (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  posting uuid NOT NULL,
  kind text NOT NULL,
  from_unit text,
  to_unit text,
  moved_on text COLLATE "C",
  moved_on_from date,
  moved_on_to date,
  document_no text,
  returned_on text,
  returned_on_from date,
  returned_on_to date,
  result text,
  note text,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX affiliation_order ON affiliation (scope_id, moved_on, id);
CREATE INDEX affiliation_posting ON affiliation (scope_id, posting);
CREATE INDEX affiliation_search ON affiliation USING gin (search_grams);
CREATE INDEX affiliation_seq ON affiliation (scope_id, seq);

CREATE TABLE affiliation_past (
  LIKE affiliation,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX affiliation_past_seq ON affiliation_past (scope_id, seq);
CREATE INDEX affiliation_past_until ON affiliation_past (scope_id, until_seq);

-- 投资到位 (investment_arrival): see model/src/records/investment-arrival.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE investment_arrival (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  investment uuid NOT NULL,
  arrived_on text COLLATE "C" NOT NULL,
  arrived_on_from date,
  arrived_on_to date,
  amount bigint NOT NULL,
  voucher text,
  used_for text,
  note text,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX investment_arrival_order ON investment_arrival (scope_id, arrived_on, id);
CREATE INDEX investment_arrival_investment ON investment_arrival (scope_id, investment);
CREATE INDEX investment_arrival_search ON investment_arrival USING gin (search_grams);
CREATE INDEX investment_arrival_seq ON investment_arrival (scope_id, seq);

CREATE TABLE investment_arrival_past (
  LIKE investment_arrival,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX investment_arrival_past_seq ON investment_arrival_past (scope_id, seq);
CREATE INDEX investment_arrival_past_until ON investment_arrival_past (scope_id, until_seq);

-- 劳务协作站点 (labour_station): see model/src/records/labour-station.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE labour_station (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  side text,
  place text,
  operator text,
  set_up_on text,
  set_up_on_from date,
  set_up_on_to date,
  document_no text,
  closed_on text,
  closed_on_from date,
  closed_on_to date,
  note text,
  search_grams text[] NOT NULL,
  sort_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX labour_station_order ON labour_station (scope_id, sort_key, id);
CREATE INDEX labour_station_search ON labour_station USING gin (search_grams);
CREATE INDEX labour_station_seq ON labour_station (scope_id, seq);

CREATE TABLE labour_station_past (
  LIKE labour_station,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX labour_station_past_seq ON labour_station_past (scope_id, seq);
CREATE INDEX labour_station_past_until ON labour_station_past (scope_id, until_seq);

-- 劳务品牌 (labour_brand): see model/src/records/labour-brand.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE labour_brand (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  level text,
  certified_on text,
  certified_on_from date,
  certified_on_to date,
  certificate_no text,
  certified_by text,
  persons bigint,
  ended_on text,
  ended_on_from date,
  ended_on_to date,
  note text,
  search_grams text[] NOT NULL,
  sort_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX labour_brand_order ON labour_brand (scope_id, sort_key, id);
CREATE INDEX labour_brand_search ON labour_brand USING gin (search_grams);
CREATE INDEX labour_brand_seq ON labour_brand (scope_id, seq);

CREATE TABLE labour_brand_past (
  LIKE labour_brand,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX labour_brand_past_seq ON labour_brand_past (scope_id, seq);
CREATE INDEX labour_brand_past_until ON labour_brand_past (scope_id, until_seq);

-- 东部职校招生 (enrolment): see model/src/records/enrolment.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE enrolment (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  school text NOT NULL,
  major text,
  student_name text,
  township text,
  village text,
  identity text NOT NULL,
  entered_on text COLLATE "C" NOT NULL,
  entered_on_from date,
  entered_on_to date,
  students bigint,
  note text,
  search_grams text[] NOT NULL,
  salt bytea,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX enrolment_order ON enrolment (scope_id, entered_on, id);
CREATE INDEX enrolment_search ON enrolment USING gin (search_grams);
CREATE INDEX enrolment_seq ON enrolment (scope_id, seq);

CREATE TABLE enrolment_past (
  LIKE enrolment,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX enrolment_past_seq ON enrolment_past (scope_id, seq);
CREATE INDEX enrolment_past_until ON enrolment_past (scope_id, until_seq);

-- 消费帮扶三专 (sales_point): see model/src/records/sales-point.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE sales_point (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  place text,
  operator text,
  opened_on text,
  opened_on_from date,
  opened_on_to date,
  closed_on text,
  closed_on_from date,
  closed_on_to date,
  note text,
  search_grams text[] NOT NULL,
  sort_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX sales_point_order ON sales_point (scope_id, sort_key, id);
CREATE INDEX sales_point_search ON sales_point USING gin (search_grams);
CREATE INDEX sales_point_seq ON sales_point (scope_id, seq);

CREATE TABLE sales_point_past (
  LIKE sales_point,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX sales_point_past_seq ON sales_point_past (scope_id, seq);
CREATE INDEX sales_point_past_until ON sales_point_past (scope_id, until_seq);

-- 抽查核实 (spot_check): see model/src/records/spot-check.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE spot_check (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  title text NOT NULL,
  indicator text NOT NULL,
  year bigint NOT NULL,
  month bigint NOT NULL,
  seed text NOT NULL,
  population bigint NOT NULL,
  sample bigint NOT NULL,
  drawn_on text COLLATE "C" NOT NULL,
  drawn_on_from date,
  drawn_on_to date,
  drawn_by text,
  note text,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX spot_check_order ON spot_check (scope_id, drawn_on, id);
CREATE INDEX spot_check_search ON spot_check USING gin (search_grams);
CREATE INDEX spot_check_seq ON spot_check (scope_id, seq);

CREATE TABLE spot_check_past (
  LIKE spot_check,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX spot_check_past_seq ON spot_check_past (scope_id, seq);
CREATE INDEX spot_check_past_until ON spot_check_past (scope_id, until_seq);

-- 抽查对象 (spot_check_item): see model/src/records/spot-check-item.ts; columns follow the rule in model/src/record-definition.ts.
CREATE TABLE spot_check_item (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  spot_check uuid NOT NULL,
  number bigint NOT NULL,
  record text NOT NULL,
  row_id uuid NOT NULL,
  result text,
  checked_on text,
  checked_on_from date,
  checked_on_to date,
  checked_by text,
  note text,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX spot_check_item_order ON spot_check_item (scope_id, number, id);
CREATE INDEX spot_check_item_spot_check ON spot_check_item (scope_id, spot_check);
CREATE INDEX spot_check_item_row ON spot_check_item (row_id);
CREATE INDEX spot_check_item_search ON spot_check_item USING gin (search_grams);
CREATE INDEX spot_check_item_seq ON spot_check_item (scope_id, seq);

CREATE TABLE spot_check_item_past (
  LIKE spot_check_item,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX spot_check_item_past_seq ON spot_check_item_past (scope_id, seq);
CREATE INDEX spot_check_item_past_until ON spot_check_item_past (scope_id, until_seq);
