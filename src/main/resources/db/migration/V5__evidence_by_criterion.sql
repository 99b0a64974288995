-- Scoring a whole round reads which levels have evidence, and nothing else: this index answers it alone.
CREATE INDEX evidence_levels ON evidence (assessment_id, criterion, level, removed_at);
DROP INDEX evidence_of ON evidence;
