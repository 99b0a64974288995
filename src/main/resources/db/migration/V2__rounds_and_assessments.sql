CREATE SEQUENCE assessment_round_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE assessment_round (
    id            BIGINT       NOT NULL PRIMARY KEY,
    code          VARCHAR(20)  NOT NULL,
    name          VARCHAR(120) NOT NULL,
    model_id      VARCHAR(60)  NOT NULL,
    model_version VARCHAR(20)  NOT NULL,
    opens_on      DATE         NOT NULL,
    due_on        DATE         NOT NULL,
    state         VARCHAR(20)  NOT NULL,
    version       INT          NOT NULL DEFAULT 0,
    CONSTRAINT assessment_round_code UNIQUE (code)
);
CREATE TABLE round_scope (
    round_id    BIGINT      NOT NULL,
    agency_type VARCHAR(30) NOT NULL,
    PRIMARY KEY (round_id, agency_type),
    CONSTRAINT round_scope_round FOREIGN KEY (round_id) REFERENCES assessment_round (id)
);
CREATE SEQUENCE assessment_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE assessment (
    id           BIGINT      NOT NULL PRIMARY KEY,
    round_id     BIGINT      NOT NULL,
    agency_id    BIGINT      NOT NULL,
    state        VARCHAR(20) NOT NULL,
    started_at   DATETIME(6),
    handed_in_at DATETIME(6),
    handed_in_by BIGINT,
    receipt      VARCHAR(40),
    content_hash CHAR(64),
    published_at DATETIME(6),
    version      INT         NOT NULL DEFAULT 0,
    CONSTRAINT assessment_once UNIQUE (round_id, agency_id),
    CONSTRAINT assessment_receipt UNIQUE (receipt),
    CONSTRAINT assessment_of_round FOREIGN KEY (round_id) REFERENCES assessment_round (id),
    CONSTRAINT assessment_of_agency FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT assessment_handed_in_by FOREIGN KEY (handed_in_by) REFERENCES person (id),
    INDEX assessment_state (round_id, state)
);
CREATE SEQUENCE answer_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE answer (
    id            BIGINT      NOT NULL PRIMARY KEY,
    assessment_id BIGINT      NOT NULL,
    criterion     VARCHAR(30) NOT NULL,
    value         VARCHAR(40),
    comment       TEXT,
    answered_by   BIGINT,
    answered_at   DATETIME(6) NOT NULL,
    version       INT         NOT NULL DEFAULT 0,
    CONSTRAINT answer_once UNIQUE (assessment_id, criterion),
    CONSTRAINT answer_of_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT answer_by FOREIGN KEY (answered_by) REFERENCES person (id)
);
CREATE SEQUENCE answer_history_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE answer_history (
    id            BIGINT      NOT NULL PRIMARY KEY,
    assessment_id BIGINT      NOT NULL,
    criterion     VARCHAR(30) NOT NULL,
    value         VARCHAR(40),
    comment       TEXT,
    answered_by   BIGINT,
    answered_at   DATETIME(6) NOT NULL,
    INDEX answer_history_of (assessment_id, criterion, answered_at),
    CONSTRAINT answer_history_of_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id)
);
CREATE SEQUENCE evidence_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE evidence (
    id            BIGINT       NOT NULL PRIMARY KEY,
    assessment_id BIGINT       NOT NULL,
    criterion     VARCHAR(30)  NOT NULL,
    level         INT          NOT NULL,
    kind          VARCHAR(10)  NOT NULL,
    title         VARCHAR(250) NOT NULL,
    url           VARCHAR(2000),
    media_type    VARCHAR(120),
    size          BIGINT,
    sha256        CHAR(64),
    attached_by   BIGINT,
    attached_at   DATETIME(6)  NOT NULL,
    removed_by    BIGINT,
    removed_at    DATETIME(6),
    INDEX evidence_of (assessment_id, criterion, level),
    CONSTRAINT evidence_of_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id)
);
CREATE TABLE evidence_content (
    evidence_id BIGINT   NOT NULL PRIMARY KEY,
    content     LONGBLOB NOT NULL,
    CONSTRAINT evidence_content_of FOREIGN KEY (evidence_id) REFERENCES evidence (id)
);
