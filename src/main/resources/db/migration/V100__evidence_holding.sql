-- Whoever asks which evidence holds asks from when as well: without that day in the index, scoring a round read every row of evidence.
ALTER TABLE evidence
    DROP INDEX evidence_holding,
    ADD INDEX evidence_holding (assessment_id, criterion, level, removed_at, valid_until, valid_from);
