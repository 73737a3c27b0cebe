-- A million labour rows: a person is looked up by the number of his key, and a village or an employer without the row's id, so
-- that equal entries share one place in the index. Half of what an import of them cost were these indexes.
drop index labour_record_person;
drop index labour_record_counted;
drop index labour_record_past_counted;
drop index labour_record_village;
create index labour_record_counted
  on labour_record (scope_id, hashtextextended(coalesce(person_key, id::text), 0));
create index labour_record_past_counted
  on labour_record_past (scope_id, hashtextextended(coalesce(person_key, id::text), 0));
create index labour_record_village on labour_record (scope_id, township, village);
create index labour_record_employer on labour_record (scope_id, employer);

-- A link of 500 rows is 65 KB of digests, which do not become smaller: they are kept as they are.
alter table change alter column body set storage external;
