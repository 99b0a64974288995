-- That the database answers does not say that it acknowledges: a primary without its replica does not.
CREATE TABLE pulse (
    id         TINYINT     NOT NULL PRIMARY KEY COMMENT 'Always 1.',
    written_at DATETIME(6) NOT NULL COMMENT 'When a server wrote it last.'
) COMMENT 'The one row that every server writes every ten seconds, to know that what it writes is acknowledged.';
