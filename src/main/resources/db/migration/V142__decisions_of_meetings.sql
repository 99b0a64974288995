-- What a meeting decides is a matter like every other, and is found again by its meeting.
ALTER TABLE matter
    ADD COLUMN meeting_id BIGINT COMMENT 'Meeting that decided it; null for all that no meeting decided.',
    ADD CONSTRAINT matter_of_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id);
