-- What was filled at a time can be filled again: no version is ever changed or removed.
CREATE TABLE report_form_version (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    form_id      BIGINT       NOT NULL,
    number       INT          NOT NULL COMMENT 'From 1 on within the form.',
    file_name    VARCHAR(200) NOT NULL,
    content      LONGBLOB     NOT NULL COMMENT 'The template as it was uploaded.',
    sha256       CHAR(64)     NOT NULL COMMENT 'SHA-256 of the template in hexadecimal digits.',
    state        VARCHAR(12)  NOT NULL COMMENT 'TRIAL, KEPT, PUBLISHED or WITHDRAWN.',
    uploaded_by  BIGINT       NOT NULL,
    uploaded_at  DATETIME(6)  NOT NULL,
    kept_by      BIGINT,
    kept_at      DATETIME(6)  COMMENT 'When it was kept after a trial; null before.',
    published_by BIGINT,
    published_at DATETIME(6)  COMMENT 'When it was published last; null before.',
    withdrawn_by BIGINT,
    withdrawn_at DATETIME(6)  COMMENT 'When it was withdrawn, or another version took its place; null before.',
    CONSTRAINT report_form_version_once UNIQUE (form_id, number),
    CONSTRAINT report_form_version_of FOREIGN KEY (form_id) REFERENCES report_form (id),
    CONSTRAINT report_form_version_uploaded FOREIGN KEY (uploaded_by) REFERENCES person (id),
    CONSTRAINT report_form_version_kept FOREIGN KEY (kept_by) REFERENCES person (id),
    CONSTRAINT report_form_version_published FOREIGN KEY (published_by) REFERENCES person (id),
    CONSTRAINT report_form_version_withdrawn FOREIGN KEY (withdrawn_by) REFERENCES person (id)
) COMMENT 'Versions of forms: who uploaded, kept, published and withdrew each of them when.';
