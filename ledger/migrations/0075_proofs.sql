-- 佐证材料 (proof): the table of 0003 was never written; it now follows the rule of all records (src/schema/proof-record.ts), so
-- that proofs have versions, digests, a past, and a name that can be erased.
DROP TABLE proof;
DROP TABLE proof_past;

CREATE TABLE proof (
  scope_id       uuid NOT NULL,
  id             uuid NOT NULL,
  seq            bigint NOT NULL,
  record         text NOT NULL,
  record_id      uuid NOT NULL,
  field          text,
  file_hash      text COLLATE "C" NOT NULL,
  name           text,
  size           bigint NOT NULL,
  strength       text NOT NULL,
  formed         text,
  formed_from    date,
  formed_to      date,
  collected      text,
  collected_from date,
  collected_to   date,
  mark           text,
  note           text,
  search_grams   text[] NOT NULL,
  salt           bytea,
  PRIMARY KEY (scope_id, id)
);

CREATE INDEX proof_row ON proof (scope_id, record, record_id);
CREATE INDEX proof_file ON proof (file_hash);
CREATE INDEX proof_seq ON proof (scope_id, seq);

-- Replaced versions: each held from its seq until before until_seq.
CREATE TABLE proof_past (
  LIKE proof,
  until_seq bigint NOT NULL,
  PRIMARY KEY (scope_id, id, seq)
);

CREATE INDEX proof_past_file ON proof_past (file_hash);
CREATE INDEX proof_past_seq ON proof_past (scope_id, seq);
CREATE INDEX proof_past_until ON proof_past (scope_id, until_seq);
