-- A session goes on at another server when the one that knows it is gone. For that the browser shows its key, whose hash is the
-- id of the session, and an id that a server gave this session.
ALTER TABLE open_session
    ADD COLUMN way VARCHAR(255) COMMENT 'By which the person came; none for the password.',
    ADD COLUMN credentials_at DATETIME(6)
        COMMENT 'When the person had set what they signed in with; where it is another one by now, the session does not go on.',
    COMMENT 'Sessions of people who signed in, by the hash of the key that the browser has; those over for long are removed when the person signs in again.';

CREATE TABLE open_session_id (
    session_id CHAR(64) NOT NULL,
    given_hash CHAR(64) NOT NULL COMMENT 'SHA-256 of an id that a server gave the session.',
    PRIMARY KEY (session_id, given_hash),
    CONSTRAINT open_session_id_of FOREIGN KEY (session_id) REFERENCES open_session (id) ON DELETE CASCADE
) COMMENT 'The ids under which servers know a session; a session goes on elsewhere for a browser that shows one of them and the key.';
