-- What the data dictionary (domain.md, section 8) names and no table kept: fields, days and cost of a class; 产值; whom to ask in a
-- unit; since and until when a region stood, and what has its ground now; block and item of an assessment.
ALTER TABLE training
  ADD COLUMN field text,
  ADD COLUMN days bigint,
  ADD COLUMN cost bigint;
ALTER TABLE training_past
  ADD COLUMN field text,
  ADD COLUMN days bigint,
  ADD COLUMN cost bigint;
ALTER TABLE investment
  ADD COLUMN output_value bigint;
ALTER TABLE investment_past
  ADD COLUMN output_value bigint;
ALTER TABLE organisation
  ADD COLUMN contact text;
ALTER TABLE organisation_past
  ADD COLUMN contact text;
ALTER TABLE region
  ADD COLUMN valid_from text,
  ADD COLUMN valid_from_from date,
  ADD COLUMN valid_from_to date,
  ADD COLUMN valid_to text,
  ADD COLUMN valid_to_from date,
  ADD COLUMN valid_to_to date,
  ADD COLUMN successor uuid;
ALTER TABLE region_past
  ADD COLUMN valid_from text,
  ADD COLUMN valid_from_from date,
  ADD COLUMN valid_from_to date,
  ADD COLUMN valid_to text,
  ADD COLUMN valid_to_from date,
  ADD COLUMN valid_to_to date,
  ADD COLUMN successor uuid;
ALTER TABLE assessment_problem
  ADD COLUMN block text,
  ADD COLUMN item text;
ALTER TABLE assessment_problem_past
  ADD COLUMN block text,
  ADD COLUMN item text;

CREATE INDEX region_successor ON region (successor);
