-- Evidence that is used again shows the content of where it was attached first; a new version takes the place of an older
-- one; and it holds from a day until another.
ALTER TABLE evidence ADD COLUMN content_id BIGINT, ADD COLUMN replaces_id BIGINT, ADD COLUMN valid_from DATE, ADD COLUMN valid_until DATE,
    ADD CONSTRAINT evidence_content_from FOREIGN KEY (content_id) REFERENCES evidence (id),
    ADD CONSTRAINT evidence_replaces FOREIGN KEY (replaces_id) REFERENCES evidence (id);
-- Scoring a whole round may have to leave out what has expired: the index still answers it alone.
CREATE INDEX evidence_holding ON evidence (assessment_id, criterion, level, removed_at, valid_until);
DROP INDEX evidence_levels ON evidence;
-- Which version of an answer was taken over, and from where.
CREATE TABLE carried_answer (
    assessment_id BIGINT       NOT NULL,
    criterion     VARCHAR(30)  NOT NULL,
    version       INT          NOT NULL,
    origin        VARCHAR(10)  NOT NULL,
    origin_name   VARCHAR(200) NOT NULL,
    PRIMARY KEY (assessment_id, criterion),
    CONSTRAINT carried_answer_of FOREIGN KEY (assessment_id) REFERENCES assessment (id)
);
-- Answers that an agency offers to the units below it.
CREATE TABLE offered_answer (
    assessment_id BIGINT      NOT NULL,
    criterion     VARCHAR(30) NOT NULL,
    PRIMARY KEY (assessment_id, criterion),
    CONSTRAINT offered_answer_of FOREIGN KEY (assessment_id) REFERENCES assessment (id)
);
