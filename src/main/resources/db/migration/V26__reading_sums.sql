-- Batches of a source are taken one after the other: this row is their turn, and its count says that something came.
CREATE TABLE reading_source (
    code    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    batches BIGINT NOT NULL
);
INSERT INTO reading_source (code, batches) SELECT source, COUNT(*) FROM reading_batch GROUP BY source;
-- The hash over the readings of a batch: the same ones once more are known without looking at each.
ALTER TABLE reading_batch ADD content BINARY(32), ADD INDEX reading_batch_content (source, content);
-- Derived, and made anew from the readings by one use case: the newest reading of every agency, indicator and period, summed up
-- by type of agency below each agency of the first level; empty for the country itself.
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
    SELECT r.indicator, r.period, a.type, SUBSTRING_INDEX(SUBSTRING_INDEX(a.path, '/', 3), '/', -1), SUM(COALESCE(r.numerator, 0)),
        SUM(COALESCE(r.denominator, 0)), SUM(r.value), COUNT(*), SUM(b.way = 'DEMO')
    FROM (SELECT MAX(id) AS id FROM reading GROUP BY agency_id, indicator, period) n JOIN reading r ON r.id = n.id
    JOIN reading_batch b ON b.id = r.batch_id JOIN agency a ON a.id = r.agency_id GROUP BY 1, 2, 3, 4;
