-- What the last national round would have come to by a draft.
CREATE TABLE model_replay (
    draft_id BIGINT        NOT NULL PRIMARY KEY,
    round_id BIGINT        NOT NULL,
    agencies INT           NOT NULL COMMENT 'Agencies that were scored by both versions.',
    unasked  VARCHAR(2000) NOT NULL COMMENT 'Criteria that no answer of the round can stand for, for people to read.',
    made_at  DATETIME(6)   NOT NULL,
    CONSTRAINT model_replay_draft FOREIGN KEY (draft_id) REFERENCES model_draft (id),
    CONSTRAINT model_replay_round FOREIGN KEY (round_id) REFERENCES assessment_round (id) ON DELETE CASCADE
) COMMENT 'The last national round scored by a draft of a version.';
