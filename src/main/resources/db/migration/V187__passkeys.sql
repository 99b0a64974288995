-- A passkey shows by a key that never leaves a device of the person who it is: nobody can guess it, and no other site gets it.
CREATE TABLE passkey (
    id            BIGINT          NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id     BIGINT          NOT NULL,
    credential_id VARBINARY(1023) NOT NULL COMMENT 'By which the device finds the key.',
    user_handle   VARBINARY(64)   NOT NULL COMMENT 'By which the device knows the person: random, and the same for all passkeys of a person.',
    public_key    VARBINARY(4000) NOT NULL COMMENT 'What the device said of the key when it was made (attested credential data).',
    sign_count    BIGINT          NOT NULL COMMENT 'How often the device says that it has signed; a key that was copied falls behind.',
    backed_up     BOOLEAN         NOT NULL COMMENT 'Whether the device says that the key lies elsewhere too.',
    transports    VARCHAR(100)    NOT NULL COMMENT 'How browsers reach the device, in words of WebAuthn.',
    name          VARCHAR(80)     NOT NULL COMMENT 'What the person calls it.',
    created_at    DATETIME(6)     NOT NULL,
    last_used_at  DATETIME(6),
    UNIQUE KEY passkey_credential (credential_id),
    KEY passkey_of (person_id),
    CONSTRAINT passkey_person FOREIGN KEY (person_id) REFERENCES person (id)
) COMMENT 'Passkeys by which people sign in, and show at a signature who they are.';
