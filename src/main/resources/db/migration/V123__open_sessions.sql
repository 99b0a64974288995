-- A session is known to all servers, so that whoever it belongs to sees it and ends it from elsewhere.
CREATE TABLE open_session (
    id           CHAR(64)     NOT NULL PRIMARY KEY COMMENT 'SHA-256 of a random name that the session alone knows.',
    person_id    BIGINT       NOT NULL,
    began_at     DATETIME(6)  NOT NULL,
    last_used_at DATETIME(6)  NOT NULL COMMENT 'To the minute.',
    address      VARCHAR(45)  NOT NULL COMMENT 'Where it began.',
    browser      VARCHAR(60)  NOT NULL,
    ended_at     DATETIME(6)           COMMENT 'When it was ended before its time; such a session is over on every server.',
    KEY open_session_of (person_id, began_at),
    CONSTRAINT open_session_person FOREIGN KEY (person_id) REFERENCES person (id)
) COMMENT 'Sessions of people who signed in; those over for long are removed when the person signs in again.';
