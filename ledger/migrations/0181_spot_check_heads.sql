-- What a sample was drawn from: the last link of the scope's chain at that moment, and in whose name. A draw of 考核组 is its own.
ALTER TABLE spot_check ADD COLUMN head_seq bigint;
ALTER TABLE spot_check ADD COLUMN head_hash text;
ALTER TABLE spot_check ADD COLUMN drawn_office text;
ALTER TABLE spot_check ADD COLUMN drawn_account uuid;
ALTER TABLE spot_check ADD COLUMN drawn_role text;
ALTER TABLE spot_check_past ADD COLUMN head_seq bigint;
ALTER TABLE spot_check_past ADD COLUMN head_hash text;
ALTER TABLE spot_check_past ADD COLUMN drawn_office text;
ALTER TABLE spot_check_past ADD COLUMN drawn_account uuid;
ALTER TABLE spot_check_past ADD COLUMN drawn_role text;
