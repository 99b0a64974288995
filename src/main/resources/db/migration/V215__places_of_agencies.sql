-- A figure of the past belongs to the place that an agency had then, and its path says only where it stands today.
CREATE TABLE agency_place (
    agency_id   BIGINT NOT NULL COMMENT 'Agency that stood elsewhere, or below one that did.',
    until       DATE   NOT NULL COMMENT 'First day on which it stood there no longer; the place before begins where an earlier row ends.',
    parent_id   BIGINT NOT NULL COMMENT 'Its superior agency until then.',
    first_level BIGINT NOT NULL COMMENT 'The agency directly below the country that it was or stood below until then.',
    PRIMARY KEY (agency_id, until),
    CONSTRAINT agency_place_of FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT agency_place_parent FOREIGN KEY (parent_id) REFERENCES agency (id),
    CONSTRAINT agency_place_first FOREIGN KEY (first_level) REFERENCES agency (id)
) COMMENT 'Where agencies stood before they moved, by the day on which they did; the place of today is that of the path.';
INSERT IGNORE INTO agency_place (agency_id, until, parent_id, first_level)
SELECT b.id, c.day, IF(b.id = a.id, c.parent_before, b.parent_id),
    IF(p.parent_id IS NULL, a.id, SUBSTRING_INDEX(SUBSTRING_INDEX(p.path, '/', 3), '/', -1))
FROM agency_change c
JOIN agency a ON a.id = c.agency_id
JOIN agency p ON p.id = c.parent_before
JOIN agency b ON b.path LIKE CONCAT(a.path, '%') AND b.parent_id IS NOT NULL
WHERE c.kind = 'MOVE' AND c.taken_at IS NOT NULL AND c.dropped_at IS NULL
ORDER BY c.day, c.id;
