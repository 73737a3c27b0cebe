-- 汇总数: indicators added up by scope, year and month, kept in the transaction that writes the rows; made from them and
-- never moved or digested. Year 0 is what stands (存量): changes by month. Month 0: of the window, month not known.
create table rollup (
  scope_id uuid not null,
  series text not null collate "C",
  year integer not null,
  month integer not null,
  -- In the unit of the rows: 分 for money.
  amount numeric not null,
  rows bigint not null,
  -- Rows whose number was not filled in.
  missing bigint not null,
  primary key (scope_id, series, year, month)
);

-- The rules of counting that the roll-ups were made by.
create table rollup_rules (
  one boolean primary key default true check (one),
  digest text not null
);

-- A person's jobs of a year are counted together.
create index labour_record_counted on labour_record (scope_id, (coalesce(person_key, id::text)));
create index labour_record_past_counted on labour_record_past (scope_id, (coalesce(person_key, id::text)));
