-- Every page of the dashboard asks how far the rounds are: this index answers it alone.
CREATE INDEX assessment_progress ON assessment (round_id, state, handed_in_at, published_at);
DROP INDEX assessment_state ON assessment;
