-- An evidence pack holds salted hashes in the place of restricted answers; whoever may see them opens the hashes by the salts.
CREATE TABLE pack_secret (
    round_id BIGINT   NOT NULL PRIMARY KEY,
    secret   CHAR(64) NOT NULL COMMENT 'Random, in hexadecimal digits; the salts of all packs of the round follow from it.',
    CONSTRAINT pack_secret_of FOREIGN KEY (round_id) REFERENCES assessment_round (id) ON DELETE CASCADE
) COMMENT 'The secret from which the salts of hidden rows in the evidence packs of a round follow.';
