-- A discrepancy can also say that a criterion was never measured: it has no level then, and its period is the first that is missing.
ALTER TABLE discrepancy
    MODIFY value DECIMAL(24, 6) COMMENT 'Null where nothing was ever known, as the level.',
    MODIFY measured INT COMMENT 'The measured level, or the last known one; null where none was ever known.';
