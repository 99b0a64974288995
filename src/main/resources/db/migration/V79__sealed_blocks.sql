-- The trail is sealed: every entry has its hash in a block, and every block holds the hash of the one before.
CREATE TABLE trail_value (
    entry_id BIGINT      NOT NULL,
    kind     VARCHAR(10) NOT NULL COMMENT 'Which hash of the entry it belongs to: a constant of ApartValue.Kind.',
    salt     CHAR(32)    NOT NULL COMMENT 'Random, so that nobody finds a value by trying all there are.',
    content  TEXT        NOT NULL,
    PRIMARY KEY (entry_id, kind)
) COMMENT 'A value of an entry of the trail that may have to be hidden or erased; without it the trail still verifies.';
CREATE TABLE trail_block (
    number    BIGINT      NOT NULL PRIMARY KEY COMMENT 'Without a gap from 1.',
    sealed_at DATETIME(6) NOT NULL,
    entries   INT         NOT NULL COMMENT 'How many entries are sealed in it.',
    root      CHAR(64)    NOT NULL COMMENT 'Root of the tree of hashes over its entries, in hexadecimal digits.',
    previous_hash CHAR(64) NOT NULL COMMENT 'Hash of the block before; zeros for the first.',
    block_hash CHAR(64)   NOT NULL COMMENT 'SHA-256 over number, time, count, root and the hash of the block before.'
) COMMENT 'A block of the sealed trail; blocks are added and never change.';
CREATE TABLE trail_seal (
    entry_id   BIGINT   NOT NULL PRIMARY KEY,
    block      BIGINT   NOT NULL,
    place      INT      NOT NULL COMMENT 'Place within the block, from 0 without a gap.',
    entry_hash CHAR(64) NOT NULL COMMENT 'SHA-256 of the entry in its canonical form.',
    CONSTRAINT trail_seal_place UNIQUE (block, place),
    CONSTRAINT trail_seal_in FOREIGN KEY (block) REFERENCES trail_block (number)
) COMMENT 'In which block an entry of the trail is sealed; rows are added and never change.';
CREATE TABLE trail_turn (
    id INT NOT NULL PRIMARY KEY
) COMMENT 'One row that whoever seals holds until the block is written, so that servers take turns.';
INSERT INTO trail_turn (id) VALUES (1);
