-- The stages of a round after answering, whose last day is the due day of the round. The due day follows from the days,
-- unless an administrator moved it.
CREATE TABLE round_stage (
    round_id BIGINT      NOT NULL,
    stage    VARCHAR(20) NOT NULL,
    days     INT         NOT NULL,
    moved_to DATE,
    due_on   DATE        NOT NULL,
    PRIMARY KEY (round_id, stage),
    CONSTRAINT round_stage_of_round FOREIGN KEY (round_id) REFERENCES assessment_round (id)
);
INSERT INTO round_stage (round_id, stage, days, due_on)
SELECT r.id, s.stage, s.days, DATE_ADD(r.due_on, INTERVAL s.since DAY) FROM assessment_round r JOIN (
    SELECT 'CHECK' stage, 10 days, 10 since UNION ALL SELECT 'REVIEW', 45, 55 UNION ALL SELECT 'CORRECTION', 15, 70
    UNION ALL SELECT 'REPLY', 10, 80 UNION ALL SELECT 'DECISION', 15, 95 UNION ALL SELECT 'PUBLICATION', 10, 105) s
WHERE r.state <> 'PUBLISHED';
-- A later day for one stage of one agency. Nothing is overwritten: a newer extension replaces an older one, and both stay.
CREATE SEQUENCE stage_extension_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE stage_extension (
    id            BIGINT      NOT NULL PRIMARY KEY,
    assessment_id BIGINT      NOT NULL,
    stage         VARCHAR(20) NOT NULL,
    due_on        DATE        NOT NULL,
    reason        TEXT        NOT NULL,
    given_by      BIGINT      NOT NULL,
    given_at      DATETIME(6) NOT NULL,
    replaced_at   DATETIME(6),
    INDEX stage_extension_of (assessment_id, stage, replaced_at),
    CONSTRAINT stage_extension_of_assessment FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT stage_extension_by FOREIGN KEY (given_by) REFERENCES person (id)
);
-- In which stage an assessment waits for somebody, by its state.
CREATE TABLE stage_of_state (
    state VARCHAR(20) NOT NULL PRIMARY KEY,
    stage VARCHAR(20) NOT NULL
);
INSERT INTO stage_of_state (state, stage) VALUES
    ('NOT_STARTED', 'ANSWERING'), ('IN_PROGRESS', 'ANSWERING'), ('READY', 'ANSWERING'), ('HANDED_IN', 'CHECK'),
    ('ADMITTED', 'REVIEW'), ('UNDER_REVIEW', 'REVIEW'), ('RETURNED', 'CORRECTION'), ('PROVISIONAL', 'REPLY'),
    ('OBJECTION', 'DECISION'), ('REVIEWED', 'DECISION'), ('FINAL', 'PUBLICATION');
-- Until when the present stage of every assessment lasts: its own extension, else for what was returned the first day that a
-- reviewer set, else the day of the round.
CREATE SQL SECURITY INVOKER VIEW assessment_due AS
SELECT s.id AS assessment_id, s.round_id, s.agency_id, t.stage, x.due_on AS extended_to, COALESCE(x.due_on,
       CASE t.stage WHEN 'CORRECTION' THEN (SELECT MIN(v.due_on) FROM verdict v WHERE v.assessment_id = s.id
           AND v.replaced_at IS NULL AND v.kind = 'RETURNED') END,
       CASE t.stage WHEN 'ANSWERING' THEN r.due_on ELSE g.due_on END) AS due_on
FROM assessment s JOIN assessment_round r ON r.id = s.round_id JOIN stage_of_state t
    ON t.state = IF(s.state = 'READY' AND s.ready_from = 'RETURNED', 'RETURNED', s.state)
LEFT JOIN round_stage g ON g.round_id = s.round_id AND g.stage = t.stage
LEFT JOIN stage_extension x ON x.assessment_id = s.id AND x.stage = t.stage AND x.replaced_at IS NULL;
-- What people are told: language-neutral, put into words when it is shown. Exactly once per person, kind, subject and occasion.
CREATE TABLE notice (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id  BIGINT      NOT NULL,
    agency_id  BIGINT      NOT NULL,
    round_id   BIGINT      NOT NULL,
    kind       VARCHAR(30) NOT NULL,
    topic      VARCHAR(12) NOT NULL,
    subject    VARCHAR(12) NOT NULL,
    subject_id BIGINT      NOT NULL,
    occasion   VARCHAR(60) NOT NULL,
    stage      VARCHAR(20),
    due_on     DATE,
    detail     VARCHAR(60),
    created_at DATETIME(6) NOT NULL,
    read_at    DATETIME(6),
    mail_id    BIGINT,
    mailed_at  DATETIME(6),
    CONSTRAINT notice_once UNIQUE (person_id, kind, subject, subject_id, occasion),
    INDEX notice_of (person_id, id),
    INDEX notice_unread (person_id, read_at, agency_id),
    INDEX notice_unmailed (mail_id, read_at, created_at),
    CONSTRAINT notice_for FOREIGN KEY (person_id) REFERENCES person (id)
);
-- What a person wants by mail; who has no row gets a digest a day of everything.
CREATE TABLE notice_setting (
    person_id BIGINT      NOT NULL PRIMARY KEY,
    mail      VARCHAR(12) NOT NULL,
    topics    VARCHAR(60) NOT NULL,
    CONSTRAINT notice_setting_of FOREIGN KEY (person_id) REFERENCES person (id)
);
-- Letters to be sent. What stands in one are its notices; its Message-ID stays the same however often it is tried.
CREATE TABLE mail (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id  BIGINT       NOT NULL,
    occasion   VARCHAR(60)  NOT NULL,
    message_id VARCHAR(120) NOT NULL,
    state      VARCHAR(10)  NOT NULL,
    attempts   INT          NOT NULL DEFAULT 0,
    next_at    DATETIME(6)  NOT NULL,
    sent_at    DATETIME(6),
    fault      VARCHAR(300),
    CONSTRAINT mail_once UNIQUE (person_id, occasion),
    INDEX mail_waiting (state, next_at),
    CONSTRAINT mail_to FOREIGN KEY (person_id) REFERENCES person (id)
);
