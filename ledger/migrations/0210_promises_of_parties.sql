-- 回访: a promise that was made to or by several pairs stands at the party; the visit that fulfils it stands in one of its pairs.
ALTER TABLE statement ADD COLUMN fulfilled_in uuid;
ALTER TABLE statement_past ADD COLUMN fulfilled_in uuid;

CREATE INDEX statement_fulfilled_in ON statement (fulfilled_in);
