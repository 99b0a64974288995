-- The agencies whose level is another one by a draft, and the rule that says why.
CREATE TABLE model_replay_move (
    draft_id   BIGINT       NOT NULL,
    agency_id  BIGINT       NOT NULL,
    from_level INT          NOT NULL,
    to_level   INT          NOT NULL,
    node       VARCHAR(40)  NOT NULL COMMENT 'Dimension whose rule decides; empty for the whole.',
    rule       VARCHAR(10)  NOT NULL COMMENT 'Which condition of the higher level fails by the version that gives the lower one.',
    level      INT          NOT NULL COMMENT 'Level whose condition fails.',
    children   VARCHAR(400) NOT NULL COMMENT 'Codes at which it fails, for people to read.',
    figures    VARCHAR(60)  NOT NULL COMMENT 'What is reached and what is required, for people to read.',
    PRIMARY KEY (draft_id, agency_id),
    CONSTRAINT model_replay_move_of FOREIGN KEY (draft_id) REFERENCES model_replay (draft_id) ON DELETE CASCADE,
    CONSTRAINT model_replay_move_agency FOREIGN KEY (agency_id) REFERENCES agency (id)
) COMMENT 'The agencies that change their level by a draft.';
