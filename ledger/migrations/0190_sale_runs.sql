-- A sales ledger (消费帮扶台账) of a million rows comes by runs, as a labour roll does: a row names the run that brought it and
-- its line, from which each cell is computed. It is looked up by its invoice's digits, without a number by its day and amount.
alter table sale add column run uuid, add column sheet_row bigint;
alter table sale_past add column run uuid, add column sheet_row bigint;
create index sale_subject on sale (scope_id, hashtextextended(coalesce(
  nullif(ltrim(regexp_replace(invoice_no, '[^0-9]', '', 'g'), '0'), ''),
  coalesce(sold_on, '') || '|' || coalesce(amount::text, '')), 0));
