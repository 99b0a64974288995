-- Agencies ask to be exempt from a question for one round; the ministry grants or refuses. Nothing is overwritten.
CREATE SEQUENCE exemption_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE exemption (
    id            BIGINT      NOT NULL PRIMARY KEY,
    assessment_id BIGINT      NOT NULL,
    criterion     VARCHAR(30) NOT NULL,
    reason        TEXT        NOT NULL,
    asked_by      BIGINT      NOT NULL,
    asked_at      DATETIME(6) NOT NULL,
    granted       BOOLEAN,
    decision      TEXT,
    decided_by    BIGINT,
    decided_at    DATETIME(6),
    version       INT         NOT NULL DEFAULT 0,
    INDEX exemption_of (assessment_id, granted, criterion),
    INDEX exemption_open (granted),
    CONSTRAINT exemption_of_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT exemption_asked_by FOREIGN KEY (asked_by) REFERENCES person (id),
    CONSTRAINT exemption_decided_by FOREIGN KEY (decided_by) REFERENCES person (id)
);
