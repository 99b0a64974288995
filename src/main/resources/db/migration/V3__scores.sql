CREATE TABLE assessment_score (
    assessment_id  BIGINT          NOT NULL PRIMARY KEY,
    level          INT             NOT NULL,
    index_value    DECIMAL(12, 10) NOT NULL,
    declared_level INT             NOT NULL,
    declared_index DECIMAL(12, 10) NOT NULL,
    answered       INT             NOT NULL,
    applicable     INT             NOT NULL,
    evidenced      DECIMAL(6, 5)   NOT NULL,
    computed_at    DATETIME(6)     NOT NULL,
    CONSTRAINT assessment_score_of FOREIGN KEY (assessment_id) REFERENCES assessment (id)
);
CREATE TABLE node_score (
    assessment_id BIGINT          NOT NULL,
    node          VARCHAR(30)     NOT NULL,
    level         INT             NOT NULL,
    index_value   DECIMAL(12, 10) NOT NULL,
    PRIMARY KEY (assessment_id, node),
    CONSTRAINT node_score_of FOREIGN KEY (assessment_id) REFERENCES assessment (id)
);
