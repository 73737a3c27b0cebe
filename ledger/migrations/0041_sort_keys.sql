-- Lists of names in the order of their sound (拼音): model/src/sort-key.ts makes the key of each row from the field that
-- its record is ordered by. Rows from before are given theirs by src/schema/sort-keys.ts in the same transaction.
DO $$
DECLARE
  sorted text;
BEGIN
  FOREACH sorted IN ARRAY ARRAY['organisation', 'pair', 'pairing', 'party', 'person', 'plan', 'project', 'region', 'reported_figure']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN sort_key text COLLATE "C" NOT NULL DEFAULT %L', sorted, '');
    EXECUTE format('ALTER TABLE %I ADD COLUMN sort_key text COLLATE "C" NOT NULL DEFAULT %L', sorted || '_past', '');
    EXECUTE format('DROP INDEX %I', sorted || '_order');
    EXECUTE format('CREATE INDEX %I ON %I (scope_id, sort_key, id)', sorted || '_order', sorted);
  END LOOP;
END
$$;
