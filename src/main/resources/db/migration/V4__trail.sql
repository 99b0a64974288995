CREATE SEQUENCE change_log_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE change_log (
    id         BIGINT      NOT NULL PRIMARY KEY,
    at         DATETIME(6) NOT NULL,
    person_id  BIGINT,
    action     VARCHAR(60) NOT NULL,
    subject    VARCHAR(60) NOT NULL,
    subject_id BIGINT,
    agency_id  BIGINT,
    details    TEXT,
    INDEX change_log_of (subject, subject_id),
    INDEX change_log_at (at)
);
