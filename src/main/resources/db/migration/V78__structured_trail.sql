-- An entry of the trail says as what somebody acted, from where, and what stood there before and afterwards. What may
-- have to be hidden or erased stands in a row of its own; the entry holds its salted hash only.
ALTER TABLE change_log
    COMMENT 'The trail: who did what to what and when; written by events, sealed in blocks, and read by auditors only.',
    ADD COLUMN as_role VARCHAR(30) COMMENT 'Role that the person acted by: a constant of Role; null where it is not known, and for the application itself.',
    ADD COLUMN as_agency_id BIGINT COMMENT 'Agency at which the person holds that role.',
    ADD COLUMN before_value TEXT COMMENT 'What stood there before; null where there was nothing or where it is kept apart.',
    ADD COLUMN after_value TEXT COMMENT 'What stands there afterwards; null where there is nothing or where it is kept apart.',
    ADD COLUMN before_hash CHAR(64) COMMENT 'Salted SHA-256 of what stood there before, where it is kept apart.',
    ADD COLUMN after_hash CHAR(64) COMMENT 'Salted SHA-256 of what stands there afterwards, where it is kept apart.',
    ADD COLUMN address_hash CHAR(64) COMMENT 'Salted SHA-256 of the address of the caller, which is kept apart; null where there was no request.',
    ADD COLUMN session_hash CHAR(64) COMMENT 'SHA-256 of the id of the session; null where there was none.',
    ADD INDEX change_log_person (person_id, at),
    ADD INDEX change_log_agency (agency_id, at),
    ADD INDEX change_log_action (action, at);
