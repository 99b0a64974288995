-- Published versions of models live in the database, so that every server has the same ones and none needs a restart. Those
-- that come with the application are their beginning. Rows are added, and never change.
CREATE TABLE model_version (
    number       INT          NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'In the order in which they were published.',
    ref          VARCHAR(60)  NOT NULL COMMENT 'Model and version, such as vn-dgm/1.1.',
    sha256       CHAR(64)     NOT NULL COMMENT 'Hash of the files in hexadecimal digits: what published results name.',
    early        BOOLEAN      NOT NULL COMMENT 'Whether it was published before sentences named the numbers of the structure.',
    published_at DATETIME(6)  NOT NULL,
    proposed_by  BIGINT       COMMENT 'Who proposed it; null for one that came with the application.',
    published_by BIGINT       COMMENT 'Who published it, another person; null likewise.',
    CONSTRAINT model_version_once UNIQUE (ref),
    CONSTRAINT model_version_proposer FOREIGN KEY (proposed_by) REFERENCES person (id),
    CONSTRAINT model_version_publisher FOREIGN KEY (published_by) REFERENCES person (id)
) COMMENT 'Each published version of a model.';
