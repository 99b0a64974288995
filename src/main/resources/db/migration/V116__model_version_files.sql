-- The files of a published version, as they were published.
CREATE TABLE model_version_file (
    ref     VARCHAR(60) NOT NULL,
    name    VARCHAR(60) NOT NULL COMMENT 'Such as model.yaml or texts.vi.yaml.',
    content MEDIUMBLOB  NOT NULL,
    PRIMARY KEY (ref, name),
    CONSTRAINT model_version_file_of FOREIGN KEY (ref) REFERENCES model_version (ref)
) COMMENT 'The files of each published version of a model.';
