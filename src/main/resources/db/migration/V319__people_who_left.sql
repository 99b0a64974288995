-- What lets people sign in, and their addresses, go some time after they have left; so do their sessions.
ALTER TABLE person
    ADD COLUMN closed_at DATETIME(6) COMMENT 'When the account was closed last; null where it never was.';
UPDATE person SET closed_at = UTC_TIMESTAMP(6) WHERE active = FALSE;
INSERT INTO retention_rule (kind, days) VALUES ('session', 30), ('left-person', 365);
ALTER TABLE open_session
    COMMENT 'Sessions of people who signed in, by a hash of what their browser has; those over for long go by the table of retention.';
