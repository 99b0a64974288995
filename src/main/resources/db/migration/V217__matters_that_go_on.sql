-- What is asked of an agency that was merged is asked of whoever goes on for it; who was asked at first stays told.
ALTER TABLE matter ADD COLUMN first_agency_id BIGINT
    COMMENT 'Agency that was asked at first, where another goes on for it; null where the same one is still asked.';
ALTER TABLE matter ADD CONSTRAINT matter_first_agency FOREIGN KEY (first_agency_id) REFERENCES agency (id);
