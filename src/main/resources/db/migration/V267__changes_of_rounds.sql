-- A day of a round that is moved changes how late each of its agencies is.
ALTER TABLE assessment_round
    ADD COLUMN changed_at DATETIME(6) NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)
    COMMENT 'When it was changed last, in the time zone of the database.';
