-- Who answers for submitting an assessment: one person at a time; those before stay with their days.
CREATE SEQUENCE assessment_submitter_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE assessment_submitter (
    id            BIGINT      NOT NULL PRIMARY KEY,
    assessment_id BIGINT      NOT NULL,
    person_id     BIGINT      NOT NULL,
    named_by      BIGINT      NOT NULL,
    named_at      DATETIME(6) NOT NULL,
    ended_by      BIGINT,
    ended_at      DATETIME(6),
    in_force      BIGINT AS (IF(ended_at IS NULL, assessment_id, NULL)) PERSISTENT,
    INDEX assessment_submitter_of (assessment_id, named_at),
    CONSTRAINT assessment_submitter_in_force UNIQUE (in_force),
    CONSTRAINT assessment_submitter_of_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT assessment_submitter_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT assessment_submitter_named_by FOREIGN KEY (named_by) REFERENCES person (id),
    CONSTRAINT assessment_submitter_ended_by FOREIGN KEY (ended_by) REFERENCES person (id)
);
-- When a section was handed back as finished, by whom, and who took it back.
ALTER TABLE assessment_section ADD COLUMN finished_by BIGINT, ADD COLUMN finished_at DATETIME(6), ADD COLUMN ended_by BIGINT,
    ADD INDEX assessment_section_given (assessment_id, given_at),
    ADD CONSTRAINT assessment_section_finished_by FOREIGN KEY (finished_by) REFERENCES person (id),
    ADD CONSTRAINT assessment_section_ended_by FOREIGN KEY (ended_by) REFERENCES person (id);
-- The sitting of the panel that ended an assessment's objections: what its minutes say besides the decisions.
CREATE TABLE panel_sitting (
    assessment_id  BIGINT        NOT NULL PRIMARY KEY,
    round_id       BIGINT        NOT NULL,
    number         INT           NOT NULL,
    place          VARCHAR(120)  NOT NULL,
    held_on        DATE          NOT NULL,
    chair          VARCHAR(120)  NOT NULL,
    chair_position VARCHAR(120)  NOT NULL,
    secretary      VARCHAR(120)  NOT NULL,
    members        VARCHAR(1000) NOT NULL,
    written_by     BIGINT        NOT NULL,
    written_at     DATETIME(6)   NOT NULL,
    CONSTRAINT panel_sitting_number UNIQUE (round_id, number),
    CONSTRAINT panel_sitting_of FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT panel_sitting_round FOREIGN KEY (round_id) REFERENCES assessment_round (id),
    CONSTRAINT panel_sitting_by FOREIGN KEY (written_by) REFERENCES person (id)
);
-- What the panel decided is told from what a reviewer corrected.
UPDATE verdict v JOIN objection o ON o.assessment_id = v.assessment_id AND o.criterion = v.criterion AND o.decided_by = v.given_by
    AND o.decided_at = v.given_at AND o.decision <> 'DISMISSED' SET v.kind = 'DECIDED' WHERE v.kind = 'CORRECTED';
-- The list of what waits for the panel, the oldest first.
CREATE INDEX assessment_waiting ON assessment (state, replied_at);
