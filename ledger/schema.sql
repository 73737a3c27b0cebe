-- Generated from migrations/ by scripts/dump-schema.mjs. Not run: it shows what they come to.

CREATE TABLE account (
  id uuid NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  scopes uuid[],
  password text,
  failures integer NOT NULL DEFAULT 0,
  resting_until timestamp with time zone,
  made_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT account_name_key UNIQUE (name),
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_role_check CHECK ((role = ANY (ARRAY['clerk'::text, 'administrator'::text, 'sample_reviewer'::text])))
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
  CONSTRAINT change_pkey PRIMARY KEY (scope_id, origin, seq),
  CONSTRAINT change_seq_check CHECK ((seq > 0))
);

CREATE TABLE claim (
  scope_id uuid NOT NULL,
  key_hash bytea NOT NULL,
  record text NOT NULL,
  record_id uuid NOT NULL,
  CONSTRAINT claim_pkey PRIMARY KEY (scope_id, key_hash, record, record_id)
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
  source text,
  CONSTRAINT dictionary_pkey PRIMARY KEY (scope_id, id)
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
  CONSTRAINT donation_past_pkey PRIMARY KEY (scope_id, id, seq)
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

CREATE TABLE head (
  scope_id uuid NOT NULL,
  origin uuid NOT NULL,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT head_pkey PRIMARY KEY (scope_id, origin),
  CONSTRAINT head_hash_check CHECK ((length(hash) = 32)),
  CONSTRAINT head_seq_check CHECK ((seq >= 0))
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
  CONSTRAINT meeting_past_pkey PRIMARY KEY (scope_id, id, seq)
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
  CONSTRAINT organisation_past_pkey PRIMARY KEY (scope_id, id, seq)
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
  CONSTRAINT pairing_past_pkey PRIMARY KEY (scope_id, id, seq)
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
  CONSTRAINT project_past_pkey PRIMARY KEY (scope_id, id, seq)
);

CREATE TABLE proof (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  search_grams text[] NOT NULL,
  record text NOT NULL,
  record_id uuid NOT NULL,
  field text,
  file_hash bytea NOT NULL,
  strength text NOT NULL,
  formed date,
  collected date,
  CONSTRAINT proof_pkey PRIMARY KEY (scope_id, id),
  CONSTRAINT proof_strength_check CHECK ((strength = ANY (ARRAY['A'::text, 'B'::text, 'C'::text])))
);

CREATE TABLE proof_past (
  scope_id uuid NOT NULL,
  id uuid NOT NULL,
  seq bigint NOT NULL,
  until_seq bigint NOT NULL,
  search_grams text[] NOT NULL,
  record text NOT NULL,
  record_id uuid NOT NULL,
  field text,
  file_hash bytea NOT NULL,
  strength text NOT NULL,
  formed date,
  collected date,
  CONSTRAINT proof_past_pkey PRIMARY KEY (scope_id, id, seq)
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
  CONSTRAINT session_pkey PRIMARY KEY (token_hash),
  CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
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

CREATE INDEX attendance_meeting ON public.attendance USING btree (scope_id, meeting);
CREATE INDEX attendance_order ON public.attendance USING btree (scope_id, "position", id);
CREATE INDEX attendance_person ON public.attendance USING btree (person);
CREATE INDEX attendance_search ON public.attendance USING gin (search_grams);
CREATE INDEX attendance_seq ON public.attendance USING btree (scope_id, seq);
CREATE INDEX attendance_visit ON public.attendance USING btree (scope_id, visit);
CREATE INDEX attendance_past_seq ON public.attendance_past USING btree (scope_id, seq);
CREATE INDEX attendance_past_until ON public.attendance_past USING btree (scope_id, until_seq);
CREATE INDEX change_at ON public.change USING btree (scope_id, at);
CREATE INDEX claim_key ON public.claim USING btree (key_hash);
CREATE INDEX decision_document ON public.decision USING btree (scope_id, document, seq);
CREATE INDEX decision_seq ON public.decision USING btree (scope_id, seq);
CREATE INDEX decision_past_seq ON public.decision_past USING btree (scope_id, seq);
CREATE INDEX decision_past_until ON public.decision_past USING btree (scope_id, until_seq);
CREATE INDEX dictionary_code ON public.dictionary USING btree (scope_id, name COLLATE "C", code COLLATE "C", id);
CREATE INDEX dictionary_seq ON public.dictionary USING btree (scope_id, seq);
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
CREATE INDEX meeting_happening_id ON public.meeting USING btree (happening_id);
CREATE INDEX meeting_order ON public.meeting USING btree (scope_id, start_date, id);
CREATE INDEX meeting_parties ON public.meeting USING gin (parties);
CREATE INDEX meeting_search ON public.meeting USING gin (search_grams);
CREATE INDEX meeting_seq ON public.meeting USING btree (scope_id, seq);
CREATE INDEX meeting_visit ON public.meeting USING btree (scope_id, visit);
CREATE INDEX meeting_past_seq ON public.meeting_past USING btree (scope_id, seq);
CREATE INDEX meeting_past_until ON public.meeting_past USING btree (scope_id, until_seq);
CREATE INDEX milestone_happening_id ON public.milestone USING btree (happening_id);
CREATE INDEX milestone_order ON public.milestone USING btree (scope_id, date, id);
CREATE INDEX milestone_project ON public.milestone USING btree (scope_id, project);
CREATE INDEX milestone_search ON public.milestone USING gin (search_grams);
CREATE INDEX milestone_seq ON public.milestone USING btree (scope_id, seq);
CREATE INDEX milestone_visit ON public.milestone USING btree (scope_id, visit);
CREATE INDEX milestone_past_seq ON public.milestone_past USING btree (scope_id, seq);
CREATE INDEX milestone_past_until ON public.milestone_past USING btree (scope_id, until_seq);
CREATE INDEX organisation_order ON public.organisation USING btree (scope_id, sort_key, id);
CREATE INDEX organisation_region ON public.organisation USING btree (region);
CREATE INDEX organisation_search ON public.organisation USING gin (search_grams);
CREATE INDEX organisation_seq ON public.organisation USING btree (scope_id, seq);
CREATE INDEX organisation_past_seq ON public.organisation_past USING btree (scope_id, seq);
CREATE INDEX organisation_past_until ON public.organisation_past USING btree (scope_id, until_seq);
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
CREATE INDEX party_order ON public.party USING btree (scope_id, sort_key, id);
CREATE INDEX party_organisation ON public.party USING btree (organisation);
CREATE INDEX party_region ON public.party USING btree (region);
CREATE INDEX party_search ON public.party USING gin (search_grams);
CREATE INDEX party_seq ON public.party USING btree (scope_id, seq);
CREATE INDEX party_past_seq ON public.party_past USING btree (scope_id, seq);
CREATE INDEX party_past_until ON public.party_past USING btree (scope_id, until_seq);
CREATE INDEX person_order ON public.person USING btree (scope_id, sort_key, id);
CREATE INDEX person_search ON public.person USING gin (search_grams);
CREATE INDEX person_seq ON public.person USING btree (scope_id, seq);
CREATE INDEX person_past_seq ON public.person_past USING btree (scope_id, seq);
CREATE INDEX person_past_until ON public.person_past USING btree (scope_id, until_seq);
CREATE INDEX plan_order ON public.plan USING btree (scope_id, sort_key, id);
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
CREATE INDEX project_region ON public.project USING btree (region);
CREATE INDEX project_search ON public.project USING gin (search_grams);
CREATE INDEX project_seq ON public.project USING btree (scope_id, seq);
CREATE INDEX project_past_seq ON public.project_past USING btree (scope_id, seq);
CREATE INDEX project_past_until ON public.project_past USING btree (scope_id, until_seq);
CREATE INDEX proof_row ON public.proof USING btree (scope_id, record, record_id);
CREATE INDEX proof_seq ON public.proof USING btree (scope_id, seq);
CREATE INDEX proof_past_seq ON public.proof_past USING btree (scope_id, seq);
CREATE INDEX proof_past_until ON public.proof_past USING btree (scope_id, until_seq);
CREATE INDEX region_order ON public.region USING btree (scope_id, sort_key, id);
CREATE INDEX region_parent ON public.region USING btree (parent);
CREATE INDEX region_search ON public.region USING gin (search_grams);
CREATE INDEX region_seq ON public.region USING btree (scope_id, seq);
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
CREATE INDEX session_account ON public.session USING btree (account_id);
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
CREATE INDEX statement_answers ON public.statement USING gin (answers);
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
