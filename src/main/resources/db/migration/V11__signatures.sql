-- What the heads of agencies signed. Nothing is overwritten: a signature that is no longer in force says since when.
CREATE SEQUENCE assessment_signature_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE assessment_signature (
    id            BIGINT       NOT NULL PRIMARY KEY,
    assessment_id BIGINT       NOT NULL,
    person_id     BIGINT,
    person_name   VARCHAR(120) NOT NULL,
    position      VARCHAR(120) NOT NULL,
    signed_at     DATETIME(6)  NOT NULL,
    content_hash  CHAR(64),
    receipt       VARCHAR(40)  NOT NULL,
    ended_at      DATETIME(6),
    in_force      BIGINT AS (IF(ended_at IS NULL, assessment_id, NULL)) PERSISTENT,
    INDEX assessment_signature_of (assessment_id, signed_at),
    CONSTRAINT assessment_signature_in_force UNIQUE (in_force),
    CONSTRAINT assessment_signature_of_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT assessment_signature_by FOREIGN KEY (person_id) REFERENCES person (id)
);
-- The steps between answering and the review, with the word that was said: the history of the procedure.
CREATE SEQUENCE assessment_step_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE assessment_step (
    id            BIGINT      NOT NULL PRIMARY KEY,
    assessment_id BIGINT      NOT NULL,
    step          VARCHAR(20) NOT NULL,
    word          TEXT,
    taken_by      BIGINT      NOT NULL,
    taken_at      DATETIME(6) NOT NULL,
    INDEX assessment_step_of (assessment_id, taken_at),
    CONSTRAINT assessment_step_of_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT assessment_step_by FOREIGN KEY (taken_by) REFERENCES person (id)
);
-- Where an assessment that waits for its signature came from, and the step that sent it back to the officers.
ALTER TABLE assessment ADD COLUMN ready_from VARCHAR(20), ADD COLUMN sent_back BIGINT,
    ADD CONSTRAINT assessment_sent_back FOREIGN KEY (sent_back) REFERENCES assessment_step (id);
