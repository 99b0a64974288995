-- Long work: what was started, by whom, how far it is and what came of it. Work that recurs has one row, which tells of its
-- last run. While work waits or runs there is no other with the same key.
CREATE TABLE work (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind       VARCHAR(40)  NOT NULL,
    recurring  BOOLEAN      NOT NULL,
    subject    VARCHAR(120) NOT NULL,
    once_key   VARCHAR(200) NOT NULL,
    started_by BIGINT,
    rights     MEDIUMTEXT,
    started_at DATETIME(6)  NOT NULL,
    input      LONGTEXT,
    state      VARCHAR(10)  NOT NULL,
    attempts   INT          NOT NULL DEFAULT 0,
    failures   INT          NOT NULL DEFAULT 0,
    node       VARCHAR(50),
    begun_at   DATETIME(6),
    ended_at   DATETIME(6),
    next_at    DATETIME(6),
    done       BIGINT       NOT NULL DEFAULT 0,
    total      BIGINT       NOT NULL DEFAULT 0,
    doing      VARCHAR(60),
    outcome    VARCHAR(80),
    details    TEXT,
    link       VARCHAR(300),
    incident   CHAR(36),
    active_key VARCHAR(200) AS (IF(recurring OR state IN ('WAITING', 'RUNNING'), once_key, NULL)) PERSISTENT,
    CONSTRAINT work_once UNIQUE (active_key),
    INDEX work_of (started_by, id),
    INDEX work_state (state, kind),
    CONSTRAINT work_starter FOREIGN KEY (started_by) REFERENCES person (id)
);
-- A file that work has made, kept for whoever started it.
CREATE TABLE work_file (
    work_id    BIGINT       NOT NULL PRIMARY KEY,
    name       VARCHAR(200) NOT NULL,
    media_type VARCHAR(100) NOT NULL,
    content    LONGBLOB     NOT NULL,
    CONSTRAINT work_file_of FOREIGN KEY (work_id) REFERENCES work (id) ON DELETE CASCADE
);
-- What is due when, and which server has it, in the form of db-scheduler.
CREATE TABLE work_due (
    task_name            VARCHAR(100) NOT NULL,
    task_instance        VARCHAR(100) NOT NULL,
    task_data            BLOB,
    execution_time       DATETIME(6)  NOT NULL,
    picked               BOOLEAN      NOT NULL,
    picked_by            VARCHAR(50),
    last_success         DATETIME(6),
    last_failure         DATETIME(6),
    consecutive_failures INT,
    last_heartbeat       DATETIME(6),
    version              BIGINT       NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance),
    INDEX work_due_next (execution_time),
    INDEX work_due_heard (last_heartbeat)
);
