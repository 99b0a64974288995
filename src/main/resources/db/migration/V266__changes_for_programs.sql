-- Programs that come again and again ask for the agencies and submissions that changed since they came last. The database itself
-- says when, so that no way of changing a row is forgotten, in the time zone of its session.
ALTER TABLE agency
    ADD COLUMN changed_at DATETIME(6) NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)
    COMMENT 'When it was changed last, in the time zone of the database.';
