-- 收表: which indicators a unit is asked for (model/src/records/collection-sheet.ts).
ALTER TABLE collection_sheet ADD COLUMN indicators text[];
ALTER TABLE collection_sheet_past ADD COLUMN indicators text[];
