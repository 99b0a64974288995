-- Readings of indicators. Nothing is overwritten: a correction is another reading, and the newest one holds.
CREATE SEQUENCE reading_batch_seq START WITH 1 INCREMENT BY 1;
CREATE TABLE reading_batch (
    id              BIGINT      NOT NULL PRIMARY KEY,
    source          VARCHAR(40) NOT NULL,
    way             VARCHAR(10) NOT NULL,
    idempotency_key VARCHAR(80),
    arrived_at      DATETIME(6) NOT NULL,
    taken           INT         NOT NULL DEFAULT 0,
    accepted        INT         NOT NULL DEFAULT 0,
    corrected       INT         NOT NULL DEFAULT 0,
    unchanged       INT         NOT NULL DEFAULT 0,
    rejected        INT         NOT NULL DEFAULT 0,
    faults          MEDIUMTEXT,
    CONSTRAINT reading_batch_once UNIQUE (source, idempotency_key),
    INDEX reading_batch_newest (source, arrived_at)
);
CREATE TABLE reading (
    id          BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
    indicator   VARCHAR(40)    NOT NULL,
    period      DATE           NOT NULL,
    agency_id   BIGINT         NOT NULL,
    source      VARCHAR(40)    NOT NULL,
    numerator   DECIMAL(24, 6),
    denominator DECIMAL(24, 6),
    value       DECIMAL(24, 6) NOT NULL,
    measured_at DATETIME(6),
    arrived_at  DATETIME(6)    NOT NULL,
    payload     BINARY(32)     NOT NULL,
    batch_id    BIGINT         NOT NULL,
    CONSTRAINT reading_once UNIQUE (indicator, period, agency_id, source, payload),
    INDEX reading_batch (batch_id),
    INDEX reading_of_agency (agency_id, indicator, period),
    CONSTRAINT reading_agency FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT reading_of_batch FOREIGN KEY (batch_id) REFERENCES reading_batch (id)
);
-- With what a source shows that it is one. Only the hash is kept.
CREATE SEQUENCE reading_token_seq START WITH 1 INCREMENT BY 1;
CREATE TABLE reading_token (
    id       BIGINT      NOT NULL PRIMARY KEY,
    source   VARCHAR(40) NOT NULL,
    hash     CHAR(64)    NOT NULL,
    agency_id BIGINT     NOT NULL,
    made_by  BIGINT,
    made_at  DATETIME(6) NOT NULL,
    ended_at DATETIME(6),
    CONSTRAINT reading_token_hash UNIQUE (hash),
    CONSTRAINT reading_token_agency FOREIGN KEY (agency_id) REFERENCES agency (id)
);
