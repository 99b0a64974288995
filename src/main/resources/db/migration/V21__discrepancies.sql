-- What measured levels say of a score, derived with it: the share of weight measured, and declared less measured, summed
-- over the criteria that have both; apart for the criteria that everybody may see.
ALTER TABLE assessment_score
    ADD COLUMN measured DECIMAL(6, 5) NOT NULL DEFAULT 0,
    ADD COLUMN bias_sum INT NOT NULL DEFAULT 0,
    ADD COLUMN bias_count INT NOT NULL DEFAULT 0,
    ADD COLUMN open_bias_sum INT NOT NULL DEFAULT 0,
    ADD COLUMN open_bias_count INT NOT NULL DEFAULT 0;
ALTER TABLE node_score
    ADD COLUMN bias_sum INT NOT NULL DEFAULT 0,
    ADD COLUMN bias_count INT NOT NULL DEFAULT 0,
    ADD COLUMN open_bias_sum INT NOT NULL DEFAULT 0,
    ADD COLUMN open_bias_count INT NOT NULL DEFAULT 0;
-- The register: declared above measured by a level or more. Nothing leaves it; what no longer stands is settled, and of a
-- criterion one entry at most stands (stands is 1 or NULL).
CREATE TABLE discrepancy (
    id            BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
    assessment_id BIGINT         NOT NULL,
    criterion     VARCHAR(30)    NOT NULL,
    dimension     VARCHAR(30)    NOT NULL,
    restricted    BOOLEAN        NOT NULL,
    indicator     VARCHAR(60)    NOT NULL,
    period        VARCHAR(10)    NOT NULL,
    value         DECIMAL(24, 6) NOT NULL,
    declared      INT            NOT NULL,
    measured      INT            NOT NULL,
    state         VARCHAR(10)    NOT NULL,
    stands        TINYINT,
    late          BOOLEAN        NOT NULL,
    opened_at     DATETIME(6)    NOT NULL,
    explanation   TEXT,
    explained_by  BIGINT,
    explained_at  DATETIME(6),
    reason        TEXT,
    decided_by    BIGINT,
    decided_at    DATETIME(6),
    settled_at    DATETIME(6),
    CONSTRAINT discrepancy_stands_once UNIQUE (assessment_id, criterion, stands),
    CONSTRAINT discrepancy_of FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT discrepancy_explained_by FOREIGN KEY (explained_by) REFERENCES person (id),
    CONSTRAINT discrepancy_decided_by FOREIGN KEY (decided_by) REFERENCES person (id),
    INDEX discrepancy_state (state, assessment_id)
);
CREATE TABLE discrepancy_step (
    id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    discrepancy_id BIGINT      NOT NULL,
    step           VARCHAR(10) NOT NULL,
    declared       INT         NOT NULL,
    measured       INT         NOT NULL,
    words          TEXT,
    taken_by       BIGINT,
    taken_at       DATETIME(6) NOT NULL,
    INDEX discrepancy_steps (discrepancy_id),
    CONSTRAINT discrepancy_step_of FOREIGN KEY (discrepancy_id) REFERENCES discrepancy (id),
    CONSTRAINT discrepancy_step_by FOREIGN KEY (taken_by) REFERENCES person (id)
);
