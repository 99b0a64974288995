-- Sections of assessments that were given to a person, or to the people of a unit below.
CREATE SEQUENCE assessment_section_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE assessment_section (
    id            BIGINT      NOT NULL PRIMARY KEY,
    assessment_id BIGINT      NOT NULL,
    dimension     VARCHAR(30) NOT NULL,
    person_id     BIGINT,
    unit_id       BIGINT,
    given_by      BIGINT      NOT NULL,
    given_at      DATETIME(6) NOT NULL,
    ended_at      DATETIME(6),
    CONSTRAINT assessment_section_to_one CHECK ((person_id IS NULL) <> (unit_id IS NULL)),
    CONSTRAINT assessment_section_of FOREIGN KEY (assessment_id) REFERENCES assessment (id),
    CONSTRAINT assessment_section_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT assessment_section_unit FOREIGN KEY (unit_id) REFERENCES agency (id),
    CONSTRAINT assessment_section_by FOREIGN KEY (given_by) REFERENCES person (id)
);
