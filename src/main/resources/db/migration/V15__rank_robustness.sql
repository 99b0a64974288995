CREATE TABLE rank_robustness (
    assessment_id BIGINT      NOT NULL PRIMARY KEY,
    position      INT         NOT NULL,
    position_low  INT         NOT NULL,
    position_high INT         NOT NULL,
    level         INT         NOT NULL,
    level_low     INT         NOT NULL,
    level_high    INT         NOT NULL,
    changed       INT         NOT NULL,
    draws         INT         NOT NULL,
    computed_at   DATETIME(6) NOT NULL,
    CONSTRAINT rank_robustness_of FOREIGN KEY (assessment_id) REFERENCES assessment (id)
);
