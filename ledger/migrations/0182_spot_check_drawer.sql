-- A desk shows each inspector the samples that they drew.
CREATE INDEX spot_check_drawn_account ON spot_check (drawn_account);
