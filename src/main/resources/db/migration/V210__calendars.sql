-- Calendars of people read their days by a private address; of its key the hash alone is kept.
CREATE TABLE calendar_address (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id    BIGINT      NOT NULL,
    mark         VARCHAR(20) NOT NULL COMMENT 'The beginning of its key, by which it is found and told from others.',
    hash         CHAR(64)    NOT NULL COMMENT 'SHA-256 of the key in hexadecimal digits; the key itself is kept nowhere.',
    made_at      DATETIME(6) NOT NULL,
    last_read_at DATETIME(6) COMMENT 'When a calendar read it last, to the hour; null while none has.',
    ended_at     DATETIME(6) COMMENT 'When its owner revoked it; null while it was not.',
    CONSTRAINT calendar_address_mark UNIQUE (mark),
    CONSTRAINT calendar_address_of FOREIGN KEY (person_id) REFERENCES person (id)
) COMMENT 'Private addresses by which calendars read the days of a person, who made them and can revoke them.';
CREATE TABLE calendar_given_up (
    meeting_id  BIGINT      NOT NULL PRIMARY KEY COMMENT 'Number that the meeting had.',
    held_on     DATE        NOT NULL COMMENT 'On which it was to be held.',
    given_up_at DATETIME(6) NOT NULL
) COMMENT 'Meetings that are not held, so that calendars which showed them say so.';
