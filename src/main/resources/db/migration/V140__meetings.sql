-- Leaders meet on the programme again and again: what lay before a meeting is frozen once and kept as it was, so that the next
-- one stands beside it.
CREATE TABLE meeting (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    held_on      DATE        NOT NULL COMMENT 'Day of the meeting.',
    state        VARCHAR(20) NOT NULL COMMENT 'How far it is: a constant of Meeting.State.',
    prepared_by  BIGINT      NOT NULL,
    prepared_at  DATETIME(6) NOT NULL,
    frozen_by    BIGINT      COMMENT 'Who froze the figures; null before.',
    frozen_at    DATETIME(6),
    closed_by    BIGINT      COMMENT 'Who ended it; null before.',
    closed_at    DATETIME(6),
    content      MEDIUMTEXT  COMMENT 'What is frozen, as canonical JSON; null before. It never changes.',
    content_hash CHAR(64)    COMMENT 'SHA-256 of the content in UTF-8, in hexadecimal digits.',
    CONSTRAINT meeting_prepared_by FOREIGN KEY (prepared_by) REFERENCES person (id),
    CONSTRAINT meeting_frozen_by FOREIGN KEY (frozen_by) REFERENCES person (id),
    CONSTRAINT meeting_closed_by FOREIGN KEY (closed_by) REFERENCES person (id),
    INDEX meeting_day (held_on)
) COMMENT 'A meeting on the programme with the figures that were frozen for it.';
