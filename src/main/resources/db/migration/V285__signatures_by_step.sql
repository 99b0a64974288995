-- The reply to a provisional result is signed like the answers, and both signatures hold beside one another.
ALTER TABLE assessment_signature
    ADD COLUMN step VARCHAR(20) NOT NULL DEFAULT 'HAND_IN' COMMENT 'What was signed: HAND_IN the answers, ACCEPT the provisional result, OBJECT the objections to it.',
    DROP CONSTRAINT assessment_signature_in_force,
    ADD CONSTRAINT assessment_signature_of_step_in_force UNIQUE (in_force, step);
