-- Scoring a whole round reads the values of half a million answers, and nothing else of them: this index answers it alone.
CREATE INDEX answer_values ON answer (assessment_id, criterion, value);
