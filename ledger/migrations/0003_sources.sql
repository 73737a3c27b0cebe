-- Which source states which value of which field, for which side, and whether it is the chosen one (出处).
-- Kept like a record: versions, digests, past. value, place and quote enter digests as HMAC with the row's salt,
-- so that they can be erased.
create table source (
  scope_id uuid not null,
  id uuid not null,
  seq bigint not null,
  search_grams text[] not null,
  salt bytea,
  record text not null,
  record_id uuid not null,
  field text not null,
  value jsonb,
  side text check (side in ('east', 'west')),
  chosen boolean not null,
  fact_id text,
  document_id uuid,
  place jsonb,
  quote text,
  primary key (scope_id, id)
);

create index source_row on source (scope_id, record, record_id);
create index source_document on source (document_id);
create index source_seq on source (scope_id, seq);

create table source_past (
  scope_id uuid not null,
  id uuid not null,
  seq bigint not null,
  until_seq bigint not null,
  search_grams text[] not null,
  salt bytea,
  record text not null,
  record_id uuid not null,
  field text not null,
  value jsonb,
  side text,
  chosen boolean not null,
  fact_id text,
  document_id uuid,
  place jsonb,
  quote text,
  primary key (scope_id, id, seq)
);

create index source_past_row on source_past (scope_id, record, record_id);
create index source_past_document on source_past (document_id);
create index source_past_seq on source_past (scope_id, seq);
create index source_past_until on source_past (scope_id, until_seq);

-- A file that proves a claim (佐证材料): strength A paper or voucher, B list or photo, C press; two days.
create table proof (
  scope_id uuid not null,
  id uuid not null,
  seq bigint not null,
  search_grams text[] not null,
  record text not null,
  record_id uuid not null,
  field text,
  file_hash bytea not null,
  strength text not null check (strength in ('A', 'B', 'C')),
  formed date,
  collected date,
  primary key (scope_id, id)
);

create index proof_row on proof (scope_id, record, record_id);

create table proof_past (
  scope_id uuid not null,
  id uuid not null,
  seq bigint not null,
  until_seq bigint not null,
  search_grams text[] not null,
  record text not null,
  record_id uuid not null,
  field text,
  file_hash bytea not null,
  strength text not null,
  formed date,
  collected date,
  primary key (scope_id, id, seq)
);

-- What was erased (清除), by whom and why; nothing of what it was. The links that did it name the rows.
create table erasure (
  id uuid primary key,
  document_id uuid not null,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  reason text not null
);

-- The HMAC of each personal value taken away from a version that stays: the row's digest can still be recomputed.
create table erased_value (
  scope_id uuid not null,
  record text not null,
  record_id uuid not null,
  seq bigint not null,
  field text not null,
  hmac text not null,
  primary key (scope_id, record, record_id, seq, field)
);
