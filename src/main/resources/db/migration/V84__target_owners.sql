-- A target has an owner from a day on, who says in dated words what there is to know of it. Both keep their history.
CREATE TABLE target_owner (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    target     VARCHAR(30) NOT NULL,
    person_id  BIGINT      NOT NULL,
    agency_id  BIGINT      NOT NULL COMMENT 'Agency for which the person answers.',
    valid_from DATE        NOT NULL COMMENT 'First day; it lasts until another one begins.',
    named_by   BIGINT      NOT NULL,
    named_at   DATETIME(6) NOT NULL,
    CONSTRAINT target_owner_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT target_owner_agency FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT target_owner_by FOREIGN KEY (named_by) REFERENCES person (id),
    INDEX target_owner_of (target, valid_from)
) COMMENT 'Who owns a target from a day on. Rows are never changed.';
CREATE TABLE target_word (
    id              BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    target          VARCHAR(30)   NOT NULL,
    cause           VARCHAR(2000) COMMENT 'Why the figure is as it is; null where nothing is said.',
    outlook         VARCHAR(2000) COMMENT 'What will become of it; null where nothing is said.',
    needed          VARCHAR(2000) COMMENT 'What is needed, and of whom; null where nothing is said.',
    figure_value    DECIMAL(24,6) COMMENT 'Value of the target when it was written.',
    figure_wanted   DECIMAL(24,6) COMMENT 'Value that it demanded.',
    figure_percent  BOOLEAN       NOT NULL COMMENT 'Whether both are percentages.',
    figure_status   VARCHAR(20)   COMMENT 'Status as texts name it.',
    figure_period   VARCHAR(120)  COMMENT 'Round or period of the figure; null where there was none.',
    written_by      BIGINT        NOT NULL,
    written_at      DATETIME(6)   NOT NULL,
    CONSTRAINT target_word_by FOREIGN KEY (written_by) REFERENCES person (id),
    INDEX target_word_of (target, id)
) COMMENT 'What the owner of a target said of it, with the figure as it was then. Rows are never changed.';
-- Matters are a new group of letters: whoever chose the groups before gets it too, and can leave it.
UPDATE notice_setting SET topics = CONCAT_WS(',', NULLIF(topics, ''), 'MATTERS');
