-- Other systems are told of publications, batches, deadlines and matters, instead of asking all day.
CREATE TABLE webhook (
    id       BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
    address  VARCHAR(500)   NOT NULL COMMENT 'Where it is told.',
    topics   VARCHAR(100)   NOT NULL COMMENT 'Of what it is told: constants of Topic of this feature.',
    secret   VARBINARY(200) NOT NULL COMMENT 'Key of its signatures, sealed by the key of the connectors.',
    made_by  BIGINT         NOT NULL,
    made_at  DATETIME(6)    NOT NULL,
    ended_at DATETIME(6)    COMMENT 'When it was ended; null while it is told.',
    CONSTRAINT webhook_by FOREIGN KEY (made_by) REFERENCES person (id)
) COMMENT 'An address that is told of events, with what its calls are signed.';
