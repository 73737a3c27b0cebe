-- Words of a roll are compared byte by byte: nobody sorts by them as a language does, and each comparison through the
-- database's own collation cost an import of a million rows a third of what its indexes do. A person's number stands before
-- the scope, so that an entry is found by eight bytes.
drop index labour_record_counted;
drop index labour_record_past_counted;

alter table labour_record
  alter column person_key type text collate "C",
  alter column township type text collate "C",
  alter column village type text collate "C",
  alter column employer type text collate "C";
alter table labour_record_past
  alter column person_key type text collate "C",
  alter column township type text collate "C",
  alter column village type text collate "C",
  alter column employer type text collate "C";

create index labour_record_counted
  on labour_record (hashtextextended(coalesce(person_key, id::text), 0), scope_id);
create index labour_record_past_counted
  on labour_record_past (hashtextextended(coalesce(person_key, id::text), 0), scope_id);

-- The few years that count jobs instead of persons, asked by every link of a roll: not looked for in all windows.
create index indicator_window_jobs on indicator_window (code, year) where measure = 'jobs';
