-- What was published, with everything that it follows from. Rows are added when a round is published and never change.
CREATE TABLE published_result (
    assessment_id BIGINT      NOT NULL PRIMARY KEY,
    content       LONGTEXT    NOT NULL,
    hash          CHAR(64)    NOT NULL,
    frozen_at     DATETIME(6) NOT NULL,
    CONSTRAINT published_result_of FOREIGN KEY (assessment_id) REFERENCES assessment (id)
);
