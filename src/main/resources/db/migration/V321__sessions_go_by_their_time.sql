-- Sessions went when the person signed in again; now they have a time of their own.
ALTER TABLE open_session
    COMMENT 'Sessions of people who signed in, by a hash of what their browser has; those over for long go by the table of retention.';
