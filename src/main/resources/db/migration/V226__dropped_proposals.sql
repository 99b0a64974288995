-- A role that a group of a provider proposes is not proposed again at each sign-in after an administrator dropped it.
CREATE TABLE dropped_role (
    person_id  BIGINT       NOT NULL,
    agency_id  BIGINT       NOT NULL,
    role       VARCHAR(20)  NOT NULL,
    issuer     VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    group_name VARCHAR(200) NOT NULL COMMENT 'Group of the provider from which the role would follow.',
    dropped_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (person_id, agency_id, role),
    CONSTRAINT dropped_role_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT dropped_role_agency FOREIGN KEY (agency_id) REFERENCES agency (id) ON DELETE CASCADE
) COMMENT 'Roles of groups to which an administrator did not agree: not proposed again while the person stays in the group.';
