-- 检索 in rolls of a million rows. Of a column that many rows share (a village, an employer, a buyer) the different words are
-- kept with their grams and found by any part or by sound, the rows then by the word itself; made from the rows when somebody
-- searches (src/searching/row-words.ts), never moved or digested, taken away by erasure.
create table row_word (
  scope_id uuid not null,
  record text not null collate "C",
  field text not null collate "C",
  word text not null collate "C",
  search_grams text[] not null,
  primary key (scope_id, record, field, word)
);

create index row_word_grams on row_word using gin (search_grams);

-- The link of a scope up to which its rows' words are kept.
create table row_word_read (
  scope_id uuid not null,
  record text not null collate "C",
  seq bigint not null,
  primary key (scope_id, record)
);

-- What nearly every row has its own value of is found by its beginning.
create index labour_record_name on labour_record (person_name collate "C");
create index sale_invoice_no on sale (invoice_no collate "C");
create index sale_buyer on sale (buyer);
