-- Failures are counted by where they come from, and close no account any more.
ALTER TABLE person
    DROP COLUMN failed_sign_ins,
    DROP COLUMN locked_until;
