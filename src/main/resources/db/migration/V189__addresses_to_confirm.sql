-- Letters of an account go to another address after somebody has opened a letter there.
CREATE TABLE address_confirmation (
    person_id   BIGINT       NOT NULL PRIMARY KEY,
    wanted      VARCHAR(160) NOT NULL COMMENT 'Address that the person gave.',
    token_hash  CHAR(64)              COMMENT 'SHA-256 of the secret in the letter; none before the letter went out.',
    valid_until DATETIME(6)  NOT NULL,
    UNIQUE KEY address_confirmation_token (token_hash),
    CONSTRAINT address_confirmation_of FOREIGN KEY (person_id) REFERENCES person (id)
) COMMENT 'New addresses that people gave and nobody has confirmed from there yet.';
