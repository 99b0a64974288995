-- Who asks can let others have a copy who may read the matter anyway: they are told of it and of what becomes of it.
CREATE TABLE matter_copy (
    matter_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL COMMENT 'Who gets the copy.',
    PRIMARY KEY (matter_id, person_id),
    CONSTRAINT matter_copy_of FOREIGN KEY (matter_id) REFERENCES matter (id),
    CONSTRAINT matter_copy_to FOREIGN KEY (person_id) REFERENCES person (id)
) COMMENT 'Who gets a copy of a matter besides those who are asked. Rows are never changed.';
