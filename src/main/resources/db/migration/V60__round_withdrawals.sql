-- The results of a published round are never deleted. Whoever may publish proposes to withdraw them, with a reason, and
-- another person confirms it.
CREATE TABLE round_withdrawal (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    round_id     BIGINT       NOT NULL,
    reason       VARCHAR(500) NOT NULL,
    proposed_by  BIGINT       NOT NULL,
    proposed_at  DATETIME(6)  NOT NULL,
    confirmed_by BIGINT       COMMENT 'Another person than the one who proposed it; null while it waits.',
    confirmed_at DATETIME(6),
    dropped_by   BIGINT       COMMENT 'Who decided against it; null while it waits, and where it was confirmed.',
    dropped_at   DATETIME(6),
    CONSTRAINT round_withdrawal_of FOREIGN KEY (round_id) REFERENCES assessment_round (id),
    CONSTRAINT round_withdrawal_proposer FOREIGN KEY (proposed_by) REFERENCES person (id),
    CONSTRAINT round_withdrawal_confirmer FOREIGN KEY (confirmed_by) REFERENCES person (id),
    CONSTRAINT round_withdrawal_dropper FOREIGN KEY (dropped_by) REFERENCES person (id),
    CONSTRAINT round_withdrawal_by_two CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by),
    INDEX round_withdrawal_round (round_id, id)
) COMMENT 'A proposal to withdraw the published results of a round, and what became of it.';
