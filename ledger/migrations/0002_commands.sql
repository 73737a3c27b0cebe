-- What a command was answered, so that the same command_id twice gives the first answer.
-- digest is an HMAC over the command with the installation's secret: another command under a used id is refused.
create table command (
  command_id uuid primary key,
  digest bytea not null,
  receipt jsonb,
  at timestamptz not null default clock_timestamp()
);

-- Uniqueness beyond a scope. A second claim on a key stands beside the first and is shown to both sides.
create table claim (
  scope_id uuid not null,
  key_hash bytea not null,
  record text not null,
  record_id uuid not null,
  primary key (scope_id, key_hash, record, record_id)
);

create index claim_key on claim (key_hash);

-- A bulk import: its file and columns, and how far it came; the position is written in the same transaction as its rows.
create table run (
  scope_id uuid not null,
  id uuid not null,
  kind text not null,
  file_hash bytea,
  sheet text,
  columns jsonb,
  position bigint not null default 0,
  state text not null check (state in ('running', 'done', 'cancelled', 'undone')),
  actor text not null,
  started_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  primary key (scope_id, id)
);

-- What an authority can change by a circular: labels of codes with the years they hold (字典).
create table dictionary (
  scope_id uuid not null,
  id uuid not null,
  seq bigint not null,
  search_grams text[] not null,
  name text not null,
  code text not null,
  from_year bigint,
  to_year bigint,
  zh text not null,
  en text not null,
  successor text,
  source text,
  primary key (scope_id, id)
);

create index dictionary_code on dictionary (scope_id, name collate "C", code collate "C", id);
create index dictionary_seq on dictionary (scope_id, seq);

create table dictionary_past (
  scope_id uuid not null,
  id uuid not null,
  seq bigint not null,
  until_seq bigint not null,
  search_grams text[] not null,
  name text not null,
  code text not null,
  from_year bigint,
  to_year bigint,
  zh text not null,
  en text not null,
  successor text,
  source text,
  primary key (scope_id, id, seq)
);

create index dictionary_past_seq on dictionary_past (scope_id, seq);
create index dictionary_past_until on dictionary_past (scope_id, until_seq);
