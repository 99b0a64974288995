-- Programs read results for people: by tokens that people make themselves, that end, and that read no more than their owner.
CREATE TABLE api_token (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id    BIGINT       NOT NULL,
    name         VARCHAR(80)  NOT NULL COMMENT 'How its owner calls it.',
    mark         VARCHAR(20)  NOT NULL COMMENT 'Its beginning, by which it is found and told from others.',
    hash         CHAR(64)     NOT NULL COMMENT 'SHA-256 of the token in hexadecimal digits; the token itself is kept nowhere.',
    rights       VARCHAR(200) NOT NULL COMMENT 'What it lets read: constants of TokenRight.',
    agency_id    BIGINT       NOT NULL COMMENT 'Agency at and below which it reads.',
    made_at      DATETIME(6)  NOT NULL,
    valid_until  DATE         NOT NULL COMMENT 'Last day on which it is taken.',
    last_used_at DATETIME(6)  COMMENT 'When it was used last, to the minute; null while it never was.',
    ended_at     DATETIME(6)  COMMENT 'When its owner revoked it; null while it was not.',
    CONSTRAINT api_token_mark UNIQUE (mark),
    CONSTRAINT api_token_of FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT api_token_at FOREIGN KEY (agency_id) REFERENCES agency (id)
) COMMENT 'With what programs read for a person, who made it and can revoke it; only the hash is kept.';
