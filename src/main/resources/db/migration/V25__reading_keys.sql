-- Codes are plain letters, compared byte by byte; one index serves the rule of "known already", the agency and its history.
ALTER TABLE reading
    MODIFY indicator VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    MODIFY source VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    DROP INDEX reading_once,
    DROP INDEX reading_of_agency,
    ADD CONSTRAINT reading_once UNIQUE (agency_id, indicator, period, source, payload);
