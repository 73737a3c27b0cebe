-- What stands twice across counties is found in the rows themselves, so that it is never behind them: the table of claims
-- that was never written goes; a photograph's look (64 bits, as sixteen hexadecimal digits) stands beside its hash.
DROP TABLE claim;

ALTER TABLE proof ADD COLUMN look text;
ALTER TABLE proof_past ADD COLUMN look text;
CREATE INDEX proof_look ON proof (look);
CREATE INDEX sale_invoice ON sale ((ltrim(regexp_replace(invoice_no, '\D', '', 'g'), '0'))) WHERE invoice_no IS NOT NULL;
