-- A matter goes on with another agency by itself when its agency ends.
ALTER TABLE matter_step
    MODIFY COLUMN taken_by BIGINT NULL COMMENT 'Who took it; none where it followed by itself.';
