-- Every page that shows a round counts its assessments, which no index told while it did not say which of them count.
ALTER TABLE assessment
    DROP INDEX assessment_progress,
    ADD INDEX assessment_progress (round_id, left_on, state, handed_in_at, published_at, agency_id);
