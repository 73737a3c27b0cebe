-- 表样: what it is called in the list of what is remembered (设置), by the file it was first met in until somebody names it.
ALTER TABLE sheet_layout ADD COLUMN name text;
ALTER TABLE sheet_layout_past ADD COLUMN name text;
