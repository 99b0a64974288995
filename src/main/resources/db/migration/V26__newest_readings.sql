-- Batches of a source are taken one after the other: this row is their turn, and its count says that something came.
CREATE TABLE reading_source (
    code    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    batches BIGINT NOT NULL
);
INSERT INTO reading_source (code, batches) SELECT source, COUNT(*) FROM reading_batch GROUP BY source;
-- Derived, and made anew from the readings by one use case: the newest reading of an agency, indicator and period ...
CREATE TABLE reading_newest (
    agency_id     BIGINT NOT NULL,
    indicator     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    period        DATE NOT NULL,
    reading_id    BIGINT NOT NULL,
    numerator     DECIMAL(24, 6),
    denominator   DECIMAL(24, 6),
    value         DECIMAL(24, 6) NOT NULL,
    demonstration BOOLEAN NOT NULL,
    PRIMARY KEY (agency_id, indicator, period)
);
INSERT INTO reading_newest (agency_id, indicator, period, reading_id, numerator, denominator, value, demonstration)
    SELECT r.agency_id, r.indicator, r.period, r.id, r.numerator, r.denominator, r.value, b.way = 'DEMO'
    FROM (SELECT MAX(id) AS id FROM reading GROUP BY agency_id, indicator, period) n
    JOIN reading r ON r.id = n.id JOIN reading_batch b ON b.id = r.batch_id;
-- ... and their sums by type of agency below each agency of the first level; empty for the country itself.
CREATE TABLE reading_sum (
    indicator      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    period         DATE NOT NULL,
    type           VARCHAR(30) NOT NULL,
    first_level    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    numerator      DECIMAL(34, 6) NOT NULL,
    denominator    DECIMAL(34, 6) NOT NULL,
    value          DECIMAL(34, 6) NOT NULL,
    readings       INT NOT NULL,
    demonstrations INT NOT NULL,
    PRIMARY KEY (indicator, period, type, first_level)
);
INSERT INTO reading_sum (indicator, period, type, first_level, numerator, denominator, value, readings, demonstrations)
    SELECT n.indicator, n.period, a.type, SUBSTRING_INDEX(SUBSTRING_INDEX(a.path, '/', 3), '/', -1), SUM(COALESCE(n.numerator, 0)),
        SUM(COALESCE(n.denominator, 0)), SUM(n.value), COUNT(*), SUM(n.demonstration)
    FROM reading_newest n JOIN agency a ON a.id = n.agency_id GROUP BY 1, 2, 3, 4;
