-- Workbooks that were filled without network and sent back; an applied one stays as the proof of what was taken from it.
CREATE SEQUENCE answer_workbook_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE answer_workbook (
    id            BIGINT       NOT NULL PRIMARY KEY,
    assessment_id BIGINT       NOT NULL,
    file_name     VARCHAR(200) NOT NULL,
    size          BIGINT       NOT NULL,
    sha256        CHAR(64)     NOT NULL,
    content       LONGBLOB     NOT NULL,
    sent_by       BIGINT       NOT NULL,
    sent_at       DATETIME(6)  NOT NULL,
    applied_by    BIGINT,
    applied_at    DATETIME(6),
    cells         INT          NOT NULL DEFAULT 0,
    written       LONGTEXT,
    version       INT          NOT NULL DEFAULT 0,
    INDEX answer_workbook_of (assessment_id, sha256, applied_at),
    CONSTRAINT answer_workbook_of_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT answer_workbook_sent_by FOREIGN KEY (sent_by) REFERENCES person (id),
    CONSTRAINT answer_workbook_applied_by FOREIGN KEY (applied_by) REFERENCES person (id)
);
