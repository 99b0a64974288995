-- A sample of what was handed in, drawn by a stored seed, is judged a second time by somebody else.
CREATE TABLE round_sample (
    round_id BIGINT      NOT NULL PRIMARY KEY,
    seed     VARCHAR(40) NOT NULL,
    size     INT         NOT NULL,
    drawn_by BIGINT      NOT NULL,
    drawn_at DATETIME(6) NOT NULL,
    CONSTRAINT round_sample_of FOREIGN KEY (round_id) REFERENCES assessment_round (id),
    CONSTRAINT round_sample_by FOREIGN KEY (drawn_by) REFERENCES person (id)
);
CREATE TABLE second_review (
    assessment_id BIGINT NOT NULL PRIMARY KEY,
    reviewer_id   BIGINT,
    begun_at      DATETIME(6),
    done_at       DATETIME(6),
    CONSTRAINT second_review_of FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT second_review_by FOREIGN KEY (reviewer_id) REFERENCES person (id)
);
CREATE TABLE second_opinion (
    assessment_id BIGINT      NOT NULL,
    criterion     VARCHAR(30) NOT NULL,
    value         VARCHAR(40) NOT NULL,
    reason        TEXT,
    given_at      DATETIME(6) NOT NULL,
    PRIMARY KEY (assessment_id, criterion),
    CONSTRAINT second_opinion_of FOREIGN KEY (assessment_id) REFERENCES second_review (assessment_id)
);
