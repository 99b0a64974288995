-- Questions that a draft asks anew are left out of a replay, so it says which; replays made before say nothing of them.
ALTER TABLE model_replay
    ADD COLUMN broken TEXT NOT NULL DEFAULT '' COMMENT 'Criteria whose answers mean something else by the draft, for people to read.';
