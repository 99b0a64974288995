-- People set their passwords themselves, by a link in a letter. Who was only invited has none yet.
ALTER TABLE person
    MODIFY password_hash VARCHAR(200) COMMENT 'Salted hash of the password, with how it was made; none before the person has set one.',
    ADD COLUMN credentials_at DATETIME(6) COMMENT 'When the password was set last; sessions that began before it are over.';
CREATE TABLE password_link (
    person_id  BIGINT      NOT NULL PRIMARY KEY,
    token_hash CHAR(64)    NOT NULL COMMENT 'SHA-256 of the secret in the link, which is kept nowhere.',
    valid_until DATETIME(6) NOT NULL,
    CONSTRAINT password_link_token UNIQUE (token_hash),
    CONSTRAINT password_link_of FOREIGN KEY (person_id) REFERENCES person (id)
) COMMENT 'The one link by which a person may set the password; a newer one takes its place, and using it ends it.';
ALTER TABLE mail
    ADD COLUMN password_link BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'Whether it brings the link for a password and no notices.';
