-- What is asked of other systems, when, and what came of it. The raw answers are kept for the newest runs, their facts for ever.
CREATE SEQUENCE connector_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE connector (
    id          BIGINT        NOT NULL PRIMARY KEY,
    code        VARCHAR(40)   NOT NULL,
    name        VARCHAR(160)  NOT NULL,
    source      VARCHAR(40)   NOT NULL,
    kind        VARCHAR(10)   NOT NULL,
    address     VARCHAR(2000) NOT NULL,
    mapping     MEDIUMTEXT    NOT NULL,
    agencies    MEDIUMTEXT    NOT NULL,
    every_hours INT           NOT NULL,
    at_hour     INT,
    header      VARCHAR(60),
    secret      VARBINARY(4000),
    origin      VARCHAR(300),
    active      BOOLEAN       NOT NULL,
    version     INT           NOT NULL,
    -- how it fares; written by its runs
    failures    INT           NOT NULL DEFAULT 0,
    next_at     DATETIME(6)   NOT NULL DEFAULT '2000-01-01 00:00:00',
    busy_until  DATETIME(6),
    CONSTRAINT connector_code UNIQUE (code),
    INDEX connector_due (active, next_at)
);
CREATE TABLE connector_run (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    connector_id BIGINT      NOT NULL,
    started_by   BIGINT,
    started_at   DATETIME(6) NOT NULL,
    ended_at     DATETIME(6),
    outcome      VARCHAR(10) NOT NULL,
    batch_id     BIGINT,
    fault        VARCHAR(60),
    details      TEXT,
    facts        MEDIUMTEXT,
    INDEX connector_run_newest (connector_id, id),
    CONSTRAINT connector_run_of FOREIGN KEY (connector_id) REFERENCES connector (id),
    CONSTRAINT connector_run_batch FOREIGN KEY (batch_id) REFERENCES reading_batch (id)
);
CREATE TABLE connector_answer (
    run_id     BIGINT        NOT NULL,
    part       INT           NOT NULL,
    address    VARCHAR(2000) NOT NULL,
    media_type VARCHAR(200)  NOT NULL,
    bytes      BIGINT        NOT NULL,
    sha256     CHAR(64)      NOT NULL,
    content    LONGBLOB,
    PRIMARY KEY (run_id, part),
    CONSTRAINT connector_answer_run FOREIGN KEY (run_id) REFERENCES connector_run (id)
);
-- Points of a dataset as they were from one run until before another; null for as they are now.
CREATE TABLE open_dataset (
    id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    connector_id BIGINT        NOT NULL,
    dataset      VARBINARY(32) NOT NULL,
    agency_id    BIGINT        NOT NULL,
    code         VARCHAR(400)  NOT NULL,
    title        VARCHAR(400)  NOT NULL,
    publisher    VARCHAR(200)  NOT NULL,
    points       DECIMAL(9, 4) NOT NULL,
    costs        VARCHAR(1000) NOT NULL,
    from_run     BIGINT        NOT NULL,
    until_run    BIGINT,
    INDEX open_dataset_now (connector_id, until_run),
    INDEX open_dataset_agency (agency_id, until_run, points),
    CONSTRAINT open_dataset_agency_is FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT open_dataset_from FOREIGN KEY (from_run) REFERENCES connector_run (id),
    CONSTRAINT open_dataset_until FOREIGN KEY (until_run) REFERENCES connector_run (id)
);
-- What a run found for an agency.
CREATE TABLE open_data_score (
    run_id       BIGINT        NOT NULL,
    agency_id    BIGINT        NOT NULL,
    connector_id BIGINT        NOT NULL,
    datasets     INT           NOT NULL,
    good         INT           NOT NULL,
    recent       INT           NOT NULL,
    points       DECIMAL(9, 4),
    counted_at   DATETIME(6)   NOT NULL,
    PRIMARY KEY (run_id, agency_id),
    INDEX open_data_score_agency (agency_id, run_id),
    INDEX open_data_score_newest (connector_id, run_id),
    CONSTRAINT open_data_score_run FOREIGN KEY (run_id) REFERENCES connector_run (id),
    CONSTRAINT open_data_score_of FOREIGN KEY (agency_id) REFERENCES agency (id)
);
-- Whether the addresses that catalogues name answered when they were last asked.
CREATE TABLE asked_address (
    address  VARBINARY(32) NOT NULL PRIMARY KEY,
    answers  BOOLEAN       NOT NULL,
    asked_at DATETIME(6)   NOT NULL
);
