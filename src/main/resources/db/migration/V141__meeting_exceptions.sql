-- Beside the exceptions that rules find, whoever prepares a meeting has targets looked at, and says why.
CREATE TABLE meeting_exception (
    meeting_id BIGINT        NOT NULL,
    target     VARCHAR(30)   NOT NULL COMMENT 'Code of the target.',
    reason     VARCHAR(1000) NOT NULL COMMENT 'Why it is to be looked at.',
    chosen_by  BIGINT        NOT NULL,
    chosen_at  DATETIME(6)   NOT NULL,
    PRIMARY KEY (meeting_id, target),
    CONSTRAINT meeting_exception_of FOREIGN KEY (meeting_id) REFERENCES meeting (id),
    CONSTRAINT meeting_exception_by FOREIGN KEY (chosen_by) REFERENCES person (id)
) COMMENT 'Targets that are looked at in a meeting by hand, with the reason.';
