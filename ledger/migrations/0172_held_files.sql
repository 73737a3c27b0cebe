-- Files that wait with a held change (佐证), so that they are kept, moved and erased like any; and the command that settled it,
-- so that a request that comes again after a lost answer is answered once more.
ALTER TABLE held_change ADD COLUMN files text[];
ALTER TABLE held_change ADD COLUMN command uuid;
ALTER TABLE held_change_past ADD COLUMN files text[];
ALTER TABLE held_change_past ADD COLUMN command uuid;
CREATE INDEX held_change_files ON held_change USING gin (files);
CREATE INDEX held_change_command ON held_change (command);
