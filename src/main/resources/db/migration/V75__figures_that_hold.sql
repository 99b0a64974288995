-- A discrepancy can also say that a criterion is measured no more: its last known level is the measured one of the entry.
ALTER TABLE discrepancy
    ADD COLUMN lapsed BOOLEAN NOT NULL DEFAULT FALSE
        COMMENT 'whether nothing has been measured for so long that the level is held down no more' AFTER measured;
-- Who takes part in a round is fixed before it opens: a later last day makes no other agency due.
ALTER TABLE assessment_round
    ADD COLUMN agencies_on DATE
        COMMENT 'Day on which agencies have to be there to take part: the first last day; null while that holds.' AFTER due_on;
