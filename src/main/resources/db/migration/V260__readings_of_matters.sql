-- Readings are asked about as well: the indicator as a whole, the reading of one agency, and the source that sends them. A criterion keeps
-- beside its level what was measured of it.
ALTER TABLE matter
    ADD COLUMN indicator VARCHAR(40) COMMENT 'Indicator whose coverage or reading it is about; null where it is about none.',
    ADD COLUMN source VARCHAR(40) COMMENT 'Source that it is about; null where it is about none.',
    ADD COLUMN figure_measured INT COMMENT 'Level that was measured of the criterion; null where nothing measured it.',
    ADD COLUMN figure_indicator VARCHAR(40) COMMENT 'Indicator of the reading in the figure; null where it has none.',
    ADD COLUMN figure_reading DECIMAL(24,6) COMMENT 'Value of that reading; null where there was none.',
    ADD COLUMN figure_reading_period VARCHAR(20) COMMENT 'Period of that reading as people read it.',
    ADD INDEX matter_of_indicator (indicator);
