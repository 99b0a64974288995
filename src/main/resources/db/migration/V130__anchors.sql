-- The trail is anchored outside of the database: an authority signs that the hash of a block was there at a moment.
CREATE TABLE trail_anchor (
    number     BIGINT       NOT NULL PRIMARY KEY COMMENT 'Without a gap from 1.',
    block      BIGINT       NOT NULL,
    stamped_at DATETIME(6)  NOT NULL COMMENT 'Moment that the authority signed.',
    authority  VARCHAR(400) NOT NULL COMMENT 'Name in the certificate of whoever signed.',
    token      BLOB         NOT NULL COMMENT 'What the authority signed: a token as RFC 3161 says, over the hash of the block.',
    CONSTRAINT trail_anchor_of FOREIGN KEY (block) REFERENCES trail_block (number)
) COMMENT 'A block of the trail that an authority outside has stamped; rows are added and never change.';
