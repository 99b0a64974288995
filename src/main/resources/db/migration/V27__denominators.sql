-- Every line of a batch that was not taken, with its reason.
CREATE TABLE reading_fault (
    id        BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    batch_id  BIGINT      NOT NULL,
    line      INT         NOT NULL,
    reason    VARCHAR(60) NOT NULL,
    arguments TEXT        NOT NULL,
    INDEX reading_fault_batch (batch_id, line),
    CONSTRAINT reading_fault_of_batch FOREIGN KEY (batch_id) REFERENCES reading_batch (id) ON DELETE CASCADE
);
-- What the ministry says the readings of a round are divided by. Nothing is overwritten: the newest row holds, and none comes after the freeze.
CREATE TABLE denominator (
    id        BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
    round_id  BIGINT         NOT NULL,
    indicator VARCHAR(40)    NOT NULL,
    agency_id BIGINT         NOT NULL,
    amount    DECIMAL(24, 6),
    set_by    BIGINT,
    set_at    DATETIME(6)    NOT NULL,
    INDEX denominator_newest (round_id, indicator, agency_id),
    CONSTRAINT denominator_round FOREIGN KEY (round_id) REFERENCES assessment_round (id),
    CONSTRAINT denominator_agency FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT denominator_set_by FOREIGN KEY (set_by) REFERENCES person (id)
);
CREATE TABLE denominator_freeze (
    round_id  BIGINT      NOT NULL,
    indicator VARCHAR(40) NOT NULL,
    frozen_by BIGINT,
    frozen_at DATETIME(6) NOT NULL,
    PRIMARY KEY (round_id, indicator),
    CONSTRAINT denominator_freeze_round FOREIGN KEY (round_id) REFERENCES assessment_round (id),
    CONSTRAINT denominator_frozen_by FOREIGN KEY (frozen_by) REFERENCES person (id)
);
