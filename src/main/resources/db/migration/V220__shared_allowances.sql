-- Who asks too often is told so by every server alike: what one of them has counted, all of them know.
CREATE TABLE allowance (
    subject CHAR(64)    NOT NULL PRIMARY KEY COMMENT 'SHA-256 of what is asked for with who asks: an address, a token, a name.',
    free_at DATETIME(6) NOT NULL COMMENT 'When all of it may be asked for again; each request moves it by its share of the time.',
    refused BOOLEAN     NOT NULL COMMENT 'Whether the last request was one too many, and so moved nothing.',
    KEY allowance_free_at (free_at)
) COMMENT 'How much each of those who ask has used of what may be asked for in a time, by all servers together.';
