-- Pages and the catalogue tell how large a file is without reading it.
ALTER TABLE open_file ADD COLUMN size BIGINT NOT NULL DEFAULT 0 COMMENT 'Bytes of the content.' AFTER content;
UPDATE open_file SET size = LENGTH(content);
ALTER TABLE open_file ALTER COLUMN size DROP DEFAULT;
