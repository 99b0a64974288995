-- Results of before are not scored again. Of these the confirmed criteria are counted, since no statement knows their weights,
-- and the greater of the two shares stands for their union, so that no figure says more for itself than is known.
UPDATE assessment_score c SET c.grounded = GREATEST(c.evidenced, c.measured),
    c.confirmed = LEAST(1, (
        SELECT COUNT(DISTINCT v.criterion) FROM verdict v
        WHERE v.assessment_id = c.assessment_id AND v.replaced_at IS NULL AND v.value IS NOT NULL)
        / GREATEST(1, c.applicable));
