-- What the plans of agencies make of a target is asked on the pages of leaders, for thousands of agencies at once: the level to
-- which the plan of each leads until the last day of a phase is kept beside its result, and follows every step of a measure.
CREATE TABLE plan_effect (
    assessment_id BIGINT NOT NULL,
    due_on        DATE   NOT NULL COMMENT 'Last day of a phase of the programme; measures that are due by then count.',
    level_now     INT    NOT NULL COMMENT 'Official level of the published result.',
    level_kept    INT    NOT NULL COMMENT 'Level once these measures are done.',
    level_seen    INT    NOT NULL COMMENT 'The same without measures about restricted answers, for who may not read these.',
    PRIMARY KEY (assessment_id, due_on),
    CONSTRAINT plan_effect_of FOREIGN KEY (assessment_id) REFERENCES assessment (id) ON DELETE CASCADE,
    INDEX plan_effect_due (due_on, level_kept)
) COMMENT 'What a result becomes once what the agency plans until a day is done; follows from its measures.';
