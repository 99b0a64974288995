-- People sign in by an account that they have at a provider of identities; nothing but issuer and subject says whose it is.
CREATE TABLE external_identity (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id    BIGINT       NOT NULL,
    issuer       VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'What the provider calls itself.',
    subject      VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'By which the provider knows the person, and nobody else ever.',
    shown        VARCHAR(200) NOT NULL COMMENT 'What the provider called the person at the last sign-in: told, and never compared.',
    linked_at    DATETIME(6)  NOT NULL,
    last_used_at DATETIME(6)           COMMENT 'When the person last signed in by it.',
    UNIQUE KEY external_identity_account (issuer, subject),
    KEY external_identity_of (person_id),
    CONSTRAINT external_identity_person FOREIGN KEY (person_id) REFERENCES person (id)
) COMMENT 'Accounts at providers of identities by which people sign in.';
