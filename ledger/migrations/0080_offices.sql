-- Accounts, offices and posts (账号、单位、身份): internal records of the nil scope, on the same write path and chain as all
-- others; see ledger/src/account/account-records.ts. What signs in (password, sessions) stays in tables of its own.
CREATE TABLE holder (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  name         text COLLATE "C" NOT NULL,
  state        text NOT NULL,
  note         text,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);
CREATE TABLE holder_past (LIKE holder, until_seq bigint NOT NULL, PRIMARY KEY (scope_id, id, seq));
CREATE INDEX holder_order ON holder (scope_id, name, id);
CREATE INDEX holder_search ON holder USING gin (search_grams);
CREATE INDEX holder_seq ON holder (scope_id, seq);
CREATE INDEX holder_past_seq ON holder_past (scope_id, seq);
CREATE INDEX holder_past_until ON holder_past (scope_id, until_seq);

CREATE TABLE office (
  scope_id      uuid NOT NULL,
  id            uuid NOT NULL,
  seq           bigint NOT NULL,
  name          text COLLATE "C" NOT NULL,
  kind          text NOT NULL,
  party         uuid,
  branches      text[],
  place         text,
  maker_checker boolean NOT NULL,
  state         text NOT NULL,
  search_grams  text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);
CREATE TABLE office_past (LIKE office, until_seq bigint NOT NULL, PRIMARY KEY (scope_id, id, seq));
CREATE INDEX office_order ON office (scope_id, name, id);
CREATE INDEX office_party ON office (party);
CREATE INDEX office_search ON office USING gin (search_grams);
CREATE INDEX office_seq ON office (scope_id, seq);
CREATE INDEX office_past_seq ON office_past (scope_id, seq);
CREATE INDEX office_past_until ON office_past (scope_id, until_seq);

CREATE TABLE membership (
  scope_id     uuid NOT NULL,
  id           uuid NOT NULL,
  seq          bigint NOT NULL,
  account      uuid NOT NULL,
  office       uuid NOT NULL,
  role         text COLLATE "C" NOT NULL,
  title        text,
  pairs        uuid[],
  branches     text[],
  projects     text[],
  state        text NOT NULL,
  search_grams text[] NOT NULL,
  PRIMARY KEY (scope_id, id)
);
CREATE TABLE membership_past (LIKE membership, until_seq bigint NOT NULL, PRIMARY KEY (scope_id, id, seq));
CREATE INDEX membership_order ON membership (scope_id, role, id);
CREATE INDEX membership_account ON membership (account);
CREATE INDEX membership_office ON membership (office);
CREATE INDEX membership_pairs ON membership USING gin (pairs);
CREATE INDEX membership_search ON membership USING gin (search_grams);
CREATE INDEX membership_seq ON membership (scope_id, seq);
CREATE INDEX membership_past_seq ON membership_past (scope_id, seq);
CREATE INDEX membership_past_until ON membership_past (scope_id, until_seq);
