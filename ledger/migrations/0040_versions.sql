-- Rows by the link that wrote them: `verify` walks a scope's chain and its rows side by side. Records that come later
-- make these indexes in their own migration.
DO $$
DECLARE
  versioned text;
BEGIN
  FOR versioned IN
    SELECT c.table_name FROM information_schema.columns c
    WHERE c.table_schema = current_schema() AND c.column_name = 'seq'
      AND EXISTS (SELECT 1 FROM information_schema.columns s WHERE s.table_schema = c.table_schema
                  AND s.table_name = c.table_name AND s.column_name = 'search_grams')
    ORDER BY c.table_name
  LOOP
    EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON %I (scope_id, seq)', versioned || '_seq', versioned);
    IF versioned LIKE '%\_past' THEN
      EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON %I (scope_id, until_seq)', versioned || '_until', versioned);
    END IF;
  END LOOP;
END
$$;
