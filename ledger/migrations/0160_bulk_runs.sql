-- Nobody looks a bulk row up by its run and line: a source is computed from the row, an undo goes by the links, an erasure looks
-- at every row once. The index cost a tenth of what an import of a million rows takes.
drop index labour_record_run;
