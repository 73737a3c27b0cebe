-- Generated from migrations/ by scripts/dump-schema.mjs. Not run: it shows what they come to.

CREATE TABLE account (
  id uuid NOT NULL,
  name text NOT NULL,
  role text,
  scopes uuid[],
  password text,
  failures integer NOT NULL DEFAULT 0,
  resting_until timestamp with time zone,
  made_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  disabled boolean NOT NULL DEFAULT false,
  password_set_at timestamp with time zone,
  CONSTRAINT account_name_key UNIQUE (name),
  CONSTRAINT account_pkey PRIMARY KEY (id)
);

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
  CONSTRAINT affiliation_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE affiliation_past (
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
  until_seq bigint NOT NULL,
  CONSTRAINT affiliation_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE agreement (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  title text NOT NULL,
  type text,
  year bigint,
  doc_no text,
  signed_on text COLLATE "C",
  signed_on_from date,
  signed_on_to date,
  valid_from text,
  valid_from_from date,
  valid_from_to date,
  valid_to text,
  valid_to_from date,
  valid_to_to date,
  east_unit uuid,
  west_unit uuid,
  east_name text,
  west_name text,
  amount bigint,
  status text,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT agreement_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE agreement_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  title text NOT NULL,
  type text,
  year bigint,
  doc_no text,
  signed_on text COLLATE "C",
  signed_on_from date,
  signed_on_to date,
  valid_from text,
  valid_from_from date,
  valid_from_to date,
  valid_to text,
  valid_to_from date,
  valid_to_to date,
  east_unit uuid,
  west_unit uuid,
  east_name text,
  west_name text,
  amount bigint,
  status text,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT agreement_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE assessment (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text NOT NULL,
  year bigint NOT NULL,
  scope text,
  object text,
  assessor text,
  held_on text,
  held_on_from date,
  held_on_to date,
  score numeric,
  full_score numeric,
  grade text,
  findings text,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT assessment_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE assessment_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text NOT NULL,
  year bigint NOT NULL,
  scope text,
  object text,
  assessor text,
  held_on text,
  held_on_from date,
  held_on_to date,
  score numeric,
  full_score numeric,
  grade text,
  findings text,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT assessment_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE assessment_problem (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  assessment uuid NOT NULL,
  problem text NOT NULL,
  unit uuid,
  unit_name text,
  measures text,
  due text COLLATE "C",
  due_from date,
  due_to date,
  progress text,
  task uuid,
  status text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  block text,
  item text,
  CONSTRAINT assessment_problem_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE assessment_problem_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  assessment uuid NOT NULL,
  problem text NOT NULL,
  unit uuid,
  unit_name text,
  measures text,
  due text COLLATE "C",
  due_from date,
  due_to date,
  progress text,
  task uuid,
  status text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  block text,
  item text,
  CONSTRAINT assessment_problem_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE asset (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text NOT NULL,
  asset_no text,
  project uuid,
  class text,
  quantity numeric,
  unit text,
  original_value bigint,
  year bigint,
  owner_level text,
  owner text,
  operator text,
  custodian text,
  income bigint,
  status text NOT NULL,
  registered_on text,
  registered_on_from date,
  registered_on_to date,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT asset_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE asset_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text NOT NULL,
  asset_no text,
  project uuid,
  class text,
  quantity numeric,
  unit text,
  original_value bigint,
  year bigint,
  owner_level text,
  owner text,
  operator text,
  custodian text,
  income bigint,
  status text NOT NULL,
  registered_on text,
  registered_on_from date,
  registered_on_to date,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT asset_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE attendance (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  visit uuid,
  meeting uuid,
  person uuid NOT NULL,
  position bigint NOT NULL,
  name text NOT NULL,
  title text,
  side text,
  part text NOT NULL,
  search_grams text[] NOT NULL,
  CONSTRAINT attendance_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE attendance_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  visit uuid,
  meeting uuid,
  person uuid NOT NULL,
  position bigint NOT NULL,
  name text NOT NULL,
  title text,
  side text,
  part text NOT NULL,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT attendance_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE audit (
  origin uuid NOT NULL,
  seq bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  account text,
  who text NOT NULL,
  office text,
  event text NOT NULL,
  target text,
  outcome text NOT NULL,
  body text NOT NULL,
  prev bytea NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT audit_pkey PRIMARY KEY (origin, seq),
  CONSTRAINT audit_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'failed'::text]))),
  CONSTRAINT audit_seq_check CHECK ((seq > 0))
);

CREATE TABLE audit_head (
  origin uuid NOT NULL,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT audit_head_pkey PRIMARY KEY (origin),
  CONSTRAINT audit_head_hash_check CHECK ((length(hash) = 32)),
  CONSTRAINT audit_head_seq_check CHECK ((seq >= 0))
);

CREATE TABLE backup (
  id uuid NOT NULL,
  made_at timestamp with time zone NOT NULL,
  made_by text NOT NULL,
  name text NOT NULL,
  rows bigint NOT NULL,
  files bigint NOT NULL,
  heads bigint NOT NULL,
  bytes bigint NOT NULL,
  drilled_at timestamp with time zone,
  drilled_by text,
  drill jsonb,
  CONSTRAINT backup_pkey PRIMARY KEY (id)
);

CREATE TABLE briefing (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  title text NOT NULL,
  cut_off text COLLATE "C" NOT NULL,
  cut_off_from date,
  cut_off_to date,
  text text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT briefing_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE briefing_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  title text NOT NULL,
  cut_off text COLLATE "C" NOT NULL,
  cut_off_from date,
  cut_off_to date,
  text text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT briefing_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE calendar_feed (
  account uuid NOT NULL,
  membership uuid,
  token_hash bytea NOT NULL,
  made_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  read_at timestamp with time zone,
  CONSTRAINT calendar_feed_token_hash_key UNIQUE (token_hash),
  CONSTRAINT calendar_feed_pkey PRIMARY KEY (account),
  CONSTRAINT calendar_feed_account_fkey FOREIGN KEY (account) REFERENCES account(id) ON DELETE CASCADE
);

CREATE TABLE change (
  scope_id uuid NOT NULL,
  origin uuid NOT NULL,
  seq bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  actor text NOT NULL,
  actor_name text NOT NULL,
  command_id uuid NOT NULL,
  reason text NOT NULL,
  source text,
  body text NOT NULL,
  prev bytea NOT NULL,
  hash bytea NOT NULL,
  maker text,
  maker_name text,
  CONSTRAINT change_pkey PRIMARY KEY (scope_id, origin, seq),
  CONSTRAINT change_seq_check CHECK ((seq > 0))
);

CREATE TABLE collection (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  title text NOT NULL,
  year bigint,
  month bigint,
  record text,
  indicators text[],
  issued_on text,
  issued_on_from date,
  issued_on_to date,
  due text COLLATE "C",
  due_from date,
  due_to date,
  status text NOT NULL,
  layout jsonb,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT collection_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE collection_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  title text NOT NULL,
  year bigint,
  month bigint,
  record text,
  indicators text[],
  issued_on text,
  issued_on_from date,
  issued_on_to date,
  due text COLLATE "C",
  due_from date,
  due_to date,
  status text NOT NULL,
  layout jsonb,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT collection_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE collection_sheet (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  collection uuid NOT NULL,
  unit_name text COLLATE "C" NOT NULL,
  unit uuid,
  task_id text NOT NULL,
  status text NOT NULL,
  issued_on text,
  issued_on_from date,
  issued_on_to date,
  returned_on text,
  returned_on_from date,
  returned_on_to date,
  urged_on text,
  urged_on_from date,
  urged_on_to date,
  file_name text,
  file_hash text,
  faults bigint,
  fault_list jsonb,
  note text,
  search_grams text[] NOT NULL,
  indicators text[],
  CONSTRAINT collection_sheet_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE collection_sheet_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  collection uuid NOT NULL,
  unit_name text COLLATE "C" NOT NULL,
  unit uuid,
  task_id text NOT NULL,
  status text NOT NULL,
  issued_on text,
  issued_on_from date,
  issued_on_to date,
  returned_on text,
  returned_on_from date,
  returned_on_to date,
  urged_on text,
  urged_on_from date,
  urged_on_to date,
  file_name text,
  file_hash text,
  faults bigint,
  fault_list jsonb,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  indicators text[],
  CONSTRAINT collection_sheet_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE command (
  command_id uuid NOT NULL,
  digest bytea NOT NULL,
  receipt jsonb,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT command_pkey PRIMARY KEY (command_id)
);

CREATE TABLE decision (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea,
  search_grams text[] NOT NULL DEFAULT '{}'::text[],
  document uuid NOT NULL,
  fact_id text NOT NULL,
  verdict text NOT NULL,
  corrected jsonb,
  written jsonb,
  replaces uuid,
  account text NOT NULL,
  who text NOT NULL,
  reason text,
  CONSTRAINT decision_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE decision_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea,
  search_grams text[] NOT NULL DEFAULT '{}'::text[],
  document uuid NOT NULL,
  fact_id text NOT NULL,
  verdict text NOT NULL,
  corrected jsonb,
  written jsonb,
  replaces uuid,
  account text NOT NULL,
  who text NOT NULL,
  reason text,
  until_seq bigint NOT NULL,
  CONSTRAINT decision_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE demo_village (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  village text NOT NULL,
  township text,
  year bigint,
  local_name text,
  funds bigint,
  content text,
  east_unit text,
  accepted_on text,
  accepted_on_from date,
  accepted_on_to date,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT demo_village_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE demo_village_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  village text NOT NULL,
  township text,
  year bigint,
  local_name text,
  funds bigint,
  content text,
  east_unit text,
  accepted_on text,
  accepted_on_from date,
  accepted_on_to date,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT demo_village_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE dictionary (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  search_grams text[] NOT NULL,
  name text NOT NULL,
  code text NOT NULL,
  from_year bigint,
  to_year bigint,
  zh text NOT NULL,
  en text NOT NULL,
  successor text,
  source text NOT NULL,
  CONSTRAINT dictionary_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE dictionary_alias (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text NOT NULL,
  alias text NOT NULL,
  code text NOT NULL,
  place text,
  from_year bigint,
  to_year bigint,
  source text NOT NULL,
  search_grams text[] NOT NULL,
  CONSTRAINT dictionary_alias_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE dictionary_alias_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text NOT NULL,
  alias text NOT NULL,
  code text NOT NULL,
  place text,
  from_year bigint,
  to_year bigint,
  source text NOT NULL,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT dictionary_alias_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE dictionary_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  until_seq bigint NOT NULL,
  search_grams text[] NOT NULL,
  name text NOT NULL,
  code text NOT NULL,
  from_year bigint,
  to_year bigint,
  zh text NOT NULL,
  en text NOT NULL,
  successor text,
  source text,
  CONSTRAINT dictionary_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE document (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea,
  search_grams text[] NOT NULL DEFAULT '{}'::text[],
  sha256 text NOT NULL,
  arrival uuid NOT NULL,
  name text,
  size bigint NOT NULL,
  title text,
  source_name text,
  published text,
  published_from date,
  published_to date,
  genre text,
  encoding text,
  engine text NOT NULL,
  mark text,
  damage jsonb,
  repairs bigint NOT NULL,
  facts bigint NOT NULL,
  open_facts bigint NOT NULL,
  withdrawn boolean NOT NULL,
  withdrawn_by text,
  withdrawn_at text,
  withdrawn_reason text,
  CONSTRAINT document_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE document_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea,
  search_grams text[] NOT NULL DEFAULT '{}'::text[],
  sha256 text NOT NULL,
  arrival uuid NOT NULL,
  name text,
  size bigint NOT NULL,
  title text,
  source_name text,
  published text,
  published_from date,
  published_to date,
  genre text,
  encoding text,
  engine text NOT NULL,
  mark text,
  damage jsonb,
  repairs bigint NOT NULL,
  facts bigint NOT NULL,
  open_facts bigint NOT NULL,
  withdrawn boolean NOT NULL,
  withdrawn_by text,
  withdrawn_at text,
  withdrawn_reason text,
  until_seq bigint NOT NULL,
  CONSTRAINT document_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE document_search (
  scope_id uuid NOT NULL,
  document uuid NOT NULL,
  seq bigint NOT NULL,
  search_grams text[] NOT NULL,
  CONSTRAINT document_search_pkey PRIMARY KEY (scope_id, document)
);

CREATE TABLE document_text (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea,
  search_grams text[] NOT NULL DEFAULT '{}'::text[],
  document uuid NOT NULL,
  reader text NOT NULL,
  reader_version bigint NOT NULL,
  raw text,
  repaired text,
  edits jsonb,
  furniture jsonb,
  head jsonb,
  CONSTRAINT document_text_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE document_text_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea,
  search_grams text[] NOT NULL DEFAULT '{}'::text[],
  document uuid NOT NULL,
  reader text NOT NULL,
  reader_version bigint NOT NULL,
  raw text,
  repaired text,
  edits jsonb,
  furniture jsonb,
  head jsonb,
  until_seq bigint NOT NULL,
  CONSTRAINT document_text_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE donation (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  happening_id uuid NOT NULL,
  name text NOT NULL,
  donor text,
  giver uuid[],
  receiver uuid[],
  object text,
  amount bigint,
  goods text,
  goods_value bigint,
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  date_inferred boolean,
  place text,
  visit uuid,
  search_grams text[] NOT NULL,
  receipt_no text,
  value_basis text,
  earmark text,
  used_for text,
  note text,
  CONSTRAINT donation_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE donation_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  happening_id uuid NOT NULL,
  name text NOT NULL,
  donor text,
  giver uuid[],
  receiver uuid[],
  object text,
  amount bigint,
  goods text,
  goods_value bigint,
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  date_inferred boolean,
  place text,
  visit uuid,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  receipt_no text,
  value_basis text,
  earmark text,
  used_for text,
  note text,
  CONSTRAINT donation_past_pkey PRIMARY KEY (scope_id, id, seq)
);

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
  CONSTRAINT enrolment_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE enrolment_past (
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
  until_seq bigint NOT NULL,
  CONSTRAINT enrolment_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE erased_value (
  scope_id uuid NOT NULL,
  record text NOT NULL,
  record_id uuid NOT NULL,
  seq bigint NOT NULL,
  field text NOT NULL,
  hmac text NOT NULL,
  CONSTRAINT erased_value_pkey PRIMARY KEY (scope_id, record, record_id, seq, field)
);

CREATE TABLE erasure (
  id uuid NOT NULL,
  document_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  actor text NOT NULL,
  actor_name text NOT NULL,
  reason text NOT NULL,
  CONSTRAINT erasure_pkey PRIMARY KEY (id)
);

CREATE TABLE fact (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea,
  search_grams text[] NOT NULL DEFAULT '{}'::text[],
  document uuid NOT NULL,
  fact_id text NOT NULL,
  kind text NOT NULL,
  rule text NOT NULL,
  confidence bigint NOT NULL,
  engine text NOT NULL,
  ordinal bigint NOT NULL,
  beside text[],
  set_aside boolean NOT NULL,
  body jsonb,
  CONSTRAINT fact_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE fact_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea,
  search_grams text[] NOT NULL DEFAULT '{}'::text[],
  document uuid NOT NULL,
  fact_id text NOT NULL,
  kind text NOT NULL,
  rule text NOT NULL,
  confidence bigint NOT NULL,
  engine text NOT NULL,
  ordinal bigint NOT NULL,
  beside text[],
  set_aside boolean NOT NULL,
  body jsonb,
  until_seq bigint NOT NULL,
  CONSTRAINT fact_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE fair (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  happening_id uuid NOT NULL,
  name text NOT NULL,
  type text,
  object text,
  parties uuid[],
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  date_inferred boolean,
  place text,
  visit uuid,
  search_grams text[] NOT NULL,
  CONSTRAINT fair_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE fair_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  happening_id uuid NOT NULL,
  name text NOT NULL,
  type text,
  object text,
  parties uuid[],
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  date_inferred boolean,
  place text,
  visit uuid,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT fair_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE fund_source (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  giver uuid,
  giver_name text NOT NULL,
  giver_level text NOT NULL,
  kind text NOT NULL,
  local_name text,
  year bigint NOT NULL,
  amount bigint,
  approx boolean,
  regions text[],
  doc_no text,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT fund_source_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE fund_source_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  giver uuid,
  giver_name text NOT NULL,
  giver_level text NOT NULL,
  kind text NOT NULL,
  local_name text,
  year bigint NOT NULL,
  amount bigint,
  approx boolean,
  regions text[],
  doc_no text,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT fund_source_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE fund_tranche (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  source uuid NOT NULL,
  step text NOT NULL,
  on text COLLATE "C",
  on_from date,
  on_to date,
  amount bigint NOT NULL,
  doc_no text,
  subject text,
  project uuid,
  approved_by text,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT fund_tranche_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE fund_tranche_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  source uuid NOT NULL,
  step text NOT NULL,
  on text COLLATE "C",
  on_from date,
  on_to date,
  amount bigint NOT NULL,
  doc_no text,
  subject text,
  project uuid,
  approved_by text,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT fund_tranche_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE handover (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  title text NOT NULL,
  giver_name text,
  taker_name text,
  witness text,
  handed_on text COLLATE "C",
  handed_on_from date,
  handed_on_to date,
  open_items jsonb,
  materials text,
  status text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT handover_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE handover_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  title text NOT NULL,
  giver_name text,
  taker_name text,
  witness text,
  handed_on text COLLATE "C",
  handed_on_from date,
  handed_on_to date,
  open_items jsonb,
  materials text,
  status text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT handover_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE head (
  scope_id uuid NOT NULL,
  origin uuid NOT NULL,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT head_pkey PRIMARY KEY (scope_id, origin),
  CONSTRAINT head_hash_check CHECK ((length(hash) = 32)),
  CONSTRAINT head_seq_check CHECK ((seq >= 0))
);

CREATE TABLE held_change (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  search_grams text[] NOT NULL,
  salt bytea,
  kind text NOT NULL,
  state text COLLATE "C" NOT NULL,
  office uuid NOT NULL,
  scope uuid NOT NULL,
  records text[],
  touches text[],
  maker text NOT NULL,
  maker_name text NOT NULL,
  made_at text NOT NULL,
  checker_name text,
  checked_at text,
  check_kind text,
  note text,
  document uuid,
  reason text,
  title text,
  work jsonb,
  files text[],
  command uuid,
  CONSTRAINT held_change_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE held_change_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  search_grams text[] NOT NULL,
  salt bytea,
  kind text NOT NULL,
  state text COLLATE "C" NOT NULL,
  office uuid NOT NULL,
  scope uuid NOT NULL,
  records text[],
  touches text[],
  maker text NOT NULL,
  maker_name text NOT NULL,
  made_at text NOT NULL,
  checker_name text,
  checked_at text,
  check_kind text,
  note text,
  document uuid,
  reason text,
  title text,
  work jsonb,
  until_seq bigint NOT NULL,
  files text[],
  command uuid,
  CONSTRAINT held_change_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE holder (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  state text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT holder_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE holder_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  state text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT holder_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE indicator_rule (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  indicator text NOT NULL,
  from_year bigint NOT NULL,
  start_years bigint NOT NULL,
  start_day text NOT NULL,
  end_years bigint NOT NULL,
  end_day text NOT NULL,
  cut_off text,
  unit text NOT NULL,
  measure text,
  rule_zh text NOT NULL,
  rule_en text NOT NULL,
  evidence_zh text NOT NULL,
  evidence_en text NOT NULL,
  search_grams text[] NOT NULL,
  CONSTRAINT indicator_rule_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE indicator_rule_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  indicator text NOT NULL,
  from_year bigint NOT NULL,
  start_years bigint NOT NULL,
  start_day text NOT NULL,
  end_years bigint NOT NULL,
  end_day text NOT NULL,
  cut_off text,
  unit text NOT NULL,
  measure text,
  rule_zh text NOT NULL,
  rule_en text NOT NULL,
  evidence_zh text NOT NULL,
  evidence_en text NOT NULL,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT indicator_rule_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE indicator_target (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  indicator text NOT NULL,
  year bigint NOT NULL,
  target numeric NOT NULL,
  unit text NOT NULL,
  agreement uuid,
  printed text,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT indicator_target_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE indicator_target_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  indicator text NOT NULL,
  year bigint NOT NULL,
  target numeric NOT NULL,
  unit text NOT NULL,
  agreement uuid,
  printed text,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT indicator_target_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE indicator_value (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  indicator text NOT NULL,
  year bigint NOT NULL,
  month bigint NOT NULL,
  kind text NOT NULL,
  this_month numeric,
  to_date numeric,
  unit text,
  line text,
  submitted_to text,
  cut_off text,
  cut_off_from date,
  cut_off_to date,
  reporter text,
  reporter_unit text,
  reviewer text,
  state text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  basis text,
  settled text,
  CONSTRAINT indicator_value_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE indicator_value_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  indicator text NOT NULL,
  year bigint NOT NULL,
  month bigint NOT NULL,
  kind text NOT NULL,
  this_month numeric,
  to_date numeric,
  unit text,
  line text,
  submitted_to text,
  cut_off text,
  cut_off_from date,
  cut_off_to date,
  reporter text,
  reporter_unit text,
  reviewer text,
  state text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  basis text,
  settled text,
  CONSTRAINT indicator_value_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE indicator_window (
  code text COLLATE "C" NOT NULL,
  year integer NOT NULL,
  first date NOT NULL,
  last date NOT NULL,
  measure text NOT NULL,
  CONSTRAINT indicator_window_pkey PRIMARY KEY (code, year)
);

CREATE TABLE installation (
  one boolean NOT NULL DEFAULT true,
  origin uuid NOT NULL,
  secret bytea NOT NULL,
  made_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  importing text,
  CONSTRAINT installation_pkey PRIMARY KEY (one),
  CONSTRAINT installation_one_check CHECK (one),
  CONSTRAINT installation_secret_check CHECK ((length(secret) = 32))
);

CREATE TABLE instruction (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  text text NOT NULL,
  leader uuid,
  leader_name text NOT NULL,
  on text COLLATE "C",
  on_from date,
  on_to date,
  document text,
  doc_no text,
  side text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT instruction_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE instruction_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  text text NOT NULL,
  leader uuid,
  leader_name text NOT NULL,
  on text COLLATE "C",
  on_from date,
  on_to date,
  document text,
  doc_no text,
  side text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT instruction_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE investment (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  east_firm text NOT NULL,
  east_code text,
  local_firm text,
  local_code text,
  name text,
  project uuid,
  park uuid,
  industry text,
  status text NOT NULL,
  contract_amount bigint,
  arrived_amount bigint,
  signed_on text COLLATE "C",
  signed_on_from date,
  signed_on_to date,
  registered_on text,
  registered_on_from date,
  registered_on_to date,
  in_production_on text,
  in_production_on_from date,
  in_production_on_to date,
  jobs bigint,
  relieved_jobs bigint,
  related_to text,
  note text,
  search_grams text[] NOT NULL,
  output_value bigint,
  CONSTRAINT investment_pkey PRIMARY KEY (scope_id, id)
);

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
  CONSTRAINT investment_arrival_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE investment_arrival_past (
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
  until_seq bigint NOT NULL,
  CONSTRAINT investment_arrival_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE investment_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  east_firm text NOT NULL,
  east_code text,
  local_firm text,
  local_code text,
  name text,
  project uuid,
  park uuid,
  industry text,
  status text NOT NULL,
  contract_amount bigint,
  arrived_amount bigint,
  signed_on text COLLATE "C",
  signed_on_from date,
  signed_on_to date,
  registered_on text,
  registered_on_from date,
  registered_on_to date,
  in_production_on text,
  in_production_on_from date,
  in_production_on_to date,
  jobs bigint,
  relieved_jobs bigint,
  related_to text,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  output_value bigint,
  CONSTRAINT investment_past_pkey PRIMARY KEY (scope_id, id, seq)
);

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
  CONSTRAINT labour_brand_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE labour_brand_past (
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
  until_seq bigint NOT NULL,
  CONSTRAINT labour_brand_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE labour_record (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  year bigint NOT NULL,
  person_name text,
  person_key text COLLATE "C",
  id_number text,
  id_state text,
  phone text,
  sex text,
  township text COLLATE "C",
  village text COLLATE "C",
  village_group text,
  householder text,
  relation text,
  identity text,
  destination text,
  to_partner boolean,
  work_place text,
  work_province text,
  work_city text,
  work_county text,
  employer text COLLATE "C",
  employer_code text,
  job text,
  employed_by text,
  started text,
  started_from date,
  started_to date,
  ended text,
  ended_from date,
  ended_to date,
  months numeric,
  monthly_pay bigint,
  pay_printed text,
  longest boolean,
  note text,
  run uuid,
  sheet_row bigint,
  search_grams text[] NOT NULL,
  salt bytea,
  CONSTRAINT labour_record_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE labour_record_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  year bigint NOT NULL,
  person_name text,
  person_key text COLLATE "C",
  id_number text,
  id_state text,
  phone text,
  sex text,
  township text COLLATE "C",
  village text COLLATE "C",
  village_group text,
  householder text,
  relation text,
  identity text,
  destination text,
  to_partner boolean,
  work_place text,
  work_province text,
  work_city text,
  work_county text,
  employer text COLLATE "C",
  employer_code text,
  job text,
  employed_by text,
  started text,
  started_from date,
  started_to date,
  ended text,
  ended_from date,
  ended_to date,
  months numeric,
  monthly_pay bigint,
  pay_printed text,
  longest boolean,
  note text,
  run uuid,
  sheet_row bigint,
  search_grams text[] NOT NULL,
  salt bytea,
  until_seq bigint NOT NULL,
  CONSTRAINT labour_record_past_pkey PRIMARY KEY (scope_id, id, seq)
);

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
  CONSTRAINT labour_station_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE labour_station_past (
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
  until_seq bigint NOT NULL,
  CONSTRAINT labour_station_past_pkey PRIMARY KEY (scope_id, id, seq)
);

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
  CONSTRAINT leave_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE leave_past (
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
  until_seq bigint NOT NULL,
  CONSTRAINT leave_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE letter (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  title text NOT NULL,
  kind text,
  direction text,
  doc_no text,
  sender text,
  receiver text,
  dated text COLLATE "C",
  dated_from date,
  dated_to date,
  content text,
  answers uuid,
  visit uuid,
  status text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT letter_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE letter_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  title text NOT NULL,
  kind text,
  direction text,
  doc_no text,
  sender text,
  receiver text,
  dated text COLLATE "C",
  dated_from date,
  dated_to date,
  content text,
  answers uuid,
  visit uuid,
  status text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT letter_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE meeting (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  happening_id uuid NOT NULL,
  name text NOT NULL,
  type text,
  type_printed text,
  visit uuid,
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  date_inferred boolean,
  place text,
  chair text,
  parties uuid[],
  search_grams text[] NOT NULL,
  minutes_no text,
  topics text,
  headcount bigint,
  note text,
  CONSTRAINT meeting_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE meeting_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  happening_id uuid NOT NULL,
  name text NOT NULL,
  type text,
  type_printed text,
  visit uuid,
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  date_inferred boolean,
  place text,
  chair text,
  parties uuid[],
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  minutes_no text,
  topics text,
  headcount bigint,
  note text,
  CONSTRAINT meeting_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE membership (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  account uuid NOT NULL,
  office uuid NOT NULL,
  role text COLLATE "C" NOT NULL,
  title text,
  pairs uuid[],
  branches text[],
  projects text[],
  state text NOT NULL,
  search_grams text[] NOT NULL,
  CONSTRAINT membership_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE membership_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  account uuid NOT NULL,
  office uuid NOT NULL,
  role text COLLATE "C" NOT NULL,
  title text,
  pairs uuid[],
  branches text[],
  projects text[],
  state text NOT NULL,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT membership_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE migration (
  number integer NOT NULL,
  name text NOT NULL,
  checksum text NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT migration_pkey PRIMARY KEY (number)
);

CREATE TABLE milestone (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  project uuid NOT NULL,
  name text NOT NULL,
  type text,
  type_printed text,
  date text COLLATE "C",
  date_from date,
  date_to date,
  visit uuid,
  happening_id uuid,
  search_grams text[] NOT NULL,
  CONSTRAINT milestone_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE milestone_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  project uuid NOT NULL,
  name text NOT NULL,
  type text,
  type_printed text,
  date text COLLATE "C",
  date_from date,
  date_to date,
  visit uuid,
  happening_id uuid,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT milestone_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE month_close (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  year bigint NOT NULL,
  month bigint NOT NULL,
  line text,
  version bigint NOT NULL,
  state text NOT NULL,
  stamped_file text,
  closed_on text,
  closed_on_from date,
  closed_on_to date,
  closed_by text,
  submitted_to text,
  figures jsonb,
  note text,
  search_grams text[] NOT NULL,
  check_kind text,
  CONSTRAINT month_close_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE month_close_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  year bigint NOT NULL,
  month bigint NOT NULL,
  line text,
  version bigint NOT NULL,
  state text NOT NULL,
  stamped_file text,
  closed_on text,
  closed_on_from date,
  closed_on_to date,
  closed_by text,
  submitted_to text,
  figures jsonb,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  check_kind text,
  CONSTRAINT month_close_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE need (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  text text NOT NULL,
  side text NOT NULL,
  field text,
  raised_on text COLLATE "C",
  raised_on_from date,
  raised_on_to date,
  raised_by text,
  quantity numeric,
  unit text,
  status text NOT NULL,
  statement uuid,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT need_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE need_answer (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  need uuid NOT NULL,
  text text NOT NULL,
  statement uuid,
  task uuid,
  project uuid,
  answered_on text COLLATE "C",
  answered_on_from date,
  answered_on_to date,
  answered_by text,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT need_answer_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE need_answer_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  need uuid NOT NULL,
  text text NOT NULL,
  statement uuid,
  task uuid,
  project uuid,
  answered_on text COLLATE "C",
  answered_on_from date,
  answered_on_to date,
  answered_by text,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT need_answer_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE need_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  text text NOT NULL,
  side text NOT NULL,
  field text,
  raised_on text COLLATE "C",
  raised_on_from date,
  raised_on_to date,
  raised_by text,
  quantity numeric,
  unit text,
  status text NOT NULL,
  statement uuid,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT need_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE notice (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  subject text NOT NULL,
  type text NOT NULL,
  level text NOT NULL,
  project uuid,
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  min_days bigint,
  working_days boolean,
  channel text,
  place text,
  objections text,
  hotline text,
  status text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  period text,
  CONSTRAINT notice_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE notice_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  subject text NOT NULL,
  type text NOT NULL,
  level text NOT NULL,
  project uuid,
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  min_days bigint,
  working_days boolean,
  channel text,
  place text,
  objections text,
  hotline text,
  status text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  period text,
  CONSTRAINT notice_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE office (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  party uuid,
  branches text[],
  place text,
  maker_checker boolean NOT NULL,
  state text NOT NULL,
  search_grams text[] NOT NULL,
  reviewed text[],
  CONSTRAINT office_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE office_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  party uuid,
  branches text[],
  place text,
  maker_checker boolean NOT NULL,
  state text NOT NULL,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  reviewed text[],
  CONSTRAINT office_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE organisation (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  type text,
  credit_code text,
  former_names text[],
  place text,
  region uuid,
  search_grams text[] NOT NULL,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  contact text,
  CONSTRAINT organisation_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE organisation_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  type text,
  credit_code text,
  former_names text[],
  place text,
  region uuid,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  contact text,
  CONSTRAINT organisation_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE pace_rule (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  from_year bigint NOT NULL,
  yellow_points numeric NOT NULL,
  soon_months bigint NOT NULL,
  search_grams text[] NOT NULL,
  CONSTRAINT pace_rule_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE pace_rule_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  from_year bigint NOT NULL,
  yellow_points numeric NOT NULL,
  soon_months bigint NOT NULL,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT pace_rule_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE pair (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  label text COLLATE "C" NOT NULL,
  east uuid NOT NULL,
  west uuid NOT NULL,
  east_type text,
  west_type text,
  party_group uuid,
  since jsonb,
  began text,
  began_from date,
  began_to date,
  until text,
  until_from date,
  until_to date,
  search_grams text[] NOT NULL,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  CONSTRAINT pair_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE pair_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  label text COLLATE "C" NOT NULL,
  east uuid NOT NULL,
  west uuid NOT NULL,
  east_type text,
  west_type text,
  party_group uuid,
  since jsonb,
  began text,
  began_from date,
  began_to date,
  until text,
  until_from date,
  until_to date,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  CONSTRAINT pair_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE pairing (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  label text COLLATE "C" NOT NULL,
  east uuid NOT NULL,
  west uuid NOT NULL,
  east_type text,
  west_type text,
  party_group uuid,
  since jsonb,
  began text,
  began_from date,
  began_to date,
  until text,
  until_from date,
  until_to date,
  search_grams text[] NOT NULL,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  east_contact text,
  east_phone text,
  west_contact text,
  west_phone text,
  signed_on text,
  signed_on_from date,
  signed_on_to date,
  term text,
  agreement_no text,
  fund bigint,
  goods text,
  goods_value bigint,
  content text,
  year bigint,
  note text,
  salt bytea,
  CONSTRAINT pairing_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE pairing_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  label text COLLATE "C" NOT NULL,
  east uuid NOT NULL,
  west uuid NOT NULL,
  east_type text,
  west_type text,
  party_group uuid,
  since jsonb,
  began text,
  began_from date,
  began_to date,
  until text,
  until_from date,
  until_to date,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  east_contact text,
  east_phone text,
  west_contact text,
  west_phone text,
  signed_on text,
  signed_on_from date,
  signed_on_to date,
  term text,
  agreement_no text,
  fund bigint,
  goods text,
  goods_value bigint,
  content text,
  year bigint,
  note text,
  salt bytea,
  CONSTRAINT pairing_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE park (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  type text,
  place text,
  region uuid,
  area numeric,
  co_built_since text,
  co_built_since_from date,
  co_built_since_to date,
  agreement uuid,
  approval_no text,
  firms bigint,
  invested bigint,
  jobs bigint,
  relieved_jobs bigint,
  note text,
  search_grams text[] NOT NULL,
  sort_key text COLLATE "C" NOT NULL,
  CONSTRAINT park_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE park_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  type text,
  place text,
  region uuid,
  area numeric,
  co_built_since text,
  co_built_since_from date,
  co_built_since_to date,
  agreement uuid,
  approval_no text,
  firms bigint,
  invested bigint,
  jobs bigint,
  relieved_jobs bigint,
  note text,
  search_grams text[] NOT NULL,
  sort_key text COLLATE "C" NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT park_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE party (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  path text COLLATE "C" NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  adcode text,
  side text,
  region uuid,
  organisation uuid,
  members jsonb,
  search_grams text[] NOT NULL,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  former_names text[],
  CONSTRAINT party_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE party_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  path text COLLATE "C" NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  adcode text,
  side text,
  region uuid,
  organisation uuid,
  members jsonb,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  former_names text[],
  CONSTRAINT party_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE payment (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  project uuid NOT NULL,
  paid_on text COLLATE "C",
  paid_on_from date,
  paid_on_to date,
  amount bigint NOT NULL,
  payee text NOT NULL,
  payee_code text,
  voucher_no text,
  signer_west text,
  signer_east text,
  purpose text,
  explanation text,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT payment_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE payment_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  project uuid NOT NULL,
  paid_on text COLLATE "C",
  paid_on_from date,
  paid_on_to date,
  amount bigint NOT NULL,
  payee text NOT NULL,
  payee_code text,
  voucher_no text,
  signer_west text,
  signer_east text,
  purpose text,
  explanation text,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT payment_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE payment_share (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  payment uuid NOT NULL,
  source uuid NOT NULL,
  amount bigint NOT NULL,
  position bigint,
  search_grams text[] NOT NULL,
  CONSTRAINT payment_share_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE payment_share_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  payment uuid NOT NULL,
  source uuid NOT NULL,
  amount bigint NOT NULL,
  position bigint,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT payment_share_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE person (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  salt bytea,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  CONSTRAINT person_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE person_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  salt bytea,
  until_seq bigint NOT NULL,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  CONSTRAINT person_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE plan (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  tier text,
  year bigint,
  search_grams text[] NOT NULL,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  parent uuid,
  doc_no text,
  issued_on text,
  issued_on_from date,
  issued_on_to date,
  issuer text,
  responsible text,
  CONSTRAINT plan_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE plan_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  tier text,
  year bigint,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  parent uuid,
  doc_no text,
  issued_on text,
  issued_on_from date,
  issued_on_to date,
  issuer text,
  responsible text,
  CONSTRAINT plan_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE post (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  person uuid NOT NULL,
  holder text NOT NULL,
  title text NOT NULL,
  organisation text,
  region uuid,
  side text,
  seen text COLLATE "C",
  seen_from date,
  seen_to date,
  search_grams text[] NOT NULL,
  CONSTRAINT post_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE post_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  person uuid NOT NULL,
  holder text NOT NULL,
  title text NOT NULL,
  organisation text,
  region uuid,
  side text,
  seen text COLLATE "C",
  seen_from date,
  seen_to date,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT post_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE project (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  place text,
  region uuid,
  stage text,
  stage_printed text,
  search_grams text[] NOT NULL,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  project_no text,
  plan_year bigint,
  kind text,
  subkind text,
  nature text,
  fixed_investment boolean,
  places jsonb,
  content text,
  supervising_unit text,
  owner_unit text,
  responsible text,
  total bigint,
  coop_province bigint,
  coop_county bigint,
  coop_township bigint,
  bridging bigint,
  other_money bigint,
  disbursed bigint,
  paid bigint,
  progress_percent numeric,
  progress_text text,
  planned_start text,
  planned_start_from date,
  planned_start_to date,
  planned_end text,
  planned_end_from date,
  planned_end_to date,
  started text,
  started_from date,
  started_to date,
  completed text,
  completed_from date,
  completed_to date,
  accepted text,
  accepted_from date,
  accepted_to date,
  tender text,
  contractor text,
  contractor_code text,
  contract_amount bigint,
  villages bigint,
  households bigint,
  people bigint,
  relieved_households bigint,
  benefit_link text,
  performance_target text,
  lag_cause text,
  needs_coordination text,
  problems text,
  note text,
  support_focus text[],
  CONSTRAINT project_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE project_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  place text,
  region uuid,
  stage text,
  stage_printed text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  project_no text,
  plan_year bigint,
  kind text,
  subkind text,
  nature text,
  fixed_investment boolean,
  places jsonb,
  content text,
  supervising_unit text,
  owner_unit text,
  responsible text,
  total bigint,
  coop_province bigint,
  coop_county bigint,
  coop_township bigint,
  bridging bigint,
  other_money bigint,
  disbursed bigint,
  paid bigint,
  progress_percent numeric,
  progress_text text,
  planned_start text,
  planned_start_from date,
  planned_start_to date,
  planned_end text,
  planned_end_from date,
  planned_end_to date,
  started text,
  started_from date,
  started_to date,
  completed text,
  completed_from date,
  completed_to date,
  accepted text,
  accepted_from date,
  accepted_to date,
  tender text,
  contractor text,
  contractor_code text,
  contract_amount bigint,
  villages bigint,
  households bigint,
  people bigint,
  relieved_households bigint,
  benefit_link text,
  performance_target text,
  lag_cause text,
  needs_coordination text,
  problems text,
  note text,
  support_focus text[],
  CONSTRAINT project_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE project_progress (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  project uuid NOT NULL,
  as_of text COLLATE "C" NOT NULL,
  as_of_from date,
  as_of_to date,
  percent numeric,
  text text,
  problems text,
  reporter text,
  place text,
  search_grams text[] NOT NULL,
  CONSTRAINT project_progress_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE project_progress_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  project uuid NOT NULL,
  as_of text COLLATE "C" NOT NULL,
  as_of_from date,
  as_of_to date,
  percent numeric,
  text text,
  problems text,
  reporter text,
  place text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT project_progress_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE proof (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  record text NOT NULL,
  record_id uuid NOT NULL,
  field text,
  file_hash text COLLATE "C" NOT NULL,
  name text,
  size bigint NOT NULL,
  strength text NOT NULL,
  formed text,
  formed_from date,
  formed_to date,
  collected text,
  collected_from date,
  collected_to date,
  mark text,
  note text,
  search_grams text[] NOT NULL,
  salt bytea,
  look text,
  CONSTRAINT proof_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE proof_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  record text NOT NULL,
  record_id uuid NOT NULL,
  field text,
  file_hash text COLLATE "C" NOT NULL,
  name text,
  size bigint NOT NULL,
  strength text NOT NULL,
  formed text,
  formed_from date,
  formed_to date,
  collected text,
  collected_from date,
  collected_to date,
  mark text,
  note text,
  search_grams text[] NOT NULL,
  salt bytea,
  until_seq bigint NOT NULL,
  look text,
  CONSTRAINT proof_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE publicity (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  title text NOT NULL,
  medium text,
  level text,
  published_on text COLLATE "C",
  published_on_from date,
  published_on_to date,
  link text,
  author text,
  adopted_by text,
  withdrawn_on text,
  withdrawn_on_from date,
  withdrawn_on_to date,
  subject text,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT publicity_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE publicity_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  title text NOT NULL,
  medium text,
  level text,
  published_on text COLLATE "C",
  published_on_from date,
  published_on_to date,
  link text,
  author text,
  adopted_by text,
  withdrawn_on text,
  withdrawn_on_from date,
  withdrawn_on_to date,
  subject text,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT publicity_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE reception_plan (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  title text NOT NULL,
  visit uuid,
  letter uuid,
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  guests text,
  headcount bigint,
  host text,
  itinerary jsonb,
  stops uuid[],
  contact text,
  phone text,
  status text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  salt bytea,
  CONSTRAINT reception_plan_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE reception_plan_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  title text NOT NULL,
  visit uuid,
  letter uuid,
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  guests text,
  headcount bigint,
  host text,
  itinerary jsonb,
  stops uuid[],
  contact text,
  phone text,
  status text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  salt bytea,
  until_seq bigint NOT NULL,
  CONSTRAINT reception_plan_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE region (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  path text COLLATE "C" NOT NULL,
  name text NOT NULL,
  adcode text,
  level text,
  parent uuid,
  is_zone boolean,
  side text,
  search_grams text[] NOT NULL,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  former_names text[],
  county_classes jsonb,
  valid_from text,
  valid_from_from date,
  valid_from_to date,
  valid_to text,
  valid_to_from date,
  valid_to_to date,
  successor uuid,
  CONSTRAINT region_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE region_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  path text COLLATE "C" NOT NULL,
  name text NOT NULL,
  adcode text,
  level text,
  parent uuid,
  is_zone boolean,
  side text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  former_names text[],
  county_classes jsonb,
  valid_from text,
  valid_from_from date,
  valid_from_to date,
  valid_to text,
  valid_to_from date,
  valid_to_to date,
  successor uuid,
  CONSTRAINT region_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE reported_figure (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  of text COLLATE "C" NOT NULL,
  printed text NOT NULL,
  value numeric NOT NULL,
  unit text NOT NULL,
  measure text NOT NULL,
  amount bigint,
  base numeric,
  base_unit text,
  approx text,
  period text,
  accumulation text,
  regions text[],
  includes uuid[],
  change text,
  reported_on text,
  reported_on_from date,
  reported_on_to date,
  search_grams text[] NOT NULL,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  CONSTRAINT reported_figure_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE reported_figure_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  of text COLLATE "C" NOT NULL,
  printed text NOT NULL,
  value numeric NOT NULL,
  unit text NOT NULL,
  measure text NOT NULL,
  amount bigint,
  base numeric,
  base_unit text,
  approx text,
  period text,
  accumulation text,
  regions text[],
  includes uuid[],
  change text,
  reported_on text,
  reported_on_from date,
  reported_on_to date,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  sort_key text COLLATE "C" NOT NULL DEFAULT ''::text,
  CONSTRAINT reported_figure_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE rollup (
  scope_id uuid NOT NULL,
  series text COLLATE "C" NOT NULL,
  year integer NOT NULL,
  month integer NOT NULL,
  amount numeric NOT NULL,
  rows bigint NOT NULL,
  missing bigint NOT NULL,
  CONSTRAINT rollup_pkey PRIMARY KEY (scope_id, series, year, month)
);

CREATE TABLE rollup_rules (
  query text NOT NULL,
  digest text NOT NULL,
  CONSTRAINT rollup_rules_pkey PRIMARY KEY (query)
);

CREATE TABLE roster_count (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text NOT NULL,
  east jsonb NOT NULL,
  west jsonb NOT NULL,
  counted text,
  as_of text COLLATE "C",
  as_of_from date,
  as_of_to date,
  regions text[],
  search_grams text[] NOT NULL,
  CONSTRAINT roster_count_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE roster_count_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text NOT NULL,
  east jsonb NOT NULL,
  west jsonb NOT NULL,
  counted text,
  as_of text COLLATE "C",
  as_of_from date,
  as_of_to date,
  regions text[],
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT roster_count_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE row_word (
  scope_id uuid NOT NULL,
  record text COLLATE "C" NOT NULL,
  field text COLLATE "C" NOT NULL,
  word text COLLATE "C" NOT NULL,
  search_grams text[] NOT NULL,
  CONSTRAINT row_word_pkey PRIMARY KEY (scope_id, record, field, word)
);

CREATE TABLE row_word_read (
  scope_id uuid NOT NULL,
  record text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  CONSTRAINT row_word_read_pkey PRIMARY KEY (scope_id, record)
);

CREATE TABLE run (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  file_hash bytea,
  sheet text,
  columns jsonb,
  position bigint NOT NULL DEFAULT 0,
  state text NOT NULL,
  actor text NOT NULL,
  started_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamp with time zone,
  CONSTRAINT run_pkey PRIMARY KEY (scope_id, id),
  CONSTRAINT run_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'cancelled'::text, 'undone'::text])))
);

CREATE TABLE sale (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  sold_on text COLLATE "C",
  sold_on_from date,
  sold_on_to date,
  seller text NOT NULL,
  seller_code text,
  product text,
  quantity numeric,
  unit text,
  price bigint,
  amount bigint,
  buyer text,
  buyer_region text,
  buyer_kind text,
  mode text,
  channel text,
  invoice_no text,
  invoiced_on text,
  invoiced_on_from date,
  invoiced_on_to date,
  voucher text,
  counted boolean,
  exclusion text,
  year bigint NOT NULL,
  month bigint,
  note text,
  search_grams text[] NOT NULL,
  run uuid,
  sheet_row bigint,
  CONSTRAINT sale_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE sale_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  sold_on text COLLATE "C",
  sold_on_from date,
  sold_on_to date,
  seller text NOT NULL,
  seller_code text,
  product text,
  quantity numeric,
  unit text,
  price bigint,
  amount bigint,
  buyer text,
  buyer_region text,
  buyer_kind text,
  mode text,
  channel text,
  invoice_no text,
  invoiced_on text,
  invoiced_on_from date,
  invoiced_on_to date,
  voucher text,
  counted boolean,
  exclusion text,
  year bigint NOT NULL,
  month bigint,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  run uuid,
  sheet_row bigint,
  CONSTRAINT sale_past_pkey PRIMARY KEY (scope_id, id, seq)
);

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
  CONSTRAINT sales_point_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE sales_point_past (
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
  until_seq bigint NOT NULL,
  CONSTRAINT sales_point_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE saved_view (
  id uuid NOT NULL,
  account uuid NOT NULL,
  office uuid,
  record text COLLATE "C" NOT NULL,
  name text NOT NULL,
  address text NOT NULL,
  changed_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT saved_view_account_record_name_key UNIQUE (account, record, name),
  CONSTRAINT saved_view_pkey PRIMARY KEY (id),
  CONSTRAINT saved_view_account_fkey FOREIGN KEY (account) REFERENCES account(id) ON DELETE CASCADE
);

CREATE TABLE scope (
  id uuid NOT NULL,
  kind text NOT NULL,
  opened_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT scope_pkey PRIMARY KEY (id),
  CONSTRAINT scope_kind_check CHECK ((kind = ANY (ARRAY['nil'::text, 'pair'::text, 'party'::text])))
);

CREATE TABLE session (
  token_hash bytea NOT NULL,
  account_id uuid NOT NULL,
  made_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamp with time zone NOT NULL,
  membership uuid,
  seen_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  locked boolean NOT NULL DEFAULT false,
  failures integer NOT NULL DEFAULT 0,
  CONSTRAINT session_pkey PRIMARY KEY (token_hash),
  CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);

CREATE TABLE setting (
  name text NOT NULL,
  value jsonb NOT NULL,
  changed_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  changed_by text NOT NULL,
  CONSTRAINT setting_pkey PRIMARY KEY (name)
);

CREATE TABLE sheet_import (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  search_grams text[] NOT NULL DEFAULT '{}'::text[],
  document uuid NOT NULL,
  scope uuid NOT NULL,
  options jsonb,
  choices jsonb,
  runs jsonb,
  total bigint NOT NULL,
  account text NOT NULL,
  who text NOT NULL,
  CONSTRAINT sheet_import_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE sheet_import_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  search_grams text[] NOT NULL DEFAULT '{}'::text[],
  document uuid NOT NULL,
  scope uuid NOT NULL,
  options jsonb,
  choices jsonb,
  runs jsonb,
  total bigint NOT NULL,
  account text NOT NULL,
  who text NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT sheet_import_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE sheet_layout (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  search_grams text[] NOT NULL DEFAULT '{}'::text[],
  fingerprint text COLLATE "C" NOT NULL,
  form text NOT NULL,
  columns jsonb,
  answers jsonb,
  name text,
  CONSTRAINT sheet_layout_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE sheet_layout_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  search_grams text[] NOT NULL DEFAULT '{}'::text[],
  fingerprint text COLLATE "C" NOT NULL,
  form text NOT NULL,
  columns jsonb,
  answers jsonb,
  until_seq bigint NOT NULL,
  name text,
  CONSTRAINT sheet_layout_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE sign_in (
  token_hash bytea NOT NULL,
  account_id uuid NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT sign_in_pkey PRIMARY KEY (token_hash),
  CONSTRAINT sign_in_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);

CREATE TABLE signing (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  happening_id uuid NOT NULL,
  name text NOT NULL,
  object text,
  firm text,
  amount bigint,
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  date_inferred boolean,
  place text,
  parties uuid[],
  visit uuid,
  search_grams text[] NOT NULL,
  CONSTRAINT signing_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE signing_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  happening_id uuid NOT NULL,
  name text NOT NULL,
  object text,
  firm text,
  amount bigint,
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  date_inferred boolean,
  place text,
  parties uuid[],
  visit uuid,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT signing_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE source (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  search_grams text[] NOT NULL,
  salt bytea,
  record text NOT NULL,
  record_id uuid NOT NULL,
  field text NOT NULL,
  value jsonb,
  side text,
  chosen boolean NOT NULL,
  fact_id text,
  document_id uuid,
  place jsonb,
  quote text,
  CONSTRAINT source_pkey PRIMARY KEY (scope_id, id),
  CONSTRAINT source_side_check CHECK ((side = ANY (ARRAY['east'::text, 'west'::text])))
);

CREATE TABLE source_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  until_seq bigint NOT NULL,
  search_grams text[] NOT NULL,
  salt bytea,
  record text NOT NULL,
  record_id uuid NOT NULL,
  field text NOT NULL,
  value jsonb,
  side text,
  chosen boolean NOT NULL,
  fact_id text,
  document_id uuid,
  place jsonb,
  quote text,
  CONSTRAINT source_past_pkey PRIMARY KEY (scope_id, id, seq)
);

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
  head_seq bigint,
  head_hash text,
  drawn_office text,
  drawn_account uuid,
  drawn_role text,
  CONSTRAINT spot_check_pkey PRIMARY KEY (scope_id, id)
);

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
  CONSTRAINT spot_check_item_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE spot_check_item_past (
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
  until_seq bigint NOT NULL,
  CONSTRAINT spot_check_item_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE spot_check_past (
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
  until_seq bigint NOT NULL,
  head_seq bigint,
  head_hash text,
  drawn_office text,
  drawn_account uuid,
  drawn_role text,
  CONSTRAINT spot_check_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE statement (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  text text NOT NULL,
  act text NOT NULL,
  grade text NOT NULL,
  side text,
  speaker text,
  said_on text COLLATE "C",
  said_on_from date,
  said_on_to date,
  meeting uuid,
  visit uuid,
  fields text[],
  owners jsonb,
  quantity numeric,
  quantity_unit text,
  due text,
  due_from date,
  due_to date,
  answers uuid[],
  regions text[],
  state text NOT NULL,
  search_grams text[] NOT NULL,
  fulfilled_by uuid,
  fulfilled_in uuid,
  CONSTRAINT statement_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE statement_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  text text NOT NULL,
  act text NOT NULL,
  grade text NOT NULL,
  side text,
  speaker text,
  said_on text COLLATE "C",
  said_on_from date,
  said_on_to date,
  meeting uuid,
  visit uuid,
  fields text[],
  owners jsonb,
  quantity numeric,
  quantity_unit text,
  due text,
  due_from date,
  due_to date,
  answers uuid[],
  regions text[],
  state text NOT NULL,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  fulfilled_by uuid,
  fulfilled_in uuid,
  CONSTRAINT statement_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE submission (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea,
  search_grams text[] NOT NULL DEFAULT '{}'::text[],
  document uuid NOT NULL,
  account text NOT NULL,
  who text NOT NULL,
  party uuid,
  name text,
  CONSTRAINT submission_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE submission_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  salt bytea,
  search_grams text[] NOT NULL DEFAULT '{}'::text[],
  document uuid NOT NULL,
  account text NOT NULL,
  who text NOT NULL,
  party uuid,
  name text,
  until_seq bigint NOT NULL,
  CONSTRAINT submission_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE talent_event (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  happening_id uuid NOT NULL,
  name text NOT NULL,
  type text,
  sender uuid[],
  receiver uuid[],
  object text,
  lead text,
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  date_inferred boolean,
  place text,
  visit uuid,
  search_grams text[] NOT NULL,
  CONSTRAINT talent_event_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE talent_event_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  happening_id uuid NOT NULL,
  name text NOT NULL,
  type text,
  sender uuid[],
  receiver uuid[],
  object text,
  lead text,
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  date_inferred boolean,
  place text,
  visit uuid,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT talent_event_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE talent_posting (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  person uuid,
  person_name text NOT NULL,
  sex text,
  ethnicity text,
  born text,
  born_from date,
  born_to date,
  political text,
  direction text NOT NULL,
  category text NOT NULL,
  field text,
  sending_unit text,
  original_post text,
  receiving_unit text,
  local_post text,
  batch text,
  started text COLLATE "C",
  started_from date,
  started_to date,
  ended text,
  ended_from date,
  ended_to date,
  planned_end text,
  planned_end_from date,
  planned_end_to date,
  extended boolean,
  group_style boolean,
  days bigint,
  status text NOT NULL,
  deeds text,
  phone text,
  emergency_contact text,
  blood_type text,
  party_transfer text,
  note text,
  search_grams text[] NOT NULL,
  salt bytea,
  CONSTRAINT talent_posting_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE talent_posting_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  person uuid,
  person_name text NOT NULL,
  sex text,
  ethnicity text,
  born text,
  born_from date,
  born_to date,
  political text,
  direction text NOT NULL,
  category text NOT NULL,
  field text,
  sending_unit text,
  original_post text,
  receiving_unit text,
  local_post text,
  batch text,
  started text COLLATE "C",
  started_from date,
  started_to date,
  ended text,
  ended_from date,
  ended_to date,
  planned_end text,
  planned_end_from date,
  planned_end_to date,
  extended boolean,
  group_style boolean,
  days bigint,
  status text NOT NULL,
  deeds text,
  phone text,
  emergency_contact text,
  blood_type text,
  party_transfer text,
  note text,
  search_grams text[] NOT NULL,
  salt bytea,
  until_seq bigint NOT NULL,
  CONSTRAINT talent_posting_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE task (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  title text NOT NULL,
  item_no text,
  origin text NOT NULL,
  statement uuid,
  instruction uuid,
  agreement uuid,
  parent uuid,
  plan uuid,
  project uuid,
  side text NOT NULL,
  owner uuid,
  owner_name text,
  co_owners text[],
  responsible text,
  due text COLLATE "C",
  due_from date,
  due_to date,
  quantity numeric,
  unit text,
  status text NOT NULL,
  assigned_on text,
  assigned_on_from date,
  assigned_on_to date,
  urged_on text,
  urged_on_from date,
  urged_on_to date,
  reported_on text,
  reported_on_from date,
  reported_on_to date,
  done_on text,
  done_on_from date,
  done_on_to date,
  closed_on text,
  closed_on_from date,
  closed_on_to date,
  lag_cause text,
  needs_coordination boolean,
  coordination text,
  progress text,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT task_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE task_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  title text NOT NULL,
  item_no text,
  origin text NOT NULL,
  statement uuid,
  instruction uuid,
  agreement uuid,
  parent uuid,
  plan uuid,
  project uuid,
  side text NOT NULL,
  owner uuid,
  owner_name text,
  co_owners text[],
  responsible text,
  due text COLLATE "C",
  due_from date,
  due_to date,
  quantity numeric,
  unit text,
  status text NOT NULL,
  assigned_on text,
  assigned_on_from date,
  assigned_on_to date,
  urged_on text,
  urged_on_from date,
  urged_on_to date,
  reported_on text,
  reported_on_from date,
  reported_on_to date,
  done_on text,
  done_on_from date,
  done_on_to date,
  closed_on text,
  closed_on_from date,
  closed_on_to date,
  lag_cause text,
  needs_coordination boolean,
  coordination text,
  progress text,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT task_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE task_unit (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  task uuid NOT NULL,
  organisation uuid,
  name text COLLATE "C" NOT NULL,
  lead boolean,
  status text NOT NULL,
  reported_on text,
  reported_on_from date,
  reported_on_to date,
  progress text,
  lag_cause text,
  note text,
  search_grams text[] NOT NULL,
  CONSTRAINT task_unit_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE task_unit_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  task uuid NOT NULL,
  organisation uuid,
  name text COLLATE "C" NOT NULL,
  lead boolean,
  status text NOT NULL,
  reported_on text,
  reported_on_from date,
  reported_on_to date,
  progress text,
  lag_cause text,
  note text,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT task_unit_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE training (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  happening_id uuid NOT NULL,
  name text NOT NULL,
  object text,
  organiser uuid[],
  trainees uuid[],
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  date_inferred boolean,
  place text,
  persons bigint,
  person_times bigint,
  visit uuid,
  search_grams text[] NOT NULL,
  field text,
  days bigint,
  cost bigint,
  CONSTRAINT training_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE training_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  happening_id uuid NOT NULL,
  name text NOT NULL,
  object text,
  organiser uuid[],
  trainees uuid[],
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  date_inferred boolean,
  place text,
  persons bigint,
  person_times bigint,
  visit uuid,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  field text,
  days bigint,
  cost bigint,
  CONSTRAINT training_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE visit (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  happening_id uuid NOT NULL,
  name text NOT NULL,
  direction text,
  visitor uuid[],
  host uuid[],
  lead text,
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  date_inferred boolean,
  purpose text,
  headcount bigint,
  search_grams text[] NOT NULL,
  batch_no text,
  lead_rank text,
  letter_no text,
  note text,
  CONSTRAINT visit_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE visit_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  happening_id uuid NOT NULL,
  name text NOT NULL,
  direction text,
  visitor uuid[],
  host uuid[],
  lead text,
  start_date text COLLATE "C",
  start_date_from date,
  start_date_to date,
  end_date text,
  end_date_from date,
  end_date_to date,
  date_inferred boolean,
  purpose text,
  headcount bigint,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  batch_no text,
  lead_rank text,
  letter_no text,
  note text,
  CONSTRAINT visit_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE visit_stop (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  visit uuid NOT NULL,
  position bigint NOT NULL,
  name text NOT NULL,
  type text,
  project uuid,
  place text,
  region uuid,
  search_grams text[] NOT NULL,
  CONSTRAINT visit_stop_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE visit_stop_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  visit uuid NOT NULL,
  position bigint NOT NULL,
  name text NOT NULL,
  type text,
  project uuid,
  place text,
  region uuid,
  search_grams text[] NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT visit_stop_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE workshop (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  type text,
  operator text,
  operator_code text,
  township text,
  village text,
  east_built boolean,
  certified_on text,
  certified_on_from date,
  certified_on_to date,
  certificate_no text,
  jobs bigint,
  relieved_jobs bigint,
  status text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  sort_key text COLLATE "C" NOT NULL,
  CONSTRAINT workshop_pkey PRIMARY KEY (scope_id, id)
);

CREATE TABLE workshop_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  type text,
  operator text,
  operator_code text,
  township text,
  village text,
  east_built boolean,
  certified_on text,
  certified_on_from date,
  certified_on_to date,
  certificate_no text,
  jobs bigint,
  relieved_jobs bigint,
  status text NOT NULL,
  note text,
  search_grams text[] NOT NULL,
  sort_key text COLLATE "C" NOT NULL,
  until_seq bigint NOT NULL,
  CONSTRAINT workshop_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX affiliation_order ON public.affiliation USING btree (scope_id, moved_on, id);
CREATE INDEX affiliation_posting ON public.affiliation USING btree (scope_id, posting);
CREATE INDEX affiliation_search ON public.affiliation USING gin (search_grams);
CREATE INDEX affiliation_seq ON public.affiliation USING btree (scope_id, seq);
CREATE INDEX affiliation_past_seq ON public.affiliation_past USING btree (scope_id, seq);
CREATE INDEX affiliation_past_until ON public.affiliation_past USING btree (scope_id, until_seq);
CREATE INDEX agreement_east_unit ON public.agreement USING btree (east_unit);
CREATE INDEX agreement_order ON public.agreement USING btree (scope_id, signed_on, id);
CREATE INDEX agreement_search ON public.agreement USING gin (search_grams);
CREATE INDEX agreement_seq ON public.agreement USING btree (scope_id, seq);
CREATE INDEX agreement_west_unit ON public.agreement USING btree (west_unit);
CREATE INDEX agreement_past_seq ON public.agreement_past USING btree (scope_id, seq);
CREATE INDEX agreement_past_until ON public.agreement_past USING btree (scope_id, until_seq);
CREATE INDEX assessment_order ON public.assessment USING btree (scope_id, year, id);
CREATE INDEX assessment_search ON public.assessment USING gin (search_grams);
CREATE INDEX assessment_seq ON public.assessment USING btree (scope_id, seq);
CREATE INDEX assessment_past_seq ON public.assessment_past USING btree (scope_id, seq);
CREATE INDEX assessment_past_until ON public.assessment_past USING btree (scope_id, until_seq);
CREATE INDEX assessment_problem_assessment ON public.assessment_problem USING btree (scope_id, assessment);
CREATE INDEX assessment_problem_order ON public.assessment_problem USING btree (scope_id, due, id);
CREATE INDEX assessment_problem_search ON public.assessment_problem USING gin (search_grams);
CREATE INDEX assessment_problem_seq ON public.assessment_problem USING btree (scope_id, seq);
CREATE INDEX assessment_problem_task ON public.assessment_problem USING btree (scope_id, task);
CREATE INDEX assessment_problem_unit ON public.assessment_problem USING btree (unit);
CREATE INDEX assessment_problem_past_seq ON public.assessment_problem_past USING btree (scope_id, seq);
CREATE INDEX assessment_problem_past_until ON public.assessment_problem_past USING btree (scope_id, until_seq);
CREATE INDEX asset_order ON public.asset USING btree (scope_id, year, id);
CREATE INDEX asset_project ON public.asset USING btree (scope_id, project);
CREATE INDEX asset_search ON public.asset USING gin (search_grams);
CREATE INDEX asset_seq ON public.asset USING btree (scope_id, seq);
CREATE INDEX asset_past_seq ON public.asset_past USING btree (scope_id, seq);
CREATE INDEX asset_past_until ON public.asset_past USING btree (scope_id, until_seq);
CREATE INDEX attendance_meeting ON public.attendance USING btree (scope_id, meeting);
CREATE INDEX attendance_order ON public.attendance USING btree (scope_id, "position", id);
CREATE INDEX attendance_person ON public.attendance USING btree (person);
CREATE INDEX attendance_search ON public.attendance USING gin (search_grams);
CREATE INDEX attendance_seq ON public.attendance USING btree (scope_id, seq);
CREATE INDEX attendance_visit ON public.attendance USING btree (scope_id, visit);
CREATE INDEX attendance_past_seq ON public.attendance_past USING btree (scope_id, seq);
CREATE INDEX attendance_past_until ON public.attendance_past USING btree (scope_id, until_seq);
CREATE INDEX audit_account ON public.audit USING btree (account, seq);
CREATE INDEX audit_at ON public.audit USING btree (at);
CREATE INDEX audit_event ON public.audit USING btree (event COLLATE "C", seq);
CREATE INDEX backup_made ON public.backup USING btree (made_at);
CREATE INDEX briefing_order ON public.briefing USING btree (scope_id, cut_off, id);
CREATE INDEX briefing_search ON public.briefing USING gin (search_grams);
CREATE INDEX briefing_seq ON public.briefing USING btree (scope_id, seq);
CREATE INDEX briefing_past_seq ON public.briefing_past USING btree (scope_id, seq);
CREATE INDEX briefing_past_until ON public.briefing_past USING btree (scope_id, until_seq);
CREATE INDEX change_at ON public.change USING btree (scope_id, at);
CREATE INDEX change_time ON public.change USING btree (at, scope_id, seq);
CREATE INDEX collection_order ON public.collection USING btree (scope_id, due, id);
CREATE INDEX collection_search ON public.collection USING gin (search_grams);
CREATE INDEX collection_seq ON public.collection USING btree (scope_id, seq);
CREATE INDEX collection_past_seq ON public.collection_past USING btree (scope_id, seq);
CREATE INDEX collection_past_until ON public.collection_past USING btree (scope_id, until_seq);
CREATE INDEX collection_sheet_collection ON public.collection_sheet USING btree (scope_id, collection);
CREATE INDEX collection_sheet_order ON public.collection_sheet USING btree (scope_id, unit_name, id);
CREATE INDEX collection_sheet_search ON public.collection_sheet USING gin (search_grams);
CREATE INDEX collection_sheet_seq ON public.collection_sheet USING btree (scope_id, seq);
CREATE INDEX collection_sheet_unit ON public.collection_sheet USING btree (unit);
CREATE INDEX collection_sheet_past_seq ON public.collection_sheet_past USING btree (scope_id, seq);
CREATE INDEX collection_sheet_past_until ON public.collection_sheet_past USING btree (scope_id, until_seq);
CREATE INDEX decision_document ON public.decision USING btree (scope_id, document, seq);
CREATE INDEX decision_seq ON public.decision USING btree (scope_id, seq);
CREATE INDEX decision_past_seq ON public.decision_past USING btree (scope_id, seq);
CREATE INDEX decision_past_until ON public.decision_past USING btree (scope_id, until_seq);
CREATE INDEX demo_village_order ON public.demo_village USING btree (scope_id, year, id);
CREATE INDEX demo_village_search ON public.demo_village USING gin (search_grams);
CREATE INDEX demo_village_seq ON public.demo_village USING btree (scope_id, seq);
CREATE INDEX demo_village_past_seq ON public.demo_village_past USING btree (scope_id, seq);
CREATE INDEX demo_village_past_until ON public.demo_village_past USING btree (scope_id, until_seq);
CREATE INDEX dictionary_code ON public.dictionary USING btree (scope_id, name COLLATE "C", code COLLATE "C", id);
CREATE INDEX dictionary_order ON public.dictionary USING btree (scope_id, from_year, id);
CREATE INDEX dictionary_search ON public.dictionary USING gin (search_grams);
CREATE INDEX dictionary_seq ON public.dictionary USING btree (scope_id, seq);
CREATE INDEX dictionary_alias_order ON public.dictionary_alias USING btree (scope_id, from_year, id);
CREATE INDEX dictionary_alias_search ON public.dictionary_alias USING gin (search_grams);
CREATE INDEX dictionary_alias_seq ON public.dictionary_alias USING btree (scope_id, seq);
CREATE INDEX dictionary_alias_past_seq ON public.dictionary_alias_past USING btree (scope_id, seq);
CREATE INDEX dictionary_alias_past_until ON public.dictionary_alias_past USING btree (scope_id, until_seq);
CREATE INDEX dictionary_past_seq ON public.dictionary_past USING btree (scope_id, seq);
CREATE INDEX dictionary_past_until ON public.dictionary_past USING btree (scope_id, until_seq);
CREATE INDEX document_arrival ON public.document USING btree (scope_id, arrival DESC);
CREATE INDEX document_name ON public.document USING btree (scope_id, name COLLATE "C");
CREATE INDEX document_seq ON public.document USING btree (scope_id, seq);
CREATE INDEX document_past_seq ON public.document_past USING btree (scope_id, seq);
CREATE INDEX document_past_until ON public.document_past USING btree (scope_id, until_seq);
CREATE INDEX document_search_grams ON public.document_search USING gin (search_grams);
CREATE INDEX document_search_seq ON public.document_search USING btree (scope_id, seq);
CREATE INDEX document_text_seq ON public.document_text USING btree (scope_id, seq);
CREATE INDEX document_text_past_seq ON public.document_text_past USING btree (scope_id, seq);
CREATE INDEX document_text_past_until ON public.document_text_past USING btree (scope_id, until_seq);
CREATE INDEX donation_giver ON public.donation USING gin (giver);
CREATE INDEX donation_happening_id ON public.donation USING btree (happening_id);
CREATE INDEX donation_order ON public.donation USING btree (scope_id, start_date, id);
CREATE INDEX donation_receiver ON public.donation USING gin (receiver);
CREATE INDEX donation_search ON public.donation USING gin (search_grams);
CREATE INDEX donation_seq ON public.donation USING btree (scope_id, seq);
CREATE INDEX donation_visit ON public.donation USING btree (scope_id, visit);
CREATE INDEX donation_past_seq ON public.donation_past USING btree (scope_id, seq);
CREATE INDEX donation_past_until ON public.donation_past USING btree (scope_id, until_seq);
CREATE INDEX enrolment_order ON public.enrolment USING btree (scope_id, entered_on, id);
CREATE INDEX enrolment_search ON public.enrolment USING gin (search_grams);
CREATE INDEX enrolment_seq ON public.enrolment USING btree (scope_id, seq);
CREATE INDEX enrolment_past_seq ON public.enrolment_past USING btree (scope_id, seq);
CREATE INDEX enrolment_past_until ON public.enrolment_past USING btree (scope_id, until_seq);
CREATE INDEX fact_document ON public.fact USING btree (scope_id, document, ordinal);
CREATE INDEX fact_kind ON public.fact USING btree (scope_id, kind);
CREATE INDEX fact_seq ON public.fact USING btree (scope_id, seq);
CREATE INDEX fact_past_seq ON public.fact_past USING btree (scope_id, seq);
CREATE INDEX fact_past_until ON public.fact_past USING btree (scope_id, until_seq);
CREATE INDEX fair_happening_id ON public.fair USING btree (happening_id);
CREATE INDEX fair_order ON public.fair USING btree (scope_id, start_date, id);
CREATE INDEX fair_parties ON public.fair USING gin (parties);
CREATE INDEX fair_search ON public.fair USING gin (search_grams);
CREATE INDEX fair_seq ON public.fair USING btree (scope_id, seq);
CREATE INDEX fair_visit ON public.fair USING btree (scope_id, visit);
CREATE INDEX fair_past_seq ON public.fair_past USING btree (scope_id, seq);
CREATE INDEX fair_past_until ON public.fair_past USING btree (scope_id, until_seq);
CREATE INDEX fund_source_giver ON public.fund_source USING btree (giver);
CREATE INDEX fund_source_order ON public.fund_source USING btree (scope_id, year, id);
CREATE INDEX fund_source_search ON public.fund_source USING gin (search_grams);
CREATE INDEX fund_source_seq ON public.fund_source USING btree (scope_id, seq);
CREATE INDEX fund_source_past_seq ON public.fund_source_past USING btree (scope_id, seq);
CREATE INDEX fund_source_past_until ON public.fund_source_past USING btree (scope_id, until_seq);
CREATE INDEX fund_tranche_order ON public.fund_tranche USING btree (scope_id, "on", id);
CREATE INDEX fund_tranche_project ON public.fund_tranche USING btree (scope_id, project);
CREATE INDEX fund_tranche_search ON public.fund_tranche USING gin (search_grams);
CREATE INDEX fund_tranche_seq ON public.fund_tranche USING btree (scope_id, seq);
CREATE INDEX fund_tranche_source ON public.fund_tranche USING btree (scope_id, source);
CREATE INDEX fund_tranche_past_seq ON public.fund_tranche_past USING btree (scope_id, seq);
CREATE INDEX fund_tranche_past_until ON public.fund_tranche_past USING btree (scope_id, until_seq);
CREATE INDEX handover_order ON public.handover USING btree (scope_id, handed_on, id);
CREATE INDEX handover_search ON public.handover USING gin (search_grams);
CREATE INDEX handover_seq ON public.handover USING btree (scope_id, seq);
CREATE INDEX handover_past_seq ON public.handover_past USING btree (scope_id, seq);
CREATE INDEX handover_past_until ON public.handover_past USING btree (scope_id, until_seq);
CREATE INDEX held_change_command ON public.held_change USING btree (command);
CREATE INDEX held_change_document ON public.held_change USING btree (document);
CREATE INDEX held_change_files ON public.held_change USING gin (files);
CREATE INDEX held_change_office ON public.held_change USING btree (office, state, id);
CREATE INDEX held_change_order ON public.held_change USING btree (scope_id, state, id);
CREATE INDEX held_change_scope ON public.held_change USING btree (scope);
CREATE INDEX held_change_search ON public.held_change USING gin (search_grams);
CREATE INDEX held_change_seq ON public.held_change USING btree (scope_id, seq);
CREATE INDEX held_change_touches ON public.held_change USING gin (touches);
CREATE INDEX held_change_past_seq ON public.held_change_past USING btree (scope_id, seq);
CREATE INDEX held_change_past_until ON public.held_change_past USING btree (scope_id, until_seq);
CREATE INDEX holder_order ON public.holder USING btree (scope_id, name, id);
CREATE INDEX holder_search ON public.holder USING gin (search_grams);
CREATE INDEX holder_seq ON public.holder USING btree (scope_id, seq);
CREATE INDEX holder_past_seq ON public.holder_past USING btree (scope_id, seq);
CREATE INDEX holder_past_until ON public.holder_past USING btree (scope_id, until_seq);
CREATE INDEX indicator_rule_order ON public.indicator_rule USING btree (scope_id, from_year, id);
CREATE INDEX indicator_rule_search ON public.indicator_rule USING gin (search_grams);
CREATE INDEX indicator_rule_seq ON public.indicator_rule USING btree (scope_id, seq);
CREATE INDEX indicator_rule_past_seq ON public.indicator_rule_past USING btree (scope_id, seq);
CREATE INDEX indicator_rule_past_until ON public.indicator_rule_past USING btree (scope_id, until_seq);
CREATE INDEX indicator_target_agreement ON public.indicator_target USING btree (scope_id, agreement);
CREATE INDEX indicator_target_order ON public.indicator_target USING btree (scope_id, year, id);
CREATE INDEX indicator_target_search ON public.indicator_target USING gin (search_grams);
CREATE INDEX indicator_target_seq ON public.indicator_target USING btree (scope_id, seq);
CREATE INDEX indicator_target_past_seq ON public.indicator_target_past USING btree (scope_id, seq);
CREATE INDEX indicator_target_past_until ON public.indicator_target_past USING btree (scope_id, until_seq);
CREATE INDEX indicator_value_order ON public.indicator_value USING btree (scope_id, year, id);
CREATE INDEX indicator_value_search ON public.indicator_value USING gin (search_grams);
CREATE INDEX indicator_value_seq ON public.indicator_value USING btree (scope_id, seq);
CREATE INDEX indicator_value_past_seq ON public.indicator_value_past USING btree (scope_id, seq);
CREATE INDEX indicator_value_past_until ON public.indicator_value_past USING btree (scope_id, until_seq);
CREATE INDEX indicator_window_jobs ON public.indicator_window USING btree (code, year) WHERE (measure = 'jobs'::text);
CREATE INDEX instruction_leader ON public.instruction USING btree (leader);
CREATE INDEX instruction_order ON public.instruction USING btree (scope_id, "on", id);
CREATE INDEX instruction_search ON public.instruction USING gin (search_grams);
CREATE INDEX instruction_seq ON public.instruction USING btree (scope_id, seq);
CREATE INDEX instruction_past_seq ON public.instruction_past USING btree (scope_id, seq);
CREATE INDEX instruction_past_until ON public.instruction_past USING btree (scope_id, until_seq);
CREATE INDEX investment_order ON public.investment USING btree (scope_id, signed_on, id);
CREATE INDEX investment_park ON public.investment USING btree (scope_id, park);
CREATE INDEX investment_project ON public.investment USING btree (scope_id, project);
CREATE INDEX investment_search ON public.investment USING gin (search_grams);
CREATE INDEX investment_seq ON public.investment USING btree (scope_id, seq);
CREATE INDEX investment_arrival_investment ON public.investment_arrival USING btree (scope_id, investment);
CREATE INDEX investment_arrival_order ON public.investment_arrival USING btree (scope_id, arrived_on, id);
CREATE INDEX investment_arrival_search ON public.investment_arrival USING gin (search_grams);
CREATE INDEX investment_arrival_seq ON public.investment_arrival USING btree (scope_id, seq);
CREATE INDEX investment_arrival_past_seq ON public.investment_arrival_past USING btree (scope_id, seq);
CREATE INDEX investment_arrival_past_until ON public.investment_arrival_past USING btree (scope_id, until_seq);
CREATE INDEX investment_past_seq ON public.investment_past USING btree (scope_id, seq);
CREATE INDEX investment_past_until ON public.investment_past USING btree (scope_id, until_seq);
CREATE INDEX labour_brand_order ON public.labour_brand USING btree (scope_id, sort_key, id);
CREATE INDEX labour_brand_search ON public.labour_brand USING gin (search_grams);
CREATE INDEX labour_brand_seq ON public.labour_brand USING btree (scope_id, seq);
CREATE INDEX labour_brand_past_seq ON public.labour_brand_past USING btree (scope_id, seq);
CREATE INDEX labour_brand_past_until ON public.labour_brand_past USING btree (scope_id, until_seq);
CREATE INDEX labour_record_counted ON public.labour_record USING btree (hashtextextended(COALESCE(person_key, (id)::text), (0)::bigint), scope_id);
CREATE INDEX labour_record_employer ON public.labour_record USING btree (scope_id, employer);
CREATE INDEX labour_record_name ON public.labour_record USING btree (person_name COLLATE "C");
CREATE INDEX labour_record_order ON public.labour_record USING btree (scope_id, year, id);
CREATE INDEX labour_record_seq ON public.labour_record USING btree (scope_id, seq);
CREATE INDEX labour_record_township ON public.labour_record USING btree (scope_id, township);
CREATE INDEX labour_record_village ON public.labour_record USING btree (scope_id, village);
CREATE INDEX labour_record_past_counted ON public.labour_record_past USING btree (hashtextextended(COALESCE(person_key, (id)::text), (0)::bigint), scope_id);
CREATE INDEX labour_record_past_seq ON public.labour_record_past USING btree (scope_id, seq);
CREATE INDEX labour_record_past_until ON public.labour_record_past USING btree (scope_id, until_seq);
CREATE INDEX labour_station_order ON public.labour_station USING btree (scope_id, sort_key, id);
CREATE INDEX labour_station_search ON public.labour_station USING gin (search_grams);
CREATE INDEX labour_station_seq ON public.labour_station USING btree (scope_id, seq);
CREATE INDEX labour_station_past_seq ON public.labour_station_past USING btree (scope_id, seq);
CREATE INDEX labour_station_past_until ON public.labour_station_past USING btree (scope_id, until_seq);
CREATE INDEX leave_order ON public.leave USING btree (scope_id, left_on, id);
CREATE INDEX leave_posting ON public.leave USING btree (scope_id, posting);
CREATE INDEX leave_search ON public.leave USING gin (search_grams);
CREATE INDEX leave_seq ON public.leave USING btree (scope_id, seq);
CREATE INDEX leave_past_seq ON public.leave_past USING btree (scope_id, seq);
CREATE INDEX leave_past_until ON public.leave_past USING btree (scope_id, until_seq);
CREATE INDEX letter_answers ON public.letter USING btree (scope_id, answers);
CREATE INDEX letter_order ON public.letter USING btree (scope_id, dated, id);
CREATE INDEX letter_search ON public.letter USING gin (search_grams);
CREATE INDEX letter_seq ON public.letter USING btree (scope_id, seq);
CREATE INDEX letter_visit ON public.letter USING btree (scope_id, visit);
CREATE INDEX letter_past_seq ON public.letter_past USING btree (scope_id, seq);
CREATE INDEX letter_past_until ON public.letter_past USING btree (scope_id, until_seq);
CREATE INDEX meeting_happening_id ON public.meeting USING btree (happening_id);
CREATE INDEX meeting_order ON public.meeting USING btree (scope_id, start_date, id);
CREATE INDEX meeting_parties ON public.meeting USING gin (parties);
CREATE INDEX meeting_search ON public.meeting USING gin (search_grams);
CREATE INDEX meeting_seq ON public.meeting USING btree (scope_id, seq);
CREATE INDEX meeting_visit ON public.meeting USING btree (scope_id, visit);
CREATE INDEX meeting_past_seq ON public.meeting_past USING btree (scope_id, seq);
CREATE INDEX meeting_past_until ON public.meeting_past USING btree (scope_id, until_seq);
CREATE INDEX membership_account ON public.membership USING btree (account);
CREATE INDEX membership_office ON public.membership USING btree (office);
CREATE INDEX membership_order ON public.membership USING btree (scope_id, role, id);
CREATE INDEX membership_pairs ON public.membership USING gin (pairs);
CREATE INDEX membership_search ON public.membership USING gin (search_grams);
CREATE INDEX membership_seq ON public.membership USING btree (scope_id, seq);
CREATE INDEX membership_past_seq ON public.membership_past USING btree (scope_id, seq);
CREATE INDEX membership_past_until ON public.membership_past USING btree (scope_id, until_seq);
CREATE INDEX milestone_happening_id ON public.milestone USING btree (happening_id);
CREATE INDEX milestone_order ON public.milestone USING btree (scope_id, date, id);
CREATE INDEX milestone_project ON public.milestone USING btree (scope_id, project);
CREATE INDEX milestone_search ON public.milestone USING gin (search_grams);
CREATE INDEX milestone_seq ON public.milestone USING btree (scope_id, seq);
CREATE INDEX milestone_visit ON public.milestone USING btree (scope_id, visit);
CREATE INDEX milestone_past_seq ON public.milestone_past USING btree (scope_id, seq);
CREATE INDEX milestone_past_until ON public.milestone_past USING btree (scope_id, until_seq);
CREATE INDEX month_close_order ON public.month_close USING btree (scope_id, year, id);
CREATE INDEX month_close_search ON public.month_close USING gin (search_grams);
CREATE INDEX month_close_seq ON public.month_close USING btree (scope_id, seq);
CREATE INDEX month_close_past_seq ON public.month_close_past USING btree (scope_id, seq);
CREATE INDEX month_close_past_until ON public.month_close_past USING btree (scope_id, until_seq);
CREATE INDEX need_order ON public.need USING btree (scope_id, raised_on, id);
CREATE INDEX need_search ON public.need USING gin (search_grams);
CREATE INDEX need_seq ON public.need USING btree (scope_id, seq);
CREATE INDEX need_statement ON public.need USING btree (scope_id, statement);
CREATE INDEX need_answer_need ON public.need_answer USING btree (scope_id, need);
CREATE INDEX need_answer_order ON public.need_answer USING btree (scope_id, answered_on, id);
CREATE INDEX need_answer_project ON public.need_answer USING btree (scope_id, project);
CREATE INDEX need_answer_search ON public.need_answer USING gin (search_grams);
CREATE INDEX need_answer_seq ON public.need_answer USING btree (scope_id, seq);
CREATE INDEX need_answer_statement ON public.need_answer USING btree (scope_id, statement);
CREATE INDEX need_answer_task ON public.need_answer USING btree (scope_id, task);
CREATE INDEX need_answer_past_seq ON public.need_answer_past USING btree (scope_id, seq);
CREATE INDEX need_answer_past_until ON public.need_answer_past USING btree (scope_id, until_seq);
CREATE INDEX need_past_seq ON public.need_past USING btree (scope_id, seq);
CREATE INDEX need_past_until ON public.need_past USING btree (scope_id, until_seq);
CREATE INDEX notice_order ON public.notice USING btree (scope_id, start_date, id);
CREATE INDEX notice_project ON public.notice USING btree (scope_id, project);
CREATE INDEX notice_search ON public.notice USING gin (search_grams);
CREATE INDEX notice_seq ON public.notice USING btree (scope_id, seq);
CREATE INDEX notice_past_seq ON public.notice_past USING btree (scope_id, seq);
CREATE INDEX notice_past_until ON public.notice_past USING btree (scope_id, until_seq);
CREATE INDEX office_order ON public.office USING btree (scope_id, name, id);
CREATE INDEX office_party ON public.office USING btree (party);
CREATE INDEX office_search ON public.office USING gin (search_grams);
CREATE INDEX office_seq ON public.office USING btree (scope_id, seq);
CREATE INDEX office_past_seq ON public.office_past USING btree (scope_id, seq);
CREATE INDEX office_past_until ON public.office_past USING btree (scope_id, until_seq);
CREATE INDEX organisation_order ON public.organisation USING btree (scope_id, sort_key, id);
CREATE INDEX organisation_region ON public.organisation USING btree (region);
CREATE INDEX organisation_search ON public.organisation USING gin (search_grams);
CREATE INDEX organisation_seq ON public.organisation USING btree (scope_id, seq);
CREATE INDEX organisation_past_seq ON public.organisation_past USING btree (scope_id, seq);
CREATE INDEX organisation_past_until ON public.organisation_past USING btree (scope_id, until_seq);
CREATE INDEX pace_rule_order ON public.pace_rule USING btree (scope_id, from_year, id);
CREATE INDEX pace_rule_search ON public.pace_rule USING gin (search_grams);
CREATE INDEX pace_rule_seq ON public.pace_rule USING btree (scope_id, seq);
CREATE INDEX pace_rule_past_seq ON public.pace_rule_past USING btree (scope_id, seq);
CREATE INDEX pace_rule_past_until ON public.pace_rule_past USING btree (scope_id, until_seq);
CREATE INDEX pair_east ON public.pair USING btree (east);
CREATE INDEX pair_order ON public.pair USING btree (scope_id, sort_key, id);
CREATE INDEX pair_party_group ON public.pair USING btree (party_group);
CREATE INDEX pair_search ON public.pair USING gin (search_grams);
CREATE INDEX pair_seq ON public.pair USING btree (scope_id, seq);
CREATE INDEX pair_west ON public.pair USING btree (west);
CREATE INDEX pair_past_seq ON public.pair_past USING btree (scope_id, seq);
CREATE INDEX pair_past_until ON public.pair_past USING btree (scope_id, until_seq);
CREATE INDEX pairing_east ON public.pairing USING btree (east);
CREATE INDEX pairing_order ON public.pairing USING btree (scope_id, sort_key, id);
CREATE INDEX pairing_party_group ON public.pairing USING btree (party_group);
CREATE INDEX pairing_search ON public.pairing USING gin (search_grams);
CREATE INDEX pairing_seq ON public.pairing USING btree (scope_id, seq);
CREATE INDEX pairing_west ON public.pairing USING btree (west);
CREATE INDEX pairing_past_seq ON public.pairing_past USING btree (scope_id, seq);
CREATE INDEX pairing_past_until ON public.pairing_past USING btree (scope_id, until_seq);
CREATE INDEX park_agreement ON public.park USING btree (scope_id, agreement);
CREATE INDEX park_order ON public.park USING btree (scope_id, sort_key, id);
CREATE INDEX park_region ON public.park USING btree (region);
CREATE INDEX park_search ON public.park USING gin (search_grams);
CREATE INDEX park_seq ON public.park USING btree (scope_id, seq);
CREATE INDEX park_past_seq ON public.park_past USING btree (scope_id, seq);
CREATE INDEX park_past_until ON public.park_past USING btree (scope_id, until_seq);
CREATE INDEX party_order ON public.party USING btree (scope_id, sort_key, id);
CREATE INDEX party_organisation ON public.party USING btree (organisation);
CREATE INDEX party_region ON public.party USING btree (region);
CREATE INDEX party_search ON public.party USING gin (search_grams);
CREATE INDEX party_seq ON public.party USING btree (scope_id, seq);
CREATE INDEX party_past_seq ON public.party_past USING btree (scope_id, seq);
CREATE INDEX party_past_until ON public.party_past USING btree (scope_id, until_seq);
CREATE INDEX payment_order ON public.payment USING btree (scope_id, paid_on, id);
CREATE INDEX payment_project ON public.payment USING btree (scope_id, project);
CREATE INDEX payment_search ON public.payment USING gin (search_grams);
CREATE INDEX payment_seq ON public.payment USING btree (scope_id, seq);
CREATE INDEX payment_past_seq ON public.payment_past USING btree (scope_id, seq);
CREATE INDEX payment_past_until ON public.payment_past USING btree (scope_id, until_seq);
CREATE INDEX payment_share_order ON public.payment_share USING btree (scope_id, "position", id);
CREATE INDEX payment_share_payment ON public.payment_share USING btree (scope_id, payment);
CREATE INDEX payment_share_search ON public.payment_share USING gin (search_grams);
CREATE INDEX payment_share_seq ON public.payment_share USING btree (scope_id, seq);
CREATE INDEX payment_share_source ON public.payment_share USING btree (scope_id, source);
CREATE INDEX payment_share_past_seq ON public.payment_share_past USING btree (scope_id, seq);
CREATE INDEX payment_share_past_until ON public.payment_share_past USING btree (scope_id, until_seq);
CREATE INDEX person_order ON public.person USING btree (scope_id, sort_key, id);
CREATE INDEX person_search ON public.person USING gin (search_grams);
CREATE INDEX person_seq ON public.person USING btree (scope_id, seq);
CREATE INDEX person_past_seq ON public.person_past USING btree (scope_id, seq);
CREATE INDEX person_past_until ON public.person_past USING btree (scope_id, until_seq);
CREATE INDEX plan_order ON public.plan USING btree (scope_id, sort_key, id);
CREATE INDEX plan_parent ON public.plan USING btree (scope_id, parent);
CREATE INDEX plan_search ON public.plan USING gin (search_grams);
CREATE INDEX plan_seq ON public.plan USING btree (scope_id, seq);
CREATE INDEX plan_past_seq ON public.plan_past USING btree (scope_id, seq);
CREATE INDEX plan_past_until ON public.plan_past USING btree (scope_id, until_seq);
CREATE INDEX post_order ON public.post USING btree (scope_id, seen, id);
CREATE INDEX post_person ON public.post USING btree (scope_id, person);
CREATE INDEX post_person_anywhere ON public.post USING btree (person);
CREATE INDEX post_region ON public.post USING btree (region);
CREATE INDEX post_search ON public.post USING gin (search_grams);
CREATE INDEX post_seq ON public.post USING btree (scope_id, seq);
CREATE INDEX post_past_seq ON public.post_past USING btree (scope_id, seq);
CREATE INDEX post_past_until ON public.post_past USING btree (scope_id, until_seq);
CREATE INDEX project_order ON public.project USING btree (scope_id, sort_key, id);
CREATE INDEX project_plan_year ON public.project USING btree (scope_id, plan_year, id);
CREATE INDEX project_region ON public.project USING btree (region);
CREATE INDEX project_search ON public.project USING gin (search_grams);
CREATE INDEX project_seq ON public.project USING btree (scope_id, seq);
CREATE INDEX project_past_seq ON public.project_past USING btree (scope_id, seq);
CREATE INDEX project_past_until ON public.project_past USING btree (scope_id, until_seq);
CREATE INDEX project_progress_order ON public.project_progress USING btree (scope_id, as_of, id);
CREATE INDEX project_progress_project ON public.project_progress USING btree (scope_id, project);
CREATE INDEX project_progress_search ON public.project_progress USING gin (search_grams);
CREATE INDEX project_progress_seq ON public.project_progress USING btree (scope_id, seq);
CREATE INDEX project_progress_past_seq ON public.project_progress_past USING btree (scope_id, seq);
CREATE INDEX project_progress_past_until ON public.project_progress_past USING btree (scope_id, until_seq);
CREATE INDEX proof_file ON public.proof USING btree (file_hash);
CREATE INDEX proof_look ON public.proof USING btree (look);
CREATE INDEX proof_row ON public.proof USING btree (scope_id, record, record_id);
CREATE INDEX proof_seq ON public.proof USING btree (scope_id, seq);
CREATE INDEX proof_past_file ON public.proof_past USING btree (file_hash);
CREATE INDEX proof_past_seq ON public.proof_past USING btree (scope_id, seq);
CREATE INDEX proof_past_until ON public.proof_past USING btree (scope_id, until_seq);
CREATE INDEX publicity_order ON public.publicity USING btree (scope_id, published_on, id);
CREATE INDEX publicity_search ON public.publicity USING gin (search_grams);
CREATE INDEX publicity_seq ON public.publicity USING btree (scope_id, seq);
CREATE INDEX publicity_past_seq ON public.publicity_past USING btree (scope_id, seq);
CREATE INDEX publicity_past_until ON public.publicity_past USING btree (scope_id, until_seq);
CREATE INDEX reception_plan_letter ON public.reception_plan USING btree (scope_id, letter);
CREATE INDEX reception_plan_order ON public.reception_plan USING btree (scope_id, start_date, id);
CREATE INDEX reception_plan_search ON public.reception_plan USING gin (search_grams);
CREATE INDEX reception_plan_seq ON public.reception_plan USING btree (scope_id, seq);
CREATE INDEX reception_plan_stops ON public.reception_plan USING gin (stops);
CREATE INDEX reception_plan_visit ON public.reception_plan USING btree (scope_id, visit);
CREATE INDEX reception_plan_past_seq ON public.reception_plan_past USING btree (scope_id, seq);
CREATE INDEX reception_plan_past_until ON public.reception_plan_past USING btree (scope_id, until_seq);
CREATE INDEX region_order ON public.region USING btree (scope_id, sort_key, id);
CREATE INDEX region_parent ON public.region USING btree (parent);
CREATE INDEX region_search ON public.region USING gin (search_grams);
CREATE INDEX region_seq ON public.region USING btree (scope_id, seq);
CREATE INDEX region_successor ON public.region USING btree (successor);
CREATE INDEX region_past_seq ON public.region_past USING btree (scope_id, seq);
CREATE INDEX region_past_until ON public.region_past USING btree (scope_id, until_seq);
CREATE INDEX reported_figure_includes ON public.reported_figure USING gin (includes);
CREATE INDEX reported_figure_order ON public.reported_figure USING btree (scope_id, sort_key, id);
CREATE INDEX reported_figure_search ON public.reported_figure USING gin (search_grams);
CREATE INDEX reported_figure_seq ON public.reported_figure USING btree (scope_id, seq);
CREATE INDEX reported_figure_past_seq ON public.reported_figure_past USING btree (scope_id, seq);
CREATE INDEX reported_figure_past_until ON public.reported_figure_past USING btree (scope_id, until_seq);
CREATE INDEX roster_count_order ON public.roster_count USING btree (scope_id, as_of, id);
CREATE INDEX roster_count_search ON public.roster_count USING gin (search_grams);
CREATE INDEX roster_count_seq ON public.roster_count USING btree (scope_id, seq);
CREATE INDEX roster_count_past_seq ON public.roster_count_past USING btree (scope_id, seq);
CREATE INDEX roster_count_past_until ON public.roster_count_past USING btree (scope_id, until_seq);
CREATE INDEX row_word_grams ON public.row_word USING gin (search_grams);
CREATE INDEX sale_buyer ON public.sale USING btree (buyer);
CREATE INDEX sale_invoice ON public.sale USING btree (ltrim(regexp_replace(invoice_no, '\D'::text, ''::text, 'g'::text), '0'::text)) WHERE (invoice_no IS NOT NULL);
CREATE INDEX sale_invoice_no ON public.sale USING btree (invoice_no COLLATE "C");
CREATE INDEX sale_order ON public.sale USING btree (scope_id, sold_on, id);
CREATE INDEX sale_search ON public.sale USING gin (search_grams);
CREATE INDEX sale_seq ON public.sale USING btree (scope_id, seq);
CREATE INDEX sale_subject ON public.sale USING btree (scope_id, hashtextextended(COALESCE(NULLIF(ltrim(regexp_replace(invoice_no, '[^0-9]'::text, ''::text, 'g'::text), '0'::text), ''::text), ((COALESCE(sold_on, ''::text) || '|'::text) || COALESCE((amount)::text, ''::text))), (0)::bigint));
CREATE INDEX sale_past_seq ON public.sale_past USING btree (scope_id, seq);
CREATE INDEX sale_past_until ON public.sale_past USING btree (scope_id, until_seq);
CREATE INDEX sales_point_order ON public.sales_point USING btree (scope_id, sort_key, id);
CREATE INDEX sales_point_search ON public.sales_point USING gin (search_grams);
CREATE INDEX sales_point_seq ON public.sales_point USING btree (scope_id, seq);
CREATE INDEX sales_point_past_seq ON public.sales_point_past USING btree (scope_id, seq);
CREATE INDEX sales_point_past_until ON public.sales_point_past USING btree (scope_id, until_seq);
CREATE INDEX saved_view_office ON public.saved_view USING btree (office, record);
CREATE INDEX session_account ON public.session USING btree (account_id);
CREATE INDEX sheet_import_document ON public.sheet_import USING btree (scope_id, document, seq);
CREATE INDEX sheet_import_seq ON public.sheet_import USING btree (scope_id, seq);
CREATE INDEX sheet_import_past_seq ON public.sheet_import_past USING btree (scope_id, seq);
CREATE INDEX sheet_import_past_until ON public.sheet_import_past USING btree (scope_id, until_seq);
CREATE INDEX sheet_layout_seq ON public.sheet_layout USING btree (scope_id, seq);
CREATE INDEX sheet_layout_past_seq ON public.sheet_layout_past USING btree (scope_id, seq);
CREATE INDEX sheet_layout_past_until ON public.sheet_layout_past USING btree (scope_id, until_seq);
CREATE INDEX signing_happening_id ON public.signing USING btree (happening_id);
CREATE INDEX signing_order ON public.signing USING btree (scope_id, start_date, id);
CREATE INDEX signing_parties ON public.signing USING gin (parties);
CREATE INDEX signing_search ON public.signing USING gin (search_grams);
CREATE INDEX signing_seq ON public.signing USING btree (scope_id, seq);
CREATE INDEX signing_visit ON public.signing USING btree (scope_id, visit);
CREATE INDEX signing_past_seq ON public.signing_past USING btree (scope_id, seq);
CREATE INDEX signing_past_until ON public.signing_past USING btree (scope_id, until_seq);
CREATE INDEX source_document ON public.source USING btree (document_id);
CREATE INDEX source_row ON public.source USING btree (scope_id, record, record_id);
CREATE INDEX source_seq ON public.source USING btree (scope_id, seq);
CREATE INDEX source_past_document ON public.source_past USING btree (document_id);
CREATE INDEX source_past_row ON public.source_past USING btree (scope_id, record, record_id);
CREATE INDEX source_past_seq ON public.source_past USING btree (scope_id, seq);
CREATE INDEX source_past_until ON public.source_past USING btree (scope_id, until_seq);
CREATE INDEX spot_check_drawn_account ON public.spot_check USING btree (drawn_account);
CREATE INDEX spot_check_order ON public.spot_check USING btree (scope_id, drawn_on, id);
CREATE INDEX spot_check_search ON public.spot_check USING gin (search_grams);
CREATE INDEX spot_check_seq ON public.spot_check USING btree (scope_id, seq);
CREATE INDEX spot_check_item_order ON public.spot_check_item USING btree (scope_id, number, id);
CREATE INDEX spot_check_item_row ON public.spot_check_item USING btree (row_id);
CREATE INDEX spot_check_item_search ON public.spot_check_item USING gin (search_grams);
CREATE INDEX spot_check_item_seq ON public.spot_check_item USING btree (scope_id, seq);
CREATE INDEX spot_check_item_spot_check ON public.spot_check_item USING btree (scope_id, spot_check);
CREATE INDEX spot_check_item_past_seq ON public.spot_check_item_past USING btree (scope_id, seq);
CREATE INDEX spot_check_item_past_until ON public.spot_check_item_past USING btree (scope_id, until_seq);
CREATE INDEX spot_check_past_seq ON public.spot_check_past USING btree (scope_id, seq);
CREATE INDEX spot_check_past_until ON public.spot_check_past USING btree (scope_id, until_seq);
CREATE INDEX statement_answers ON public.statement USING gin (answers);
CREATE INDEX statement_fulfilled_by ON public.statement USING btree (scope_id, fulfilled_by);
CREATE INDEX statement_fulfilled_in ON public.statement USING btree (fulfilled_in);
CREATE INDEX statement_meeting ON public.statement USING btree (scope_id, meeting);
CREATE INDEX statement_order ON public.statement USING btree (scope_id, said_on, id);
CREATE INDEX statement_search ON public.statement USING gin (search_grams);
CREATE INDEX statement_seq ON public.statement USING btree (scope_id, seq);
CREATE INDEX statement_visit ON public.statement USING btree (scope_id, visit);
CREATE INDEX statement_past_seq ON public.statement_past USING btree (scope_id, seq);
CREATE INDEX statement_past_until ON public.statement_past USING btree (scope_id, until_seq);
CREATE INDEX submission_account ON public.submission USING btree (scope_id, account, document);
CREATE INDEX submission_document ON public.submission USING btree (scope_id, document);
CREATE INDEX submission_seq ON public.submission USING btree (scope_id, seq);
CREATE INDEX submission_past_seq ON public.submission_past USING btree (scope_id, seq);
CREATE INDEX submission_past_until ON public.submission_past USING btree (scope_id, until_seq);
CREATE INDEX talent_event_happening_id ON public.talent_event USING btree (happening_id);
CREATE INDEX talent_event_order ON public.talent_event USING btree (scope_id, start_date, id);
CREATE INDEX talent_event_receiver ON public.talent_event USING gin (receiver);
CREATE INDEX talent_event_search ON public.talent_event USING gin (search_grams);
CREATE INDEX talent_event_sender ON public.talent_event USING gin (sender);
CREATE INDEX talent_event_seq ON public.talent_event USING btree (scope_id, seq);
CREATE INDEX talent_event_visit ON public.talent_event USING btree (scope_id, visit);
CREATE INDEX talent_event_past_seq ON public.talent_event_past USING btree (scope_id, seq);
CREATE INDEX talent_event_past_until ON public.talent_event_past USING btree (scope_id, until_seq);
CREATE INDEX talent_posting_order ON public.talent_posting USING btree (scope_id, started, id);
CREATE INDEX talent_posting_person ON public.talent_posting USING btree (person);
CREATE INDEX talent_posting_search ON public.talent_posting USING gin (search_grams);
CREATE INDEX talent_posting_seq ON public.talent_posting USING btree (scope_id, seq);
CREATE INDEX talent_posting_past_seq ON public.talent_posting_past USING btree (scope_id, seq);
CREATE INDEX talent_posting_past_until ON public.talent_posting_past USING btree (scope_id, until_seq);
CREATE INDEX task_agreement ON public.task USING btree (scope_id, agreement);
CREATE INDEX task_instruction ON public.task USING btree (scope_id, instruction);
CREATE INDEX task_order ON public.task USING btree (scope_id, due, id);
CREATE INDEX task_owner ON public.task USING btree (owner);
CREATE INDEX task_parent ON public.task USING btree (scope_id, parent);
CREATE INDEX task_plan ON public.task USING btree (scope_id, plan);
CREATE INDEX task_project ON public.task USING btree (scope_id, project);
CREATE INDEX task_search ON public.task USING gin (search_grams);
CREATE INDEX task_seq ON public.task USING btree (scope_id, seq);
CREATE INDEX task_statement ON public.task USING btree (scope_id, statement);
CREATE INDEX task_past_seq ON public.task_past USING btree (scope_id, seq);
CREATE INDEX task_past_until ON public.task_past USING btree (scope_id, until_seq);
CREATE INDEX task_unit_order ON public.task_unit USING btree (scope_id, name, id);
CREATE INDEX task_unit_organisation ON public.task_unit USING btree (organisation);
CREATE INDEX task_unit_search ON public.task_unit USING gin (search_grams);
CREATE INDEX task_unit_seq ON public.task_unit USING btree (scope_id, seq);
CREATE INDEX task_unit_task ON public.task_unit USING btree (scope_id, task);
CREATE INDEX task_unit_past_seq ON public.task_unit_past USING btree (scope_id, seq);
CREATE INDEX task_unit_past_until ON public.task_unit_past USING btree (scope_id, until_seq);
CREATE INDEX training_happening_id ON public.training USING btree (happening_id);
CREATE INDEX training_order ON public.training USING btree (scope_id, start_date, id);
CREATE INDEX training_organiser ON public.training USING gin (organiser);
CREATE INDEX training_search ON public.training USING gin (search_grams);
CREATE INDEX training_seq ON public.training USING btree (scope_id, seq);
CREATE INDEX training_trainees ON public.training USING gin (trainees);
CREATE INDEX training_visit ON public.training USING btree (scope_id, visit);
CREATE INDEX training_past_seq ON public.training_past USING btree (scope_id, seq);
CREATE INDEX training_past_until ON public.training_past USING btree (scope_id, until_seq);
CREATE INDEX visit_happening_id ON public.visit USING btree (happening_id);
CREATE INDEX visit_host ON public.visit USING gin (host);
CREATE INDEX visit_order ON public.visit USING btree (scope_id, start_date, id);
CREATE INDEX visit_search ON public.visit USING gin (search_grams);
CREATE INDEX visit_seq ON public.visit USING btree (scope_id, seq);
CREATE INDEX visit_visitor ON public.visit USING gin (visitor);
CREATE INDEX visit_past_seq ON public.visit_past USING btree (scope_id, seq);
CREATE INDEX visit_past_until ON public.visit_past USING btree (scope_id, until_seq);
CREATE INDEX visit_stop_order ON public.visit_stop USING btree (scope_id, "position", id);
CREATE INDEX visit_stop_project ON public.visit_stop USING btree (scope_id, project);
CREATE INDEX visit_stop_region ON public.visit_stop USING btree (region);
CREATE INDEX visit_stop_search ON public.visit_stop USING gin (search_grams);
CREATE INDEX visit_stop_seq ON public.visit_stop USING btree (scope_id, seq);
CREATE INDEX visit_stop_visit ON public.visit_stop USING btree (scope_id, visit);
CREATE INDEX visit_stop_past_seq ON public.visit_stop_past USING btree (scope_id, seq);
CREATE INDEX visit_stop_past_until ON public.visit_stop_past USING btree (scope_id, until_seq);
CREATE INDEX workshop_order ON public.workshop USING btree (scope_id, sort_key, id);
CREATE INDEX workshop_search ON public.workshop USING gin (search_grams);
CREATE INDEX workshop_seq ON public.workshop USING btree (scope_id, seq);
CREATE INDEX workshop_past_seq ON public.workshop_past USING btree (scope_id, seq);
CREATE INDEX workshop_past_until ON public.workshop_past USING btree (scope_id, until_seq);
