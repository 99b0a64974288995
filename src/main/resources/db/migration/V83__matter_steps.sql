-- Nothing in the course of a matter is overwritten: each step has its words, its person and its time.
CREATE SEQUENCE matter_step_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE matter_step (
    id        BIGINT        NOT NULL PRIMARY KEY,
    matter_id BIGINT        NOT NULL,
    step      VARCHAR(20)   NOT NULL COMMENT 'What was done: a constant of MatterStep.Kind.',
    words     VARCHAR(4000) COMMENT 'What was said; null where nothing had to be.',
    due_on    DATE          NOT NULL COMMENT 'Last day after the step.',
    taken_by  BIGINT        NOT NULL,
    taken_at  DATETIME(6)   NOT NULL,
    CONSTRAINT matter_step_of FOREIGN KEY (matter_id) REFERENCES matter (id),
    CONSTRAINT matter_step_by FOREIGN KEY (taken_by) REFERENCES person (id)
) COMMENT 'What was done in a matter, by whom and with which words. Rows are never changed.';
-- Whoever is told what is due asks this view and needs to know no states.
CREATE SQL SECURITY INVOKER VIEW matter_due AS
SELECT m.id AS matter_id, m.agency_id, m.person_id, m.asked_by, m.restricted, m.due_on
FROM matter m
WHERE m.ended_at IS NULL AND m.state IN ('OPEN', 'AGAIN', 'ACCEPTED');
