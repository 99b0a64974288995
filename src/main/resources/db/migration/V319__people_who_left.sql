-- What lets people sign in, and their addresses, go some time after they have left; so do their sessions.
ALTER TABLE person
    ADD COLUMN closed_at DATETIME(6) COMMENT 'When the account was closed last; null where it never was.';
