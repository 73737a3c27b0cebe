-- The change feed goes through all chains by time.
create index change_time on change (at, scope_id, seq);
