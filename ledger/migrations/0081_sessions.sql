-- A person's posts say what he may do; only the first account, which keeps the installation, has a role of its own.
alter table account drop constraint account_role_check;
alter table account alter column role drop not null;
alter table account add column disabled boolean not null default false;
alter table account add column password_set_at timestamptz;

-- In which post a session acts (null: the first account's own role), when it was last used, and whether it is locked.
alter table session add column membership uuid;
alter table session add column seen_at timestamptz not null default clock_timestamp();
alter table session add column locked boolean not null default false;
alter table session add column failures integer not null default 0;

-- Settings of the installation that its administrators change: one row per name.
create table setting (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null default clock_timestamp(),
  changed_by text not null
);
