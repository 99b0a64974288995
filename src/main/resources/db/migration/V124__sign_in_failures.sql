-- Who guesses waits, and not whom the guesses are about: failures are counted by where they come from.
CREATE TABLE sign_in_failure (
    subject  CHAR(64)    NOT NULL PRIMARY KEY COMMENT 'SHA-256 of what is counted: a name with an address or a known device, an address, a name.',
    account  CHAR(64)             COMMENT 'SHA-256 of the name that was tried, by which an administrator forgets all failures at it; none where all names count together.',
    failures INT         NOT NULL,
    since    DATETIME(6) NOT NULL COMMENT 'When the counting began; after its time it begins anew.',
    KEY sign_in_failure_at (account),
    KEY sign_in_failure_since (since)
) COMMENT 'Attempts to sign in or to show a second factor that failed lately, whether or not there is such a person.';
