-- A figure is owned by a person, or by an agency as a whole: then all who answer for it are its owners.
ALTER TABLE target_owner
    MODIFY COLUMN person_id BIGINT NULL COMMENT 'Person who owns it; null for all who answer for the agency.';
