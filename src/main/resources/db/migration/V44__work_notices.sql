-- A notice can be about long work, which belongs to no round.
ALTER TABLE notice MODIFY round_id BIGINT;
