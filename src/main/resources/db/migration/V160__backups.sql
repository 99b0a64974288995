-- The command that saves the installation tells here when it has ended well, so that everybody who watches sees how old the last backup is.
CREATE TABLE backup (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    finished_at DATETIME(6)  NOT NULL COMMENT 'When the archive stood complete in its place.',
    name        VARCHAR(200) NOT NULL COMMENT 'Name of the archive.',
    sha256      CHAR(64)     NOT NULL COMMENT 'SHA-256 of the archive, in hexadecimal.',
    bytes       BIGINT       NOT NULL COMMENT 'Size of the archive.',
    seconds     INT          NOT NULL COMMENT 'How long it took to make.',
    host        VARCHAR(100) NOT NULL COMMENT 'Machine on which it lies.',
    position    VARCHAR(200) COMMENT 'File and place in the binary log up to which it reaches; null where none is written.'
) COMMENT 'Backups that ended well, as the command that makes them tells.';
