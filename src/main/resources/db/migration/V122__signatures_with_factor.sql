-- A signature keeps what was shown for it besides the password.
ALTER TABLE assessment_signature
    ADD COLUMN factor VARCHAR(10) COMMENT 'Second factor that was shown at the signature: CODE, RECOVERY; none before there was any, or where none was asked for.';
