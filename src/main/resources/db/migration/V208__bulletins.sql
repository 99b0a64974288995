-- A bulletin says each month how the targets stand. What was said in a month stays what was said.
CREATE TABLE bulletin (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    month      DATE        NOT NULL COMMENT 'First day of the month of which the bulletin speaks.',
    facts      LONGTEXT    NOT NULL COMMENT 'Figures from which its sentences are made, as JSON.',
    facts_hash CHAR(64)    NOT NULL COMMENT 'SHA-256 of the facts in hexadecimal digits.',
    made_by    BIGINT      COMMENT 'Null where the application made it by itself at the end of the month.',
    made_at    DATETIME(6) NOT NULL,
    opened_by  BIGINT      COMMENT 'Who made it public last; null before.',
    opened_at  DATETIME(6),
    closed_by  BIGINT      COMMENT 'Who ended that; null while it is public.',
    closed_at  DATETIME(6),
    CONSTRAINT bulletin_once UNIQUE (month),
    CONSTRAINT bulletin_made FOREIGN KEY (made_by) REFERENCES person (id),
    CONSTRAINT bulletin_opened FOREIGN KEY (opened_by) REFERENCES person (id),
    CONSTRAINT bulletin_closed FOREIGN KEY (closed_by) REFERENCES person (id)
) COMMENT 'Monthly bulletins of the targets: their facts, and whether everybody reads them.';
