-- Whoever lost the telephone gets in by a code on paper, each of which holds once.
CREATE TABLE recovery_code (
    person_id BIGINT      NOT NULL,
    code_hash CHAR(64)    NOT NULL COMMENT 'SHA-256 of the code, which has 120 random bits and is kept nowhere.',
    used_at   DATETIME(6)          COMMENT 'When it was used; it holds once.',
    PRIMARY KEY (person_id, code_hash),
    CONSTRAINT recovery_code_of FOREIGN KEY (person_id) REFERENCES second_factor (person_id) ON DELETE CASCADE
) COMMENT 'Codes that stand in for the second factor where its device is lost.';
