-- The installation, its scopes and their chains.
-- Citus: every unique key of a scoped table begins with scope_id, its distribution column (see citus.sql).

-- One row: who writes here. Only this origin extends its chains; the secret makes person_key and command digests.
create table installation (
  one boolean primary key default true check (one),
  origin uuid not null,
  secret bytea not null check (length(secret) = 32),
  made_at timestamptz not null default clock_timestamp(),
  -- The export that is being imported, by the hash of its manifest: until it is done nothing can be read or written.
  importing text
);

-- A pair (one east × one west party), a party, or the nil scope of the reference tables.
create table scope (
  id uuid primary key,
  kind text not null check (kind in ('nil', 'pair', 'party')),
  opened_at timestamptz not null default clock_timestamp()
);

insert into scope (id, kind) values ('00000000-0000-0000-0000-000000000000', 'nil');

create table head (
  scope_id uuid not null,
  origin uuid not null,
  seq bigint not null check (seq >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (scope_id, origin)
);

-- One link per command and scope. body is the exact RFC 8785 text; hash = SHA-256(prev ‖ body).
create table change (
  scope_id uuid not null,
  origin uuid not null,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  command_id uuid not null,
  reason text not null,
  source text,
  body text not null,
  prev bytea not null,
  hash bytea not null,
  primary key (scope_id, origin, seq)
);

create index change_at on change (scope_id, at);
