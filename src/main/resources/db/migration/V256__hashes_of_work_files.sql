-- Who takes a file that was made for them is told of in the trail with the hash of the file, also where it is too large to be held as a whole.
ALTER TABLE work_file ADD COLUMN sha256 CHAR(64) COMMENT 'SHA-256 of the file in hexadecimal digits; null where a server of an earlier release made it.';
