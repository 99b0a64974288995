-- And their owners say in dated words what there is to know of them.
ALTER TABLE target_word
    MODIFY COLUMN target VARCHAR(30) NULL COMMENT 'Code of the target; null where it is an indicator.',
    ADD COLUMN indicator VARCHAR(40) COMMENT 'Code of the indicator; null where it is a target.',
    ADD INDEX indicator_word_of (indicator, id),
    ADD CONSTRAINT target_word_one CHECK ((target IS NULL) <> (indicator IS NULL)),
    COMMENT = 'What the owner of a target or an indicator said of it, with the figure as it was then. Rows are never changed.';
