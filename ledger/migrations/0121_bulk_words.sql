-- A word looked for in a roll may be its township, its village or its employer: each has its index, so that all three are asked
-- together and none is looked for through a million rows.
drop index labour_record_village;
create index labour_record_township on labour_record (scope_id, township);
create index labour_record_village on labour_record (scope_id, village);
