-- An auditor draws answers by rule, has them judged, and reads from what was found how many of all are wrong at most.
CREATE TABLE audit_sample (
    id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    round_id   BIGINT        NOT NULL,
    agency_id  BIGINT        NOT NULL COMMENT 'Agency at the top of what was drawn from.',
    purpose    VARCHAR(400)  NOT NULL,
    confidence DECIMAL(5, 4) NOT NULL COMMENT 'How sure the bound has to be, between 0 and 1.',
    tolerable  DECIMAL(5, 4) NOT NULL COMMENT 'Share of wrong answers that can be borne, between 0 and 1.',
    allowed    INT           NOT NULL COMMENT 'Wrong answers in the sample that still show it.',
    strata     VARCHAR(10)   NOT NULL COMMENT 'By what it was divided: a constant of Division.',
    seed       VARCHAR(40)   NOT NULL COMMENT 'From which the draw can be repeated.',
    population BIGINT        NOT NULL COMMENT 'Answers that it was drawn from.',
    size       INT           NOT NULL,
    drawn_by   BIGINT        NOT NULL,
    drawn_at   DATETIME(6)   NOT NULL,
    CONSTRAINT audit_sample_round FOREIGN KEY (round_id) REFERENCES assessment_round (id) ON DELETE CASCADE,
    CONSTRAINT audit_sample_agency FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT audit_sample_by FOREIGN KEY (drawn_by) REFERENCES person (id)
) COMMENT 'A sample of answers that an auditor drew by rule.';
CREATE TABLE audit_stratum (
    sample_id  BIGINT      NOT NULL,
    name       VARCHAR(40) NOT NULL COMMENT 'Code of a province or type of agency; a star where it is the whole.',
    population BIGINT      NOT NULL,
    size       INT         NOT NULL,
    PRIMARY KEY (sample_id, name),
    CONSTRAINT audit_stratum_of FOREIGN KEY (sample_id) REFERENCES audit_sample (id) ON DELETE CASCADE
) COMMENT 'A part of what a sample was drawn from, with how many answers were drawn of it.';
CREATE TABLE audit_case (
    id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    sample_id     BIGINT      NOT NULL,
    stratum       VARCHAR(40) NOT NULL,
    assessment_id BIGINT      NOT NULL,
    criterion     VARCHAR(30) NOT NULL,
    value         VARCHAR(40) COMMENT 'Answer that counted when it was drawn; null for none.',
    found         VARCHAR(40) COMMENT 'Answer that the reviewer finds to be right; null until it is judged.',
    reason        TEXT        COMMENT 'Why another answer is right.',
    judged_by     BIGINT,
    judged_at     DATETIME(6) COMMENT 'When it was judged; null until then.',
    CONSTRAINT audit_case_once UNIQUE (sample_id, assessment_id, criterion),
    CONSTRAINT audit_case_of FOREIGN KEY (sample_id) REFERENCES audit_sample (id) ON DELETE CASCADE,
    CONSTRAINT audit_case_about FOREIGN KEY (assessment_id) REFERENCES assessment (id) ON DELETE CASCADE,
    CONSTRAINT audit_case_by FOREIGN KEY (judged_by) REFERENCES person (id)
) COMMENT 'One answer of a sample and what a reviewer found it to be.';
