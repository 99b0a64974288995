-- What is done to an account is told to its person by a letter of its own, which nobody can choose not to get.
ALTER TABLE mail
    ADD COLUMN about   VARCHAR(20)  COMMENT 'What it tells of the account; none for notices and links.',
    ADD COLUMN address VARCHAR(160) COMMENT 'Where it goes when not to the present address of the person, as when that has changed.';
