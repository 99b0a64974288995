-- Whoever signs, or signs in, shows that they hold something besides knowing a password.
CREATE TABLE second_factor (
    person_id     BIGINT         NOT NULL PRIMARY KEY,
    sealed_secret VARBINARY(200) NOT NULL COMMENT 'Secret from which the codes follow, sealed and bound to the person.',
    key_id        VARCHAR(40)    NOT NULL COMMENT 'Name of the key by which the secret is sealed.',
    begun_at      DATETIME(6)    NOT NULL,
    confirmed_at  DATETIME(6)             COMMENT 'When the person showed the first code; the factor is asked for since then.',
    last_step     BIGINT         NOT NULL DEFAULT 0 COMMENT 'Step of time of the code that was taken last: no code is taken twice.',
    demonstration BOOLEAN        NOT NULL DEFAULT FALSE COMMENT 'Whether the demonstration made it and shows its codes.',
    CONSTRAINT second_factor_of FOREIGN KEY (person_id) REFERENCES person (id)
) COMMENT 'What a person shows besides the password: codes that follow from a secret and the time.';
