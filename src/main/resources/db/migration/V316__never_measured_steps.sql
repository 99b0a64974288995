-- What was measured when a step was taken is nothing, too, where nothing was ever known.
ALTER TABLE discrepancy_step
    MODIFY measured INT COMMENT 'The level that was measured then; null where none was ever known.';
