-- Roles that reach the whole country, and those that judge, are given by two: one proposes, another agrees.
CREATE TABLE role_proposal (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id   BIGINT       NOT NULL,
    agency_id   BIGINT       NOT NULL,
    role        VARCHAR(20)  NOT NULL,
    valid_from  DATE         NOT NULL COMMENT 'Day from which the role is proposed; it is held from the day of the agreement at the earliest.',
    proposed_by BIGINT                COMMENT 'Administrator who proposed it; none where a group of a provider gives it.',
    group_name  VARCHAR(200)          COMMENT 'Group of a provider from which the role would follow.',
    issuer      VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    proposed_at DATETIME(6)  NOT NULL,
    UNIQUE KEY role_proposal_of (person_id, agency_id, role),
    CONSTRAINT role_proposal_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT role_proposal_agency FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT role_proposal_by FOREIGN KEY (proposed_by) REFERENCES person (id)
) COMMENT 'Roles that wait for a second administrator to agree; what was decided stands in the trail.';
