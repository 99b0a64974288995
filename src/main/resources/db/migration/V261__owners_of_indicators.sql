-- Indicators have owners like targets: a row names the one or the other.
ALTER TABLE target_owner
    MODIFY COLUMN target VARCHAR(30) NULL COMMENT 'Code of the target; null where it is an indicator.',
    ADD COLUMN indicator VARCHAR(40) COMMENT 'Code of the indicator; null where it is a target.',
    ADD INDEX indicator_owner_of (indicator, valid_from),
    ADD CONSTRAINT target_owner_one CHECK ((target IS NULL) <> (indicator IS NULL)),
    COMMENT = 'Who owns a target or an indicator from a day on. Rows are never changed.';
