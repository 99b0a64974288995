-- Who else is in a form is known to every server alike. Nothing refers to anything here: no save waits for a row that means nothing
-- a minute later.
CREATE TABLE presence (
    assessment_id BIGINT      NOT NULL COMMENT 'The assessment whose form it is.',
    person_id     BIGINT      NOT NULL COMMENT 'Whoever is in it.',
    criterion     VARCHAR(30) NOT NULL COMMENT 'The question before them.',
    seen_at       DATETIME(6) NOT NULL COMMENT 'When the form said so last.',
    PRIMARY KEY (assessment_id, person_id)
) COMMENT 'Who is in a form at this moment, and before which question; forgotten every night.';
