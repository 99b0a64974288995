-- Each call is kept with what became of it, so that an administrator sees what another system was told and what it missed.
CREATE TABLE webhook_call (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    webhook_id BIGINT      NOT NULL,
    topic      VARCHAR(20) NOT NULL COMMENT 'Of what it tells: a constant of Topic of this feature.',
    occasion   VARCHAR(80) NOT NULL COMMENT 'What it tells of once.',
    body       TEXT        NOT NULL COMMENT 'What is sent, as JSON.',
    made_at    DATETIME(6) NOT NULL,
    attempts   INT         NOT NULL DEFAULT 0,
    next_at    DATETIME(6) COMMENT 'When it is tried next; null when it was taken or given up.',
    answer     INT         COMMENT 'Last status of HTTP; null without an answer.',
    fault      VARCHAR(40) COMMENT 'Why the last attempt failed: end of a key of texts; null where it did not.',
    sent_at    DATETIME(6) COMMENT 'When it was taken; null while it was not.',
    CONSTRAINT webhook_call_once UNIQUE (webhook_id, occasion),
    CONSTRAINT webhook_call_of FOREIGN KEY (webhook_id) REFERENCES webhook (id),
    INDEX webhook_call_due (next_at)
) COMMENT 'What an address was told, how often that was tried, and what came of it.';
