-- A role that follows from a group of a provider ends with the group; one that was given here does not.
CREATE TABLE role_of_group (
    membership_id BIGINT       NOT NULL PRIMARY KEY,
    issuer        VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    group_name    VARCHAR(200) NOT NULL COMMENT 'Group of the provider from which the role follows.',
    CONSTRAINT role_of_group_role FOREIGN KEY (membership_id) REFERENCES membership (id) ON DELETE CASCADE
) COMMENT 'Roles that were given because a provider keeps the person in a group.';
