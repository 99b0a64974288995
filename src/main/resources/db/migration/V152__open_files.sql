-- What everybody reads of a round, word for word as it was made when the round was opened.
CREATE TABLE open_file (
    publication_id BIGINT       NOT NULL,
    name           VARCHAR(80)  NOT NULL COMMENT 'Name in the address; with a slash inside what stands behind a page.',
    media_type     VARCHAR(80)  NOT NULL,
    content        LONGBLOB     NOT NULL,
    sha256         CHAR(64)     NOT NULL COMMENT 'SHA-256 of the content in hexadecimal digits.',
    PRIMARY KEY (publication_id, name),
    CONSTRAINT open_file_of FOREIGN KEY (publication_id) REFERENCES open_publication (id)
) COMMENT 'Files and contents of pages that everybody reads.';
