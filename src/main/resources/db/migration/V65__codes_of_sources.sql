-- Codes of sources and connectors and hashes of tokens are compared byte by byte, as keys of batches and codes of indicators are.
-- Codes of agencies and rounds stay as they are: two that differ in capitals alone are refused where they are made.
ALTER TABLE reading_batch
    MODIFY source VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
ALTER TABLE reading_token
    MODIFY source VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    MODIFY hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the token in hexadecimal digits.';
ALTER TABLE connector
    MODIFY code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    MODIFY source VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
