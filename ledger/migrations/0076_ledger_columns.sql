-- Columns of the offices' ledgers for records that documents made first: 结对名册, 规划计划, 互访, 会议, 捐赠.
ALTER TABLE pairing
  ADD COLUMN east_contact text,
  ADD COLUMN east_phone text,
  ADD COLUMN west_contact text,
  ADD COLUMN west_phone text,
  ADD COLUMN signed_on text,
  ADD COLUMN signed_on_from date,
  ADD COLUMN signed_on_to date,
  ADD COLUMN term text,
  ADD COLUMN agreement_no text,
  ADD COLUMN fund bigint,
  ADD COLUMN goods text,
  ADD COLUMN goods_value bigint,
  ADD COLUMN content text,
  ADD COLUMN year bigint,
  ADD COLUMN note text,
  ADD COLUMN salt bytea;

ALTER TABLE pairing_past
  ADD COLUMN east_contact text,
  ADD COLUMN east_phone text,
  ADD COLUMN west_contact text,
  ADD COLUMN west_phone text,
  ADD COLUMN signed_on text,
  ADD COLUMN signed_on_from date,
  ADD COLUMN signed_on_to date,
  ADD COLUMN term text,
  ADD COLUMN agreement_no text,
  ADD COLUMN fund bigint,
  ADD COLUMN goods text,
  ADD COLUMN goods_value bigint,
  ADD COLUMN content text,
  ADD COLUMN year bigint,
  ADD COLUMN note text,
  ADD COLUMN salt bytea;

ALTER TABLE plan
  ADD COLUMN parent uuid,
  ADD COLUMN doc_no text,
  ADD COLUMN issued_on text,
  ADD COLUMN issued_on_from date,
  ADD COLUMN issued_on_to date,
  ADD COLUMN issuer text,
  ADD COLUMN responsible text;

ALTER TABLE plan_past
  ADD COLUMN parent uuid,
  ADD COLUMN doc_no text,
  ADD COLUMN issued_on text,
  ADD COLUMN issued_on_from date,
  ADD COLUMN issued_on_to date,
  ADD COLUMN issuer text,
  ADD COLUMN responsible text;

CREATE INDEX plan_parent ON plan (scope_id, parent);

ALTER TABLE visit
  ADD COLUMN batch_no text,
  ADD COLUMN lead_rank text,
  ADD COLUMN letter_no text,
  ADD COLUMN note text;

ALTER TABLE visit_past
  ADD COLUMN batch_no text,
  ADD COLUMN lead_rank text,
  ADD COLUMN letter_no text,
  ADD COLUMN note text;

ALTER TABLE meeting
  ADD COLUMN minutes_no text,
  ADD COLUMN topics text,
  ADD COLUMN headcount bigint,
  ADD COLUMN note text;

ALTER TABLE meeting_past
  ADD COLUMN minutes_no text,
  ADD COLUMN topics text,
  ADD COLUMN headcount bigint,
  ADD COLUMN note text;

ALTER TABLE donation
  ADD COLUMN receipt_no text,
  ADD COLUMN value_basis text,
  ADD COLUMN earmark text,
  ADD COLUMN used_for text,
  ADD COLUMN note text;

ALTER TABLE donation_past
  ADD COLUMN receipt_no text,
  ADD COLUMN value_basis text,
  ADD COLUMN earmark text,
  ADD COLUMN used_for text,
  ADD COLUMN note text;
