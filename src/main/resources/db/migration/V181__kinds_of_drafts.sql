-- A draft may be one of the programme as well.
ALTER TABLE model_draft
    ADD COLUMN kind VARCHAR(10) NOT NULL DEFAULT 'MODEL' COMMENT 'Whether it is a draft of a model or of the programme.' AFTER id,
    COMMENT 'Drafts of versions of models and of the programme, from the upload to the decision.';
