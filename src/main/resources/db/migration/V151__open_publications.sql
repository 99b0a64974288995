-- The ministry makes rounds public: what everybody reads is made once and kept, so that nothing else can ever be read there.
CREATE TABLE open_publication (
    id        BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    round_id  BIGINT      NOT NULL,
    agencies  BOOLEAN     NOT NULL COMMENT 'Whether results of single agencies are public.',
    targets   BOOLEAN     NOT NULL COMMENT 'Whether the targets of the programme are public.',
    hash      CHAR(64)    NOT NULL COMMENT 'SHA-256 over the hashes of all published results of the round.',
    opened_by BIGINT      NOT NULL,
    opened_at DATETIME(6) NOT NULL,
    closed_by BIGINT      COMMENT 'Who ended it; null while it is public, and where its results were withdrawn.',
    closed_at DATETIME(6) COMMENT 'When it ended; null while it is public.',
    CONSTRAINT open_publication_of FOREIGN KEY (round_id) REFERENCES assessment_round (id),
    CONSTRAINT open_publication_by FOREIGN KEY (opened_by) REFERENCES person (id),
    CONSTRAINT open_publication_end FOREIGN KEY (closed_by) REFERENCES person (id)
) COMMENT 'What was made public of a round, by whom, and until when; rows stay.';
