-- Who may sign in. Tokens are kept as SHA-256 only.
create table account (
  id uuid primary key,
  name text not null unique,
  role text not null check (role in ('clerk', 'administrator', 'sample_reviewer')),
  -- null: the office that keeps this installation sees every scope.
  scopes uuid[],
  -- scrypt$N$r$p$salt$hash; null: signs in by link only.
  password text,
  -- Wrong passwords in a row, and until when the account rests after too many.
  failures integer not null default 0,
  resting_until timestamptz,
  made_at timestamptz not null default clock_timestamp()
);

create table sign_in (
  token_hash bytea primary key,
  account_id uuid not null references account (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table session (
  token_hash bytea primary key,
  account_id uuid not null references account (id) on delete cascade,
  made_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null
);

create index session_account on session (account_id);
