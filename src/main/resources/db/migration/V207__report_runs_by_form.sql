-- A run says by which version of which form its file was made.
ALTER TABLE report_run
    ADD COLUMN form_version_id BIGINT COMMENT 'Version of the form that was filled; null where the file has the form of the report itself.',
    ADD CONSTRAINT report_run_form FOREIGN KEY (form_version_id) REFERENCES report_form_version (id);
