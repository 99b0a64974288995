-- Archives of all agencies and large evidence packs are larger than a packet of the database: what does not fit stands in parts.
CREATE TABLE work_file_part (
    work_id BIGINT   NOT NULL,
    part    INT      NOT NULL COMMENT 'From 1 on; the first part of a file, numbered 0, stands in work_file.',
    content LONGBLOB NOT NULL,
    PRIMARY KEY (work_id, part),
    CONSTRAINT work_file_part_of FOREIGN KEY (work_id) REFERENCES work (id) ON DELETE CASCADE
) COMMENT 'What follows the first part of a file that long work has made, in the order of its numbers.';
