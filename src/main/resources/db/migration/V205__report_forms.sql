-- The ministry designs forms of its own for the reports: a template with marks, uploaded once and renewed by version.
CREATE TABLE report_form (
    id      BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    report  VARCHAR(40)  NOT NULL COMMENT 'Name of the definition whose rows fill the form.',
    name    VARCHAR(120) NOT NULL COMMENT 'How people call the form.',
    kind    VARCHAR(10)  NOT NULL COMMENT 'Kind of the template and of the filled form: XLSX or DOCX.',
    made_by BIGINT       NOT NULL,
    made_at DATETIME(6)  NOT NULL,
    CONSTRAINT report_form_once UNIQUE (report, name),
    CONSTRAINT report_form_by FOREIGN KEY (made_by) REFERENCES person (id)
) COMMENT 'Forms that the ministry designed for reports.';
