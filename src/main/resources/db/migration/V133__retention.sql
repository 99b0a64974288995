-- What is kept for how long stands in one table, and holds of audits stop the removal.
CREATE TABLE retention_rule (
    kind     VARCHAR(40) NOT NULL PRIMARY KEY COMMENT 'What is removed: the name that a feature gives it.',
    days     INT         NOT NULL COMMENT 'How long it is kept.',
    run_at   DATETIME(6) COMMENT 'When it was last looked through; null before the first time.',
    removed  BIGINT      COMMENT 'How much was removed then; null where a hold stopped it.'
) COMMENT 'How long each kind of data is kept.';
INSERT INTO retention_rule (kind, days) VALUES
    ('trail-address', 365), ('trail-typed-name', 90), ('notice', 400), ('letter', 400), ('password-link', 30);
CREATE TABLE retention_hold (
    id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind      VARCHAR(40)  COMMENT 'What is not removed meanwhile; null for everything.',
    reason    VARCHAR(400) NOT NULL,
    placed_by BIGINT       NOT NULL,
    placed_at DATETIME(6)  NOT NULL,
    ended_by  BIGINT,
    ended_at  DATETIME(6)  COMMENT 'When it was ended; null while it holds.',
    CONSTRAINT retention_hold_of FOREIGN KEY (kind) REFERENCES retention_rule (kind),
    CONSTRAINT retention_hold_by FOREIGN KEY (placed_by) REFERENCES person (id),
    CONSTRAINT retention_hold_until FOREIGN KEY (ended_by) REFERENCES person (id)
) COMMENT 'An audit that stops the removal of data while it lasts.';
