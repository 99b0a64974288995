-- Whether a round counts an assessment is asked of one place: an agency that left while the round ran is not due in it.
CREATE SQL SECURITY INVOKER VIEW counted_assessment AS
SELECT s.id, s.round_id, s.agency_id, s.state, s.ready_from, s.handed_in_at, s.first_handed_in_at, s.reply, s.replied_at,
    s.published_at, s.version
FROM assessment s WHERE s.left_on IS NULL;
-- Nothing is due of an assessment that does not count.
CREATE OR REPLACE SQL SECURITY INVOKER VIEW assessment_due AS
SELECT s.id AS assessment_id, s.round_id, s.agency_id, t.stage, x.due_on AS extended_to, COALESCE(x.due_on,
       CASE t.stage WHEN 'CORRECTION' THEN (SELECT MIN(v.due_on) FROM verdict v WHERE v.assessment_id = s.id
           AND v.replaced_at IS NULL AND v.kind = 'RETURNED') END,
       CASE t.stage WHEN 'ANSWERING' THEN r.due_on ELSE g.due_on END) AS due_on
FROM counted_assessment s JOIN assessment_round r ON r.id = s.round_id JOIN stage_of_state t
    ON t.state = IF(s.state = 'READY' AND s.ready_from = 'RETURNED', 'RETURNED', s.state)
LEFT JOIN round_stage g ON g.round_id = s.round_id AND g.stage = t.stage
LEFT JOIN stage_extension x ON x.assessment_id = s.id AND x.stage = t.stage AND x.replaced_at IS NULL;
