-- The programme, its targets, indicators and breaks, is published in versions like the models, so that no change of it needs a
-- restart.
ALTER TABLE model_version
    ADD COLUMN kind VARCHAR(10) NOT NULL DEFAULT 'MODEL' COMMENT 'Whether it is a version of a model or of the programme.' AFTER number,
    COMMENT 'Each published version of a model or of the programme.';
