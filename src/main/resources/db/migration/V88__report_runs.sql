-- The auditor's room shows who took which report when, by which parameters, and the hash of the file; the file itself is
-- kept by the work that made it, and only for a time.
CREATE TABLE report_run (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    report     VARCHAR(40)  NOT NULL COMMENT 'Name of the definition.',
    parameters VARCHAR(400) NOT NULL COMMENT 'What was asked for, as pairs of name and value.',
    format     VARCHAR(10)  NOT NULL COMMENT 'Format of the file.',
    started_by BIGINT       NOT NULL,
    started_at DATETIME(6)  NOT NULL,
    work_id    BIGINT       COMMENT 'Work that makes the file and keeps it; null once it is forgotten.',
    row_count  INT          COMMENT 'Rows that the file holds; null before it is made.',
    sha256     CHAR(64)     COMMENT 'SHA-256 of the file in hexadecimal digits; null before it is made.',
    CONSTRAINT report_run_once UNIQUE (work_id),
    CONSTRAINT report_run_by FOREIGN KEY (started_by) REFERENCES person (id),
    CONSTRAINT report_run_work FOREIGN KEY (work_id) REFERENCES work (id) ON DELETE SET NULL,
    INDEX report_run_of (report, id)
) COMMENT 'Each run of a report: who made it when and by which parameters, and the hash of its file.';
