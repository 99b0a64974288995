-- Agencies are renamed, moved, merged, divided and closed by decisions: which one, from which day, and what was before stays told; a move may be to come.
CREATE TABLE agency_change (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    agency_id     BIGINT       NOT NULL COMMENT 'Agency with which it is done; of a merger the one whose page it began on.',
    kind          VARCHAR(10)  NOT NULL COMMENT 'What is done: a constant of AgencyChange.Kind.',
    day           DATE         NOT NULL COMMENT 'First day on which it holds.',
    decision      VARCHAR(200) NOT NULL COMMENT 'Decision that asks for it, with its number.',
    parent_before BIGINT       COMMENT 'Superior agency before a move.',
    parent_id     BIGINT       COMMENT 'Superior agency from the day of a move on.',
    name_before   VARCHAR(200) COMMENT 'Name before the agency was renamed.',
    made_by       BIGINT       COMMENT 'Administrator who confirmed it.',
    made_at       DATETIME(6)  NOT NULL,
    taken_at      DATETIME(6)  COMMENT 'When the tree followed; null while the day of a move is to come.',
    dropped_at    DATETIME(6)  COMMENT 'When a move that was to come was revoked.',
    CONSTRAINT agency_change_of FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT agency_change_from FOREIGN KEY (parent_before) REFERENCES agency (id),
    CONSTRAINT agency_change_to FOREIGN KEY (parent_id) REFERENCES agency (id),
    CONSTRAINT agency_change_by FOREIGN KEY (made_by) REFERENCES person (id),
    KEY agency_change_waits (taken_at, kind, day)
) COMMENT 'What was done with agencies by which decision, and the moves that are to come.';
