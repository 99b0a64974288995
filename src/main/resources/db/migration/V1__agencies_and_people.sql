CREATE SEQUENCE agency_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE agency (
    id         BIGINT       NOT NULL PRIMARY KEY,
    code       VARCHAR(20)  NOT NULL,
    name       VARCHAR(200) NOT NULL,
    name_en    VARCHAR(200),
    type       VARCHAR(30)  NOT NULL,
    parent_id  BIGINT,
    path       VARCHAR(200) NOT NULL,
    valid_from DATE,
    valid_to   DATE,
    version    INT          NOT NULL DEFAULT 0,
    CONSTRAINT agency_code UNIQUE (code),
    CONSTRAINT agency_parent FOREIGN KEY (parent_id) REFERENCES agency (id),
    INDEX agency_path (path),
    INDEX agency_type (type, name)
);
CREATE TABLE agency_predecessor (
    agency_id      BIGINT NOT NULL,
    predecessor_id BIGINT NOT NULL,
    PRIMARY KEY (agency_id, predecessor_id),
    CONSTRAINT agency_predecessor_agency FOREIGN KEY (agency_id) REFERENCES agency (id),
    CONSTRAINT agency_predecessor_predecessor FOREIGN KEY (predecessor_id) REFERENCES agency (id)
);
CREATE SEQUENCE person_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE person (
    id              BIGINT       NOT NULL PRIMARY KEY,
    username        VARCHAR(60)  NOT NULL,
    full_name       VARCHAR(120) NOT NULL,
    email           VARCHAR(160),
    language        CHAR(2)      NOT NULL DEFAULT 'vi',
    password_hash   VARCHAR(200) NOT NULL,
    failed_sign_ins INT          NOT NULL DEFAULT 0,
    locked_until    DATETIME(6),
    active          BOOLEAN      NOT NULL DEFAULT TRUE,
    version         INT          NOT NULL DEFAULT 0,
    CONSTRAINT person_username UNIQUE (username)
);
CREATE SEQUENCE membership_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE membership (
    id         BIGINT      NOT NULL PRIMARY KEY,
    person_id  BIGINT      NOT NULL,
    agency_id  BIGINT      NOT NULL,
    role       VARCHAR(20) NOT NULL,
    valid_from DATE        NOT NULL,
    valid_to   DATE,
    CONSTRAINT membership_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT membership_agency FOREIGN KEY (agency_id) REFERENCES agency (id)
);
