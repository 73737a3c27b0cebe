-- 回访: the later visit that fulfils a promise to come again, as a person accepted it.
ALTER TABLE statement ADD COLUMN fulfilled_by uuid;
ALTER TABLE statement_past ADD COLUMN fulfilled_by uuid;

CREATE INDEX statement_fulfilled_by ON statement (scope_id, fulfilled_by);
