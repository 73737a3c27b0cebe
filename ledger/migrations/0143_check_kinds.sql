-- Who closes a month checked it (审核), or had entered its numbers himself (自审), which a small office may and which is shown.
ALTER TABLE month_close ADD COLUMN check_kind text;
ALTER TABLE month_close_past ADD COLUMN check_kind text;
