-- 审计日志: who signed in, acted as whom, was refused, took lists out, granted, erased, made backups. Append only, one chain
-- per installation: hash = SHA-256(prev ‖ body), body the exact RFC 8785 text. It holds no value of the ledger.
create table audit (
  origin uuid not null,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  account text,
  who text not null,
  office text,
  event text not null,
  target text,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  body text not null,
  prev bytea not null,
  hash bytea not null,
  primary key (origin, seq)
);

create index audit_at on audit (at);
create index audit_account on audit (account, seq);
create index audit_event on audit (event collate "C", seq);

create table audit_head (
  origin uuid primary key,
  seq bigint not null check (seq >= 0),
  hash bytea not null check (length(hash) = 32)
);

-- Backups made while serving, and restore drills (还原演练): what was counted when it was brought back.
create table backup (
  id uuid primary key,
  made_at timestamptz not null,
  made_by text not null,
  name text not null,
  rows bigint not null,
  files bigint not null,
  heads bigint not null,
  bytes bigint not null,
  drilled_at timestamptz,
  drilled_by text,
  drill jsonb
);

create index backup_made on backup (made_at);
