-- Where an agency stood in a round is asked of one place: what a round found belongs below the agency that was above it then.
CREATE SQL SECURITY INVOKER VIEW assessment_place AS
SELECT s.id AS assessment_id, COALESCE(l.parent_id, a.parent_id) AS parent_id,
    COALESCE(l.first_level, CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(a.path, '/', 3), '/', -1) AS SIGNED)) AS first_level
FROM assessment s JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id
LEFT JOIN agency_place l ON l.agency_id = s.agency_id AND l.until = (
    SELECT MIN(o.until) FROM agency_place o
    WHERE o.agency_id = s.agency_id AND o.until > COALESCE(r.agencies_on, r.due_on));
