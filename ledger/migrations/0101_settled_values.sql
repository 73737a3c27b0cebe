-- Which number a final one was taken from, and how a difference with the other side was settled.
alter table indicator_value add column basis text, add column settled text;
alter table indicator_value_past add column basis text, add column settled text;
