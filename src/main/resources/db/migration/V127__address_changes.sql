-- An administrator who changes an address cannot let the link for the password come to it alone.
CREATE TABLE address_change (
    person_id BIGINT       NOT NULL PRIMARY KEY,
    wanted    VARCHAR(160) NOT NULL COMMENT 'Address that takes the place of the present one when the person, or a second administrator, agrees.',
    asked_by  BIGINT       NOT NULL COMMENT 'Administrator who may not agree.',
    asked_at  DATETIME(6)  NOT NULL,
    CONSTRAINT address_change_of FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT address_change_by FOREIGN KEY (asked_by) REFERENCES person (id)
) COMMENT 'New addresses of people that an administrator wrote down and nobody has agreed to yet.';
