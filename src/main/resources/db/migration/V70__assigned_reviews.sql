-- Reviewers share out what waits in their queue: one of them is named for an assessment, until another is named or nobody.
CREATE TABLE assigned_review (
    assessment_id BIGINT      NOT NULL PRIMARY KEY,
    reviewer_id   BIGINT      NOT NULL,
    assigned_by   BIGINT      NOT NULL,
    assigned_at   DATETIME(6) NOT NULL,
    CONSTRAINT assigned_review_of FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT assigned_review_to FOREIGN KEY (reviewer_id) REFERENCES person (id),
    CONSTRAINT assigned_review_by FOREIGN KEY (assigned_by) REFERENCES person (id)
) COMMENT 'Who is to review an assessment.';
