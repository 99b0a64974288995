-- What reviewers said of single answers. Nothing is overwritten: a newer verdict replaces an older one, and both stay.
CREATE SEQUENCE verdict_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE verdict (
    id            BIGINT      NOT NULL PRIMARY KEY,
    assessment_id BIGINT      NOT NULL,
    criterion     VARCHAR(30) NOT NULL,
    kind          VARCHAR(20) NOT NULL,
    value         VARCHAR(40),
    declared      VARCHAR(40),
    reason        TEXT,
    due_on        DATE,
    given_by      BIGINT      NOT NULL,
    given_at      DATETIME(6) NOT NULL,
    replaced_at   DATETIME(6),
    INDEX verdict_of (assessment_id, replaced_at, criterion),
    CONSTRAINT verdict_of_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT verdict_by FOREIGN KEY (given_by) REFERENCES person (id)
);
