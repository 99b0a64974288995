-- A reading that moved too far from the last covered period waits until somebody else than its sender confirms it: the reading
-- itself never changes. Of a batch it is known who answers for it, and what was told of lines that were taken.
ALTER TABLE reading_batch
    ADD sent_by BIGINT COMMENT 'Who sent it, or made the token with which it came; null where nobody is known.',
    ADD notes MEDIUMTEXT COMMENT 'What was told of the first lines that were taken, as JSON.',
    ADD CONSTRAINT reading_batch_sent_by FOREIGN KEY (sent_by) REFERENCES person (id);
CREATE TABLE reading_jump (
    reading_id         BIGINT         NOT NULL PRIMARY KEY,
    kind               VARCHAR(20)    NOT NULL COMMENT 'What moved: a constant of Jump.Kind.',
    before_period      DATE           NOT NULL COMMENT 'First day of the period that it is compared with.',
    before_numerator   DECIMAL(24, 6),
    before_denominator DECIMAL(24, 6),
    before_value       DECIMAL(24, 6) NOT NULL,
    confirmed_by       BIGINT COMMENT 'Who confirmed it; null while it waits.',
    confirmed_at       DATETIME(6) COMMENT 'When it was confirmed; null while it waits and counts as missing.',
    reason             TEXT COMMENT 'Why it is right, in the words of whoever confirmed it.',
    INDEX reading_jump_waiting (confirmed_at, reading_id),
    CONSTRAINT reading_jump_of FOREIGN KEY (reading_id) REFERENCES reading (id) ON DELETE CASCADE,
    CONSTRAINT reading_jump_confirmed_by FOREIGN KEY (confirmed_by) REFERENCES person (id)
) COMMENT 'A reading that moved too far from the one before, and who confirmed that it is right nevertheless.';
