-- What agencies object to in their provisional results, and what the panel decided: one row for each criterion, never deleted.
ALTER TABLE assessment_round ADD COLUMN reply_until DATE;
ALTER TABLE assessment ADD COLUMN reply VARCHAR(20), ADD COLUMN replied_at DATETIME(6), ADD COLUMN replied_by BIGINT,
    ADD CONSTRAINT assessment_replied_by FOREIGN KEY (replied_by) REFERENCES person (id);
CREATE SEQUENCE objection_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE objection (
    id            BIGINT       NOT NULL PRIMARY KEY,
    assessment_id BIGINT       NOT NULL,
    criterion     VARCHAR(30)  NOT NULL,
    provisional   VARCHAR(40),
    claimed       VARCHAR(40)  NOT NULL,
    grounds       TEXT         NOT NULL,
    written_by    BIGINT       NOT NULL,
    written_at    DATETIME(6)  NOT NULL,
    withdrawn_at  DATETIME(6),
    decision      VARCHAR(20),
    value         VARCHAR(40),
    reasons       TEXT,
    members       VARCHAR(1000),
    decided_by    BIGINT,
    decided_at    DATETIME(6),
    version       INT          NOT NULL DEFAULT 0,
    INDEX objection_of (assessment_id, criterion),
    CONSTRAINT objection_of_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT objection_written_by FOREIGN KEY (written_by) REFERENCES person (id),
    CONSTRAINT objection_decided_by FOREIGN KEY (decided_by) REFERENCES person (id)
);
