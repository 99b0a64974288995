-- What long work takes away is told with the address and session from which it was asked for.
ALTER TABLE work
    ADD COLUMN asked_from VARCHAR(45) COMMENT 'Address from which it was asked for, for the trail; null for the application itself, and once the work has ended.',
    ADD COLUMN session_hash CHAR(64) COMMENT 'Hash of the session in which it was asked for, for the trail.';
